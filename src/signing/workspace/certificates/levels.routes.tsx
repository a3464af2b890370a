import type { ErrorItem } from '../../../ui/index.ts'
import { holds } from '../../../platform/actor.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { act, ask, attempt, field, formBody, formToken, redirect, sitePage } from '../../../platform/web/web.ts'
import type { Web, WebReply, WebRequest } from '../../../platform/web/web.ts'
import { demandLevel, listDemandedLevels } from '../../raising/demand-level.ts'
import { errorsOf } from './form-errors.ts'
import { CERTIFICATES, LEVELS } from './frame.tsx'
import { LEVEL_NAMES, LevelsPage, type LevelValues } from './levels.page.tsx'
import { levelsTexts } from './levels.texts.ts'

/** Page "Mức chữ ký": what is in force, and what is set for later. */
export async function levelsRoutes(web: Web): Promise<void> {
  web.get(LEVELS, (request, reply) => {
    const validFrom = vietnamDate(web.app.clock.now())
    return show(request, reply, { validFrom }, [])
  })
  web.post(LEVELS, async (request, reply) => {
    const form = formBody(request)
    const values: LevelValues = Object.fromEntries(
      Object.entries(LEVEL_NAMES).map(([key, name]) => [key, field(form, name)]),
    )
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
    const outcome = await attempt(() => act(request, demandLevel, filled as Parameters<typeof demandLevel.run>[2]))
    if (outcome.ok) return redirect(reply, `${LEVELS}?xong=1`)
    return show(request, reply, values, errorsOf(request, outcome.refusal, LEVEL_NAMES))
  })
}

async function show(request: WebRequest, reply: WebReply, values: LevelValues, errors: ErrorItem[]): Promise<WebReply> {
  const levels = await ask(request, listDemandedLevels, {})
  const isDone = 'xong' in (request.query as Record<string, unknown>)
  const maySet = holds(request.actor, 'administrator')
  const token = formToken(request, reply)
  return sitePage(request, reply, {
    site: 'workspace',
    title: levelsTexts.title,
    current: CERTIFICATES,
    status: errors.length > 0 ? 422 : 200,
    body: <LevelsPage {...levels} {...{ values, errors, token, isDone, maySet }} />,
  })
}
