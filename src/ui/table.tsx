import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  title: string
  cell: (row: Row) => ComponentChildren
  /** 'number' stands right with tabular figures, 'code' does not break. */
  kind?: 'text' | 'number' | 'code'
  /** The cell names its row. */
  rowHeader?: boolean
  /** The title is read aloud but not shown. */
  titleHidden?: boolean
}

type Props<Row> = {
  caption: ComponentChildren
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On phones each row becomes a block with its column names. Default true. */
  stacked?: boolean
  /** Tighter rows. */
  dense?: boolean
  /** In place of the table when there is no row. */
  empty?: ComponentChildren
}

const kindClass = { text: undefined, number: 'phai so', code: 'ma' }

export function Table<Row>(props: Props<Row>) {
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>
  return (
    <div class="khung-bang">
      <table class={classNames('bang-tin', props.stacked !== false && 'xep', props.dense && 'sit')}>
        <caption class={classNames(props.captionHidden && 'an')}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" class={kindClass[column.kind ?? 'text']} key={column.title}>
                {column.titleHidden ? <span class="an">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column) => {
                const Cell = column.rowHeader ? 'th' : 'td'
                return (
                  <Cell
                    scope={column.rowHeader ? 'row' : undefined}
                    class={kindClass[column.kind ?? 'text']}
                    data-label={column.titleHidden ? undefined : column.title}
                    key={column.title}
                  >
                    {column.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
