import { Refusal } from '../../platform/refusal.ts'
import { columnLetters, type SheetTable } from '../../platform/spreadsheet/cell.ts'
import { foldText } from '../../platform/text.ts'
import type { TypedRow } from './bundle.ts'
import { NUMBER_COLUMN, type Column } from './columns.ts'
import { sheetTexts as words } from './texts.ts'

/** Marks a template by what it was made for. */
export function markOfTemplate(procedureCode: string): string {
  return `mau-nop-nhieu/${procedureCode}`
}

/**
 * The rows by the keys of the columns. Columns may stand in another order and those nobody fills in may be gone; a heading that is not of
 * this template is refused with its place, since what stands under it would be lost.
 * @throws Refusal `dossiers.sheet-other-procedure`, `-headings`, `-heading-twice`, `-column-missing`, `platform.sheet-empty`
 */
export function typedRows(
  table: SheetTable,
  columns: readonly Column[],
  procedureCode: string,
): { line: number; typed: TypedRow }[] {
  const mark = table.mark?.split('/')
  if (mark?.[0] === 'mau-nop-nhieu' && mark[1] !== procedureCode) {
    throw new Refusal('dossiers.sheet-other-procedure', { code: mark[1] ?? '' })
  }
  const filled = filledRows(table, columns)
  if (filled.length === 0) throw new Refusal('platform.sheet-empty')
  return filled
}

/** The rows of a table under headings that are all known. */
export function filledRows(table: SheetTable, columns: readonly Column[]): { line: number; typed: TypedRow }[] {
  const [head, ...rows] = table.rows
  const byHeading = new Map(columns.map((column) => [headingKey(column.heading), column]))
  const places = new Map<number, Column>()
  const isForUs = (heading: string) => OURS().has(headingKey(heading))
  const headings = [...(head?.cells ?? [])].filter(([, { text }]) => !isForUs(text))
  if (!headings.some(([, { text }]) => byHeading.has(headingKey(text))))
    throw new Refusal('dossiers.sheet-not-the-template')
  for (const [at, { text }] of headings) {
    const column = byHeading.get(headingKey(text))
    if (!column) throw new Refusal('dossiers.sheet-heading', { column: columnLetters(at), heading: text })
    if ([...places.values()].includes(column))
      throw new Refusal('dossiers.sheet-heading-twice', { column: columnLetters(at), heading: text })
    places.set(at, column)
  }
  const missing = columns.find((column) => column.isRequired && ![...places.values()].includes(column))
  if (missing) throw new Refusal('dossiers.sheet-column-missing', { heading: missing.heading })
  const typed = rows.map(({ line, cells }) => ({
    line,
    typed: Object.fromEntries(
      [...cells].flatMap(([at, cell]) => {
        const column = places.get(at)
        return column ? [[column.key, cell]] : []
      }),
    ),
  }))
  // A number alone was filled in ahead for what may come.
  return typed.filter((row) => Object.keys(row.typed).some((key) => key !== NUMBER_COLUMN))
}

/** Columns we write into a sheet we give back; sent again they are passed over. */
const OURS = (): ReadonlySet<string> => new Set([words.toMend, words.outcome].map(headingKey))

function headingKey(heading: string): string {
  return foldText(heading).replace(/\s*\*$/, '')
}
