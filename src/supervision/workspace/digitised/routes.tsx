import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sendWorkbook } from '../../../platform/web/send-workbook.ts'
import {
  ask,
  attempt,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { procedureNames } from '../../../catalogue/index.ts'
import { unitById } from '../../../organisation/index.ts'
import { FIGURE_COLUMNS } from '../../digitised/figures.ts'
import { getDigitisedFigures, getDigitisedYears, listBehindFigure } from '../../digitised/get-figures.ts'
import { daysWords, FIGURES_PATH, readAsked, VIEWS, type Asked, type Told, type View } from './address.ts'
import { BehindFigurePage } from './behind.page.tsx'
import { figureSheet } from './figure-sheet.ts'
import { FiguresPage, tableRows, yearRows } from './figures.page.tsx'
import { figureTexts as words } from './texts.ts'

const YEARS = 4
const ON_A_PAGE = 50
const GROUP = { 'co-quan': 'unit', 'thu-tuc': 'procedure' } as const

type Query = { Querystring: Told }
const viewOf = ({ xem }: Told): View => VIEWS.find((one) => one === xem) ?? 'nam'
const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/

/** Pages "Số liệu số hóa": years and levels, agencies, procedures, and the dossiers behind each number. */
export async function digitisedFigureRoutes(web: Web): Promise<void> {
  web.get<Query>(FIGURES_PATH, async (request, reply) => {
    const [view, asked] = [viewOf(request.query), askedOf(request, request.query)]
    const found = await attempt(() => shownRows(request, view, asked))
    if (!found.ok && found.refusal.code !== 'supervision.days-reversed') throw found.refusal
    const errors = found.ok ? [] : [{ field: 'tu', message: refusalText(request, found.refusal) }]
    const only = await onlyWords(request, asked)
    const body = (
      <FiguresPage view={view} asked={asked} rows={found.ok ? found.result : []} only={only} errors={errors} />
    )
    return show(request, reply, words.title, body, found.ok ? 200 : 422)
  })

  web.get<Query>(`${FIGURES_PATH}.xlsx`, async (request, reply) => {
    const [view, asked] = [viewOf(request.query), askedOf(request, request.query)]
    return sendWorkbook(reply, `so-hoa-${view}-${asked.from}-${asked.to}`, await sheetOf(request, view, asked))
  })

  web.get<Query>(`${FIGURES_PATH}/ho-so`, async (request, reply) => {
    const asked = askedOf(request, request.query)
    const column = FIGURE_COLUMNS.find((one) => one === request.query.cot)
    if (!column) throw new Refusal('platform.not-found')
    const [, day, dossierId] = AFTER.exec(String(request.query.sau ?? '')) ?? []
    const after = day && dossierId ? { after: { day, dossierId } } : {}
    const page = await ask(request, listBehindFigure, { ...asked, column, limit: ON_A_PAGE, ...after })
    const only = await onlyWords(request, asked)
    const body = (
      <BehindFigurePage column={column} asked={asked} page={page} only={only} isFirst={!('after' in after)} />
    )
    return show(request, reply, words.behind(words.columns[column]), body)
  })
}

const askedOf = ({ server }: WebRequest, told: Told) => readAsked(told, vietnamDate(server.app.clock.now()))

function show(request: WebRequest, reply: WebReply, title: string, body: preact.VNode, status = 200) {
  return sitePage(request, reply, { site: 'workspace', title, body, current: FIGURES_PATH, status })
}

async function shownRows(request: WebRequest, view: View, asked: Asked) {
  if (view === 'nam') return yearRows(await ask(request, getDigitisedYears, { years: YEARS }))
  return tableRows(await ask(request, getDigitisedFigures, { ...asked, by: GROUP[view] }), view, asked)
}

async function sheetOf(request: WebRequest, view: View, asked: Asked): Promise<Uint8Array> {
  if (view === 'nam') {
    const years = await ask(request, getDigitisedYears, { years: YEARS })
    const rows = years.map(({ year, level, figures }) => ({ heads: [String(year), words.levels[level]], figures }))
    return figureSheet(words.source, [words.year, words.level], rows)
  }
  const { rows } = await ask(request, getDigitisedFigures, { ...asked, by: GROUP[view] })
  const named = rows.map(({ key, name, figures }) => ({
    heads: view === 'thu-tuc' ? [`${key} ${name}`] : [name],
    figures,
  }))
  return figureSheet(`${daysWords(asked)}. ${words.source}`, [words.rowName[view]], named)
}

/** What a page is narrowed to, in words. */
async function onlyWords({ server: { app } }: WebRequest, asked: Asked): Promise<string | undefined> {
  const { unitId, procedureCode, level } = asked
  const unit = unitId === undefined ? undefined : await unitById(app.db, unitId)
  const names = procedureCode === undefined ? undefined : await procedureNames(app.db, [procedureCode])
  const parts = [
    unit?.name,
    procedureCode && `${procedureCode} ${names?.get(procedureCode) ?? ''}`,
    level && words.levels[level],
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}
