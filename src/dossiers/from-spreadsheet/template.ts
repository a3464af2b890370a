import { writeWorkbook, type WrittenCell, type WrittenSheet } from '../../platform/spreadsheet/write-workbook.ts'
import { speaking } from '../../platform/speaking.ts'
import { MOST_LINES, MOST_ROWS } from './bundle.ts'
import type { Column } from './columns.ts'
import { markOfTemplate } from './match-headings.ts'
import { rowColumn } from './more-entries.ts'
import type { SheetForm } from './sheet-form.ts'
import { reasonOptions, sheetTexts as words } from './texts.ts'

type Filled = {
  rows?: WrittenCell[][]
  /** Columns of ours behind those of the template. */
  more?: string[]
  /** Lines of the further sheets, in their order. */
  entries?: WrittenCell[][][]
}

type Template = Pick<SheetForm, 'procedure' | 'columns' | 'entrySheets' | 'units'>

/** The sheet of a procedure with its lists and instructions; empty, or filled in as it is given back. */
export function templateOf(sheet: Template, { rows = [], more = [], entries = [] }: Filled = {}): Uint8Array {
  return speaking('vi', () => {
    const lists: string[][] = []
    const main = filledSheet(words.sheet, sheet.columns, { sheet, lists, lines: MOST_ROWS, rows, more })
    const further = sheet.entrySheets.map(({ name, columns }, index) =>
      filledSheet(name, [rowColumn(), ...columns], { sheet, lists, lines: MOST_LINES, rows: entries[index] ?? [] }),
    )
    return writeWorkbook([main, ...further, guideOf(sheet), listSheet(lists)], markOfTemplate(sheet.procedure.code))
  })
}

type Filling = {
  sheet: Template
  /** Of the whole workbook; those of this sheet are put behind. */
  lists: string[][]
  lines: number
  rows: WrittenCell[][]
  more?: string[]
}

function filledSheet(
  name: string,
  columns: readonly Column[],
  { sheet, lists, lines, rows, more = [] }: Filling,
): WrittenSheet {
  const headings = [...columns.map(({ heading, isRequired }) => (isRequired ? `${heading} *` : heading)), ...more]
  return {
    name,
    columns: headings.map((heading) => ({ width: Math.min(40, Math.max(14, heading.length + 2)) })),
    rows: [headings.map((text) => ({ text, style: 'heading' })), ...rows],
    frozen: true,
    lists: columns.flatMap((column, at) => {
      const options = listOf(column, sheet)
      if (!options) return []
      const place = lists.push([column.heading, ...options.values]) - 1
      const from = { sheet: words.lists, column: place, first: 2, last: options.values.length + 1 }
      return [{ column: at, lines: lines + 1, from, isOpen: options.isOpen }]
    }),
  }
}

/** What a cell may be chosen from; open lists take other words too. */
function listOf(
  column: Column,
  { units }: Pick<SheetForm, 'units'>,
): { values: string[]; isOpen: boolean } | undefined {
  if (column.kind === 'number') return undefined
  if (column.kind === 'place') return { values: units.map(({ name }) => name), isOpen: false }
  if (column.kind === 'paper') return { values: reasonOptions(), isOpen: true }
  const { kind, options = [] } = column.spec
  if ((kind !== 'choice' && kind !== 'commune') || options.length === 0) return undefined
  return { values: options.map(({ label }) => label), isOpen: false }
}

function listSheet(lists: readonly string[][]): WrittenSheet {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, line) => lists.map((list) => list[line] ?? ''))
  return { name: words.lists, columns: lists.map(() => ({ width: 24 })), rows, hidden: true }
}

function guideOf({ procedure, columns, entrySheets }: Template): WrittenSheet {
  const more = entrySheets.map(({ name, entry }) => words.moreSteps(name, entry))
  const steps = [...words.guideSteps, ...more].map((text): WrittenCell[] => [{ text, style: 'reading' }])
  const heads = words.guideColumns.map((text): WrittenCell => ({ text, style: 'heading' }))
  const rows = columns.map((column): WrittenCell[] =>
    [column.heading, column.isRequired ? words.must : words.maybe, howToFill(column)].map((text) => ({
      text,
      style: 'reading',
    })),
  )
  return {
    name: words.guide,
    columns: [{ width: 60 }, { width: 22 }, { width: 70 }],
    rows: [
      [{ text: words.guideTitle, style: 'title' }],
      [{ text: procedure.name, style: 'reading' }],
      ...steps,
      [''],
      heads,
      ...rows,
    ],
  }
}

function howToFill(column: Column): string {
  if (column.kind === 'number') return words.fillNumber
  if (column.kind === 'place') return words.fillList
  if (column.kind === 'paper') return words.fillFile
  const { kind, options = [], hint = '', unit } = column.spec
  if (kind === 'choice' || kind === 'commune') return [words.fillList, hint].filter((one) => one !== '').join('. ')
  if (kind === 'choices') return words.fillSeveral + options.map(({ label }) => label).join('; ')
  if (kind === 'confirm') return words.fillTick
  return [hint, unit ?? ''].filter((one) => one !== '').join(' ')
}
