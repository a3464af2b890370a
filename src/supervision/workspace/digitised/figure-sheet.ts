import { writeWorkbook, type WrittenCell } from '../../../platform/spreadsheet/write-workbook.ts'
import {
  FIGURE_COLUMNS,
  OFFICIAL,
  PAPER_COUNTS,
  SHARES,
  type FigureColumn,
  type Figures,
} from '../../digitised/figures.ts'
import { figureTexts as words } from './texts.ts'

export type SheetRow = { heads: string[]; figures: Figures }

const OFFICIAL_NAME = new Map<FigureColumn, string>(
  Object.entries(OFFICIAL).map(([name, column]) => [column, name] as const),
)

/** Every column, official names beneath the titles, shares with their denominators beside the numbers. */
export function figureSheet(title: string, heads: readonly string[], rows: readonly SheetRow[]): Uint8Array {
  const shares = Object.keys(SHARES) as (keyof typeof SHARES)[]
  const shareTitle = (name: (typeof shares)[number]) =>
    words.sheetShare(name === 'listed' ? words.listed : words.columns[name])
  const headings = [
    ...heads,
    ...FIGURE_COLUMNS.map((column) => words.columns[column]),
    ...PAPER_COUNTS.map((count) => words.paperCounts[count]),
    ...shares.map(shareTitle),
  ]
  const official = [
    ...heads.map(() => ''),
    ...FIGURE_COLUMNS.map((column) => OFFICIAL_NAME.get(column) ?? ''),
    ...PAPER_COUNTS.map(() => ''),
    ...shares.map(() => ''),
  ]
  const written = rows.map(({ heads: own, figures }): WrittenCell[] => [
    ...own,
    ...[...FIGURE_COLUMNS, ...PAPER_COUNTS].map((count) => String(figures[count])),
    ...shares.map((name) => oneDecimal(SHARES[name](figures))),
  ])
  return writeWorkbook([
    {
      name: words.sheet,
      columns: headings.map((heading, index) => ({ width: index < heads.length ? 40 : Math.max(12, heading.length) })),
      rows: [
        headings.map((text) => ({ text, style: 'heading' })),
        official,
        ...written,
        [{ text: title, style: 'reading' }],
      ],
      frozen: true,
    },
  ])
}

const oneDecimal = (share: number | undefined) =>
  share === undefined ? '' : (Math.round(share * 1_000) / 10).toString().replace('.', ',')
