import {
  BackLink,
  Button,
  ErrorSummary,
  Field,
  HiddenToken,
  PageTitle,
  Select,
  TextArea,
  type ErrorItem,
} from '../../../ui/index.ts'
import type { CheckedRow } from '../../from-spreadsheet/check-rows.ts'
import { columnsOfRow, type Column } from '../../from-spreadsheet/columns.ts'
import type { BundleView } from '../../from-spreadsheet/get-bundle.ts'
import { shortProcedureName } from '../paper-names.ts'
import { manyTexts as words } from './texts.ts'

type Props = {
  view: BundleView
  row: CheckedRow
  /** What is wrong as a whole: the refusal of filing, or of saving. */
  problems: readonly string[]
  token: string
}

/** The box of a column in the form; keys carry dots and colons. */
export function boxOf(columns: readonly Column[], key: string): string {
  return `o${columns.findIndex((column) => column.key === key) + 1}`
}

/** One row to mend: cells with faults first, each as it stands in the sheet. */
export function RowPage({ view: { bundle, sheet }, row, problems, token }: Props) {
  const faults = new Map(row.faults.map(({ key, message }) => [key, message]))
  const columns = columnsOfRow(sheet, row.typed)
  const wrong = columns.filter(({ key }) => faults.has(key))
  const others = columns.filter(({ key }) => !faults.has(key))
  const errors: ErrorItem[] = [
    ...problems.map((message) => ({ message })),
    ...row.faults.map(({ key, message }) => (key === null ? { message } : { field: boxOf(columns, key), message })),
  ]
  const box = (column: Column) => (
    <Cell
      key={column.key}
      column={column}
      name={boxOf(columns, column.key)}
      text={row.typed[column.key]?.text ?? ''}
      error={faults.get(column.key)}
      units={sheet.units}
    />
  )
  return (
    <>
      <BackLink href={`/nop-nhieu/${bundle.id}`}>{words.backToBundle}</BackLink>
      <div class="mot">
        <ErrorSummary errors={errors} title={words.rowWrong(row.line)} />
        <PageTitle over={shortProcedureName(sheet.procedure.name)}>{words.rowTitle(row.line)}</PageTitle>
        <p>{words.rowLead}</p>
        <form method="post" novalidate>
          <HiddenToken token={token} />
          {wrong.map(box)}
          {wrong.length > 0 && others.length > 0 && <h2>{words.otherCells}</h2>}
          {others.map(box)}
          <Button large wide>
            {words.saveRow}
          </Button>
        </form>
      </div>
    </>
  )
}

type CellProps = {
  column: Column
  name: string
  text: string
  error: string | undefined
  units: BundleView['sheet']['units']
}

function Cell({ column, name, text, error, units }: CellProps) {
  const isOpen = !column.isRequired && !column.heading.includes(`(${words.optional})`)
  const label = isOpen ? `${column.heading} (${words.optional})` : column.heading
  const question = { name, label, ...(error === undefined ? {} : { error }) }
  const options = optionsOf(column, units)
  if (options) {
    // What stands in the sheet and is in no list stays to be seen.
    const known = options.some((one) => one === text)
    const listed = text === '' || known ? options : [text, ...options]
    return (
      <Select
        {...question}
        value={text}
        emptyLabel={words.choose}
        options={listed.map((value) => ({ value, label: value }))}
      />
    )
  }
  if (column.kind === 'answer' && column.spec.kind === 'long-text')
    return <TextArea {...question} rows={3} value={text} />
  return <Field {...question} value={text} />
}

function optionsOf(column: Column, units: CellProps['units']): string[] | undefined {
  if (column.kind === 'place') return units.map(({ name }) => name)
  if (column.kind !== 'answer') return undefined
  const { kind, options = [] } = column.spec
  return (kind === 'choice' || kind === 'commune') && options.length > 0 ? options.map(({ label }) => label) : undefined
}
