import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { ButtonLink, EmptyState, Table, Tag, type Column } from '../../ui/index.ts'
import type { WaitingResult } from '../list-waiting.ts'
import { dossierPath } from './frame.tsx'
import { texts } from './texts.ts'

type Props = {
  waiting: readonly WaitingResult[]
  title: string
  path: string
  doWords: string
  none: string
  noneHint: string
}

/** Results that wait for one step, most urgent first. */
export function WaitingList({ waiting, title, path, doWords, none, noneHint }: Props) {
  const columns: Column<WaitingResult>[] = [
    {
      title: texts.applicantName,
      rowHeader: true,
      cell: ({ item }) => <a href={dossierPath(item.code)}>{item.applicantName}</a>,
    },
    { title: texts.document, cell: ({ result }) => result.title },
    { title: texts.code, kind: 'code', cell: ({ item }) => item.code },
    { title: texts.dueAt, cell: ({ item }) => <Due item={item} /> },
    {
      title: texts.action,
      titleHidden: true,
      cell: ({ item, result, isMine }) =>
        isMine ? (
          <ButtonLink
            kind="secondary"
            href={`${path}/${encodeURIComponent(item.code)}`}
            label={`${doWords}: ${item.applicantName}`}
          >
            {doWords}
          </ButtonLink>
        ) : (
          <span class="nhe">{fill(texts.notMine, { name: result.content.signature.fullName })}</span>
        ),
    },
  ]
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns}
      rows={waiting}
      rowKey={({ item }) => item.code}
      empty={
        <EmptyState icon="circle-check-big" title={none}>
          {noneHint}
        </EmptyState>
      }
    />
  )
}

function Due({ item: { urgency, dueAt } }: Pick<WaitingResult, 'item'>) {
  if (!dueAt) return null
  const words = formatDateTime(dueAt)
  if (urgency === 'overdue') return <Tag tone="late">{words}</Tag>
  return urgency === 'in-time' ? <span class="so">{words}</span> : <Tag tone={urgency}>{words}</Tag>
}
