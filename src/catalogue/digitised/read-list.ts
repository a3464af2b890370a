import { Refusal } from '../../platform/refusal.ts'
import type { Row, SheetTable } from '../../platform/spreadsheet/cell.ts'
import { readTable } from '../../platform/spreadsheet/read-table.ts'
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts'
import { foldText } from '../../platform/text.ts'
import { procedureCodeIn } from '../procedure.ts'
import type { TypedRow } from './digitised-list.ts'
import { listTexts as words } from './texts.ts'

export const MOST_ROWS = 20_000

const COLUMNS = ['procedureCode', 'componentCode', 'componentName', 'sectorCode'] as const
type Column = (typeof COLUMNS)[number]

/**
 * The rows of a sheet under its headings, which may stand below a title and in any order.
 * @throws Refusal `catalogue.list-no-headings` and those of a sheet that cannot be read
 */
export function readList(bytes: Uint8Array): TypedRow[] {
  const table = readTable(bytes, { sheet: words.sheet, mostRows: MOST_ROWS })
  const { columns, after } = headingsOf(table)
  return table.rows.filter(({ line }) => line > after).map((row) => typedRow(row, columns))
}

type Columns = ReadonlyMap<Column, number>

function headingsOf({ rows }: SheetTable): { columns: Columns; after: number } {
  for (const { line, cells } of rows.slice(0, 10)) {
    const columns = new Map(
      [...cells].flatMap(([index, { text }]): [Column, number][] => {
        const heading = foldText(text.replace(/\*/g, '')).trim()
        const column = COLUMNS.find((one) => words.headings[one].some((name) => foldText(name) === heading))
        return column ? [[column, index]] : []
      }),
    )
    if (columns.has('procedureCode') && (columns.has('componentCode') || columns.has('componentName')))
      return { columns, after: line }
  }
  throw new Refusal('catalogue.list-no-headings')
}

function typedRow({ line, cells }: Row, columns: Columns): TypedRow {
  const cell = (column: Column) => cells.get(columns.get(column) ?? -1)
  const text = (column: Column) => (cell(column)?.text ?? '').normalize('NFC').trim()
  const procedureCode = text('procedureCode')
  return {
    line,
    procedureCode: procedureCodeIn(procedureCode) ?? procedureCode,
    componentCode: text('componentCode'),
    componentName: text('componentName'),
    sectorCode: text('sectorCode'),
    hasFormula: COLUMNS.some((column) => ['formula', 'error'].includes(cell(column)?.kind ?? '')),
  }
}

/** An empty sheet, or what is in a list, to go on from. */
export function writeList(rows: readonly Pick<TypedRow, Column>[]): Uint8Array {
  const heads = COLUMNS.map((column) => ({ text: words.headings[column][0] ?? '', style: 'heading' as const }))
  return writeWorkbook([
    {
      name: words.sheet,
      columns: [16, 30, 60, 16].map((width) => ({ width })),
      rows: [heads, ...rows.map((row) => COLUMNS.map((column) => row[column]))],
      frozen: true,
    },
  ])
}
