import type { SheetTable } from '../../platform/spreadsheet/cell.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import type { TypedRow } from './bundle.ts'
import { entryKey, hasEntry, NUMBER_COLUMN, type Column, type EntrySheet } from './columns.ts'
import { filledRows } from './match-headings.ts'
import { sheetTexts as words } from './texts.ts'

type Line = { line: number; typed: TypedRow }

/** The column by which a line of a further sheet names its row. */
export function rowColumn(): Column {
  return { kind: 'number', key: NUMBER_COLUMN, heading: words.rowHeading, isRequired: true }
}

/**
 * Puts the lines of the further sheets behind the entries their rows have already. A line whose row cannot be told is refused with its
 * place: it would be lost, or become part of somebody else's dossier.
 * @throws Refusal `dossiers.sheet-number-twice`, `-entry-nowhere`, `-entries-many`, and those of headings
 */
export function withMoreEntries(
  rows: readonly Line[],
  sheets: readonly { sheet: EntrySheet; table: SheetTable }[],
): Line[] {
  const filled = rows.map(({ line, typed }) => ({ line, typed: { ...typed } }))
  const lines = sheets.flatMap(({ sheet, table }) =>
    table.rows.length < 2 ? [] : filledRows(table, [rowColumn(), ...sheet.columns]).map((one) => ({ sheet, ...one })),
  )
  if (lines.length === 0) return filled
  const byNumber = rowsByNumber(filled)
  for (const { sheet, line, typed } of lines) {
    const number = typed[NUMBER_COLUMN]?.text ?? ''
    const row = byNumber.get(foldText(number))
    if (!row) throw new Refusal('dossiers.sheet-entry-nowhere', { sheet: sheet.name, line, number })
    const index = nextIndex(row.typed, sheet)
    if (index >= sheet.most)
      throw new Refusal('dossiers.sheet-entries-many', { sheet: sheet.name, line, number, most: sheet.most })
    for (const [key, cell] of Object.entries(typed))
      if (key !== NUMBER_COLUMN) row.typed[entryKey(sheet.group, index, key)] = cell
  }
  return filled
}

function rowsByNumber(rows: readonly Line[]): Map<string, Line> {
  const byNumber = new Map<string, Line>()
  for (const row of rows) {
    const number = row.typed[NUMBER_COLUMN]?.text
    if (number === undefined) continue
    const twin = byNumber.get(foldText(number))
    if (twin) throw new Refusal('dossiers.sheet-number-twice', { number, line: twin.line, other: row.line })
    byNumber.set(foldText(number), row)
  }
  return byNumber
}

/** Behind the last entry: a gap in the row stays a gap. */
function nextIndex(typed: TypedRow, { group, most }: EntrySheet): number {
  for (let index = most; index > 0; index -= 1) if (hasEntry(typed, group, index - 1)) return index
  return 0
}
