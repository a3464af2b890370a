import { Notice } from './notice.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'

/** How one of many went, in words. */
export type OutcomeRow = {
  /** Whose it is, where the list before told. */
  name?: string
  code: string
  href: string
  ok: boolean
  /** What was done, or why it was not. */
  words: string
}

type Props = {
  rows: readonly OutcomeRow[]
  /** How many went well and how many did not, in one sentence. */
  summary: string
  caption: string
  titles: { name?: string; code: string; outcome: string; done: string; refused: string }
}

/** The answer to one press that did many things: what was not done stands first, each with its reason. */
export function OutcomeList({ rows, summary, caption, titles }: Props) {
  const sorted = [...rows].sort((one, other) => Number(one.ok) - Number(other.ok))
  return (
    <>
      <Notice tone={rows.every(({ ok }) => ok) ? 'ok' : 'soon'} role="status">
        {summary}
      </Notice>
      <Table
        caption={caption}
        captionHidden
        rows={sorted}
        rowKey={({ code }) => code}
        columns={[
          { title: titles.code, kind: 'code', rowHeader: true, cell: ({ code, href }) => <a href={href}>{code}</a> },
          ...(titles.name === undefined ? [] : [{ title: titles.name, cell: ({ name = '' }: OutcomeRow) => name }]),
          {
            title: titles.outcome,
            cell: ({ ok, words }) => (
              <>
                <Tag tone={ok ? 'ok' : 'late-soft'}>{ok ? titles.done : titles.refused}</Tag> {words}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
