import { vietnamDate } from '../../../platform/dates.ts'
import { attempt, refusalText, sitePage, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import { componentsOfLists, listsInForce, procedureNames } from '../../../catalogue/index.ts'
import { unitById } from '../../../organisation/index.ts'
import { FIGURES_PATH, readAsked, type Asked, type Behind, type Told } from './address.ts'
import { figureTexts as words } from './texts.ts'

export const askedOf = ({ server }: WebRequest, told: Told) => readAsked(told, vietnamDate(server.app.clock.now()))

/** The numbers asked for, or what is wrong with the days; any other refusal rises. */
export async function attemptFor<Found>(
  request: WebRequest,
  read: () => Promise<Found>,
): Promise<{ found: Found | undefined; errors: ErrorItem[] }> {
  const outcome = await attempt(read)
  if (outcome.ok) return { found: outcome.result, errors: [] }
  if (outcome.refusal.code !== 'supervision.days-reversed') throw outcome.refusal
  return { found: undefined, errors: [{ field: 'tu', message: refusalText(request, outcome.refusal) }] }
}

export function show(
  request: WebRequest,
  reply: WebReply,
  title: string,
  body: preact.VNode,
  errors: readonly ErrorItem[] = [],
) {
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title, body, current: FIGURES_PATH, status })
}

/** What a page is narrowed to, in words. */
export async function onlyWords(
  { server: { app } }: WebRequest,
  asked: Asked,
  paper?: Behind['paper'],
): Promise<string | undefined> {
  const { unitId, procedureCode, level } = asked
  const unit = unitId === undefined ? undefined : await unitById(app.db, unitId)
  const names = procedureCode === undefined ? undefined : await procedureNames(app.db, [procedureCode])
  const listed = paper && (await componentsOfLists(app.db, await listIds(app.db, asked.to, paper.sectorCode)))
  const named = listed?.find((one) => one.componentCode === paper?.componentCode && one.procedureCode === procedureCode)
  const parts = [
    unit?.name,
    procedureCode && `${procedureCode} ${names?.get(procedureCode) ?? ''}`,
    named?.name ?? paper?.componentCode,
    level && words.levels[level],
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

async function listIds(db: Parameters<typeof listsInForce>[0], on: string, sectorCode: string): Promise<string[]> {
  return (await listsInForce(db, on)).flatMap((list) => (list.sectorCode === sectorCode ? [list.id] : []))
}
