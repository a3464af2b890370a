import type { App } from '../../platform/app.ts'
import { speaking } from '../../platform/speaking.ts'
import { writeWorkbook, type WrittenCell } from '../../platform/spreadsheet/write-workbook.ts'
import { refusalWords } from '../../platform/refusal.ts'
import { entryKey, NUMBER_COLUMN } from './columns.ts'
import { faultLines, type BundleView } from './get-bundle.ts'
import { templateOf } from './template.ts'
import { sheetTexts as words } from './texts.ts'

type Refusals = App['refusals']

/** The sheet as it was sent, without the rows already filed: faulty cells coloured, what to mend said behind them. Sent again it is read. */
export function faultSheet({ sheet, rows }: BundleView, refusals: Refusals): Uint8Array {
  const left = rows.filter(({ state }) => state !== 'filed')
  const written = left.map((row): WrittenCell[] => {
    const faulty = new Set(row.faults.map(({ key }) => key))
    const cells = sheet.columns.map(({ key }): WrittenCell => {
      const text = row.typed[key]?.text ?? ''
      return faulty.has(key) ? { text, style: 'fault' } : text
    })
    const said = faultLines(row, sheet, refusals)
    return [...cells, said.length === 0 ? '' : { text: said.join('\n'), style: 'fault' }]
  })
  return templateOf(sheet, { rows: written, more: [words.toMend], entries: entriesOf(sheet, left) })
}

/** What rows have beyond their columns, as it stood in the further sheets. */
function entriesOf({ columns, entrySheets }: BundleView['sheet'], rows: BundleView['rows']): WrittenCell[][][] {
  const known = new Set(columns.map(({ key }) => key))
  return entrySheets.map(({ group, most, columns: own }) =>
    rows.flatMap(({ typed, faults }) =>
      Array.from({ length: most }, (_, index) => own.map(({ key }) => entryKey(group, index, key)))
        .filter((keys) => keys.some((key) => typed[key] && !known.has(key)))
        .map((keys): WrittenCell[] => [
          typed[NUMBER_COLUMN]?.text ?? '',
          ...keys.map((key): WrittenCell => {
            const text = typed[key]?.text ?? ''
            return faults.some((fault) => fault.key === key) ? { text, style: 'fault' } : text
          }),
        ]),
    ),
  )
}

/** What became of each row: the code of its dossier, or why there is none. */
export function outcomeSheet({ sheet, rows }: BundleView, refusals: Refusals): Uint8Array {
  return speaking('vi', () => {
    const head = [words.line, words.outcome, words.dossierCode, words.reason].map((text): WrittenCell => ({
      text,
      style: 'heading',
    }))
    const lines = rows.map((row): WrittenCell[] => {
      const why = [
        ...row.faults.map(({ message }) => message),
        ...(row.refusal ? [refusalWords(refusals, row.refusal)] : []),
      ]
      return [
        String(row.line),
        words.states[row.state],
        row.dossierCode ?? '',
        { text: why.join('\n'), style: 'reading' },
      ]
    })
    const columns = [{ width: 8 }, { width: 22 }, { width: 34 }, { width: 90 }]
    return writeWorkbook([
      { name: words.outcome, columns, rows: [[{ text: sheet.procedure.name, style: 'title' }], head, ...lines] },
    ])
  })
}
