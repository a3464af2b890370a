import { writeWorkbook, type WrittenCell, type WrittenSheet } from '../../platform/spreadsheet/write-workbook.ts'
import { speaking } from '../../platform/speaking.ts'
import { MOST_ROWS } from './bundle.ts'
import type { Column } from './columns.ts'
import { markOfTemplate } from './match-headings.ts'
import type { SheetForm } from './sheet-form.ts'
import { reasonOptions, sheetTexts as words } from './texts.ts'

type Filled = { rows?: WrittenCell[][]; /** Columns of ours behind those of the template. */ more?: string[] }

/** The sheet of a procedure with its lists and instructions; empty, or filled in as it is given back. */
export function templateOf(
  sheet: Pick<SheetForm, 'procedure' | 'columns' | 'units'>,
  { rows = [], more = [] }: Filled = {},
): Uint8Array {
  return speaking('vi', () => {
    const lists = sheet.columns.map((column) => listOf(column, sheet))
    const headings = [
      ...sheet.columns.map(({ heading, isRequired }) => (isRequired ? `${heading} *` : heading)),
      ...more,
    ]
    const filled: WrittenSheet = {
      name: words.sheet,
      columns: headings.map((heading) => ({ width: Math.min(40, Math.max(14, heading.length + 2)) })),
      rows: [headings.map((text) => ({ text, style: 'heading' })), ...rows],
      frozen: true,
      lists: lists.flatMap((options, column) => {
        if (!options) return []
        const at = lists.slice(0, column).filter((one) => one !== undefined).length
        const from = { sheet: words.lists, column: at, first: 2, last: options.values.length + 1 }
        return [{ column, lines: MOST_ROWS + 1, from, isOpen: options.isOpen }]
      }),
    }
    const listed = sheet.columns.flatMap(({ heading }, index) => {
      const options = lists[index]
      return options ? [[heading, ...options.values]] : []
    })
    return writeWorkbook([filled, guideOf(sheet), listSheet(listed)], markOfTemplate(sheet.procedure.code))
  })
}

/** What a cell may be chosen from; open lists take other words too. */
function listOf(
  column: Column,
  { units }: Pick<SheetForm, 'units'>,
): { values: string[]; isOpen: boolean } | undefined {
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

function guideOf({ procedure, columns }: Pick<SheetForm, 'procedure' | 'columns'>): WrittenSheet {
  const steps = words.guideSteps.map((text): WrittenCell[] => [{ text, style: 'reading' }])
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
  if (column.kind === 'place') return words.fillList
  if (column.kind === 'paper') return words.fillFile
  const { kind, options = [], hint = '', unit } = column.spec
  if (kind === 'choice' || kind === 'commune') return [words.fillList, hint].filter((one) => one !== '').join('. ')
  if (kind === 'choices') return words.fillSeveral + options.map(({ label }) => label).join('; ')
  if (kind === 'confirm') return words.fillTick
  return [hint, unit ?? ''].filter((one) => one !== '').join(' ')
}
