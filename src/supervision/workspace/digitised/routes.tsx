import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sendWorkbook } from '../../../platform/web/send-workbook.ts'
import { ask, type Web, type WebRequest } from '../../../platform/web/web.ts'
import { FIGURE_COLUMNS } from '../../digitised/figures.ts'
import { getDigitisedFigures, getDigitisedYears, listBehindFigure } from '../../digitised/get-figures.ts'
import { daysWords, FIGURES_PATH, readPaper, VIEWS, type Asked, type Told, type View } from './address.ts'
import { askedOf, attemptFor, onlyWords, show } from './asked-page.ts'
import { BehindFigurePage, columnWords } from './behind.page.tsx'
import { coverageRoutes } from './coverage-routes.tsx'
import { figureSheet } from './figure-sheet.ts'
import { FiguresPage, tableRows, yearRows } from './figures.page.tsx'
import { figureTexts as words } from './texts.ts'

const YEARS = 4
const ON_A_PAGE = 50
const GROUP = { 'co-quan': 'unit', 'thu-tuc': 'procedure' } as const

type Query = { Querystring: Told }
const viewOf = ({ xem }: Told): View => VIEWS.find((one) => one === xem) ?? 'nam'
const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/

/** Pages "Số liệu số hóa": years and levels, agencies, procedures, approved lists, and the dossiers behind each number. */
export async function digitisedFigureRoutes(web: Web): Promise<void> {
  await coverageRoutes(web)

  web.get<Query>(FIGURES_PATH, async (request, reply) => {
    const [view, asked] = [viewOf(request.query), askedOf(request, request.query)]
    const { found, errors } = await attemptFor(request, () => shownRows(request, view, asked))
    const only = await onlyWords(request, asked)
    const body = <FiguresPage view={view} asked={asked} shown={found} only={only} errors={errors} />
    return show(request, reply, words.title, body, errors)
  })

  web.get<Query>(`${FIGURES_PATH}.xlsx`, async (request, reply) => {
    const [view, asked] = [viewOf(request.query), askedOf(request, request.query)]
    return sendWorkbook(reply, `so-hoa-${view}-${asked.from}-${asked.to}`, await sheetOf(request, view, asked))
  })

  web.get<Query>(`${FIGURES_PATH}/ho-so`, async (request, reply) => {
    const asked = askedOf(request, request.query)
    const column = FIGURE_COLUMNS.find((one) => one === request.query.cot)
    if (!column) throw new Refusal('platform.not-found')
    const behind = { column, ...readPaper(request.query) }
    const [, day, dossierId] = AFTER.exec(String(request.query.sau ?? '')) ?? []
    const after = day && dossierId ? { after: { day, dossierId } } : {}
    const page = await ask(request, listBehindFigure, { ...asked, ...behind, limit: ON_A_PAGE, ...after })
    const only = await onlyWords(request, asked, behind.paper)
    const body = (
      <BehindFigurePage behind={behind} asked={asked} page={page} only={only} isFirst={!('after' in after)} />
    )
    return show(request, reply, words.behind(columnWords(behind)), body)
  })
}

async function shownRows(request: WebRequest, view: View, asked: Asked) {
  if (view === 'nam') {
    const today = vietnamDate(request.server.app.clock.now())
    return yearRows(await ask(request, getDigitisedYears, { years: YEARS }), today)
  }
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
