import type { ComponentChildren } from 'preact'
import { Notice } from './notice.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'

/** How one of many went, in words. */
export type OutcomeRow = {
  key: string
  name: ComponentChildren
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
  titles: { name: string; code: string; outcome: string; done: string; refused: string }
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
        rowKey={({ key }) => key}
        columns={[
          { title: titles.name, rowHeader: true, cell: ({ name, href }) => <a href={href}>{name}</a> },
          { title: titles.code, kind: 'code', cell: ({ code }) => code },
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
