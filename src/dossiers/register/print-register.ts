import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import { formatDate, formatDateTime, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { issuingAgency } from '../papers/paper-contents.ts'
import { formInForce } from '../papers/statutory-form.ts'
import { formMark } from '../papers/texts.ts'
import { bookWithinReach, REGISTER_READERS, type DeskBook } from './desks.ts'
import { DeskIdInput, MonthInput, YearInput } from './get-register.ts'
import { lineWords } from './line-words.ts'
import { registerLines } from './read-lines.ts'
import { bookName, type RegisterLine } from './register.ts'
import { renderAside } from './render-aside.ts'
import { linesAfter, monthsOf } from './store.ts'
import { fill, registerTexts as texts } from './texts.ts'

/** Lines in one PDF: about fifty pages. A longer month or year is printed in parts, so that memory stays bounded. */
export const LINES_A_PART = 500

/** A part of the register as form 07: A4 across, PDF/A-2b. */
export const printRegister = query({
  name: 'dossiers.print-register',
  roles: REGISTER_READERS,
  input: Type.Object({
    deskId: DeskIdInput,
    year: YearInput,
    month: Type.Optional(MonthInput),
    part: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  async run(app, officer, { deskId, year, month, part = 1 }) {
    const found = await bookWithinReach(app.db, officer, REGISTER_READERS, { deskId, year })
    const total = (await monthsOf(app.db, deskId, year))
      .filter((one) => month === undefined || one.month === month)
      .reduce((sum, { lines }) => sum + lines, 0)
    const parts = Math.max(1, Math.ceil(total / LINES_A_PART))
    const asOf = app.clock.now()
    const range = { unitId: deskId, year, month, asOf }
    const before = (part - 1) * LINES_A_PART
    const after =
      part === 1 ? 0 : ((await linesAfter(app.db, { ...range, after: 0, limit: before })).at(-1)?.lineNo ?? 0)
    const lines = part > parts ? [] : await registerLines(app.db, { ...range, after, limit: LINES_A_PART })
    if (lines.length === 0) throw new Refusal('platform.not-found')
    const pdf = await renderAside(await registerPaper(app, found, lines, { month, part, parts, asOf }))
    return { deskId, year, name: fill(texts.pdfName, { year, part }), pdf }
  },
  reads: (_, __, { deskId, year }) => [`register:${deskId}:${year}`],
})

type Extent = { month: number | undefined; part: number; parts: number; asOf: Date }

async function registerPaper(
  app: App,
  { desk, book }: DeskBook,
  lines: readonly RegisterLine[],
  { month, part, parts, asOf }: Extent,
) {
  const { year, closing } = book
  const form = formInForce('register', vietnamDate(asOf))
  const stretch = month === undefined ? fill(texts.wholeYear, { year }) : fill(texts.month, { month, year })
  const isEnd = month === undefined && part === parts
  return {
    template: 'src/dossiers/papers/register.typ',
    title: `${form.name} ${bookName(book)}`,
    date: asOf,
    data: {
      agency: await issuingAgency(app, desk),
      desk: desk.name,
      formName: form.name,
      formMark: formMark(form),
      book: bookName(book),
      period: parts === 1 ? stretch : `${stretch}, ${fill(texts.part, { part, parts })}`,
      first: lines[0]?.lineNo,
      last: lines.at(-1)?.lineNo,
      printed: `${vietnamTime(asOf)}, ${formatDate(vietnamDate(asOf))}`,
      rows: lines.map(cellsOf),
      closing: closing && isEnd ? closingWords(closing) : null,
    },
  }
}

function closingWords({ at, byName, lineCount, openCount, digest }: NonNullable<DeskBook['book']['closing']>) {
  return { at: formatDateTime(at), by: byName, lines: lineCount, open: openCount, digest }
}

function cellsOf(line: RegisterLine): string[] {
  const { received, due, returned, note } = lineWords(line)
  const place = [line.address, line.phone].filter((part) => part !== null && part !== '').join('. ')
  const { procedure, dossierCode, lineNo, sets, applicant, agency, delivery } = line
  return [
    String(lineNo),
    dossierCode,
    `${procedure.code} ${procedure.name}`,
    String(sets),
    applicant,
    place,
    agency,
    received,
    due,
    returned,
    delivery,
    '',
    note,
  ]
}
