import { workPath } from '../../dossiers/index.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { ButtonLink, EmptyState, Table, Tag, type Column } from '../../ui/index.ts'
import type { WaitingResult } from '../list-waiting.ts'
import { RaisingTag } from './raising-tag.tsx'
import { texts } from './texts.ts'

type Props = {
  waiting: readonly WaitingResult[]
  title: string
  path: string
  doWords: string
  none: string
  noneHint: string
  /** Rows can be chosen: the name and value of each one's box, inside a form of the caller. */
  choose?: { name: string; value(waiting: WaitingResult): string; isChosen?(waiting: WaitingResult): boolean }
  /** Says what the paper is about in one line. */
  withGist?: boolean
}

/** A draft is opened on the page of its dossier. */
export const APPROVE = '/duyet'

function boxColumn({ name, value, isChosen }: NonNullable<Props['choose']>): Column<WaitingResult> {
  return {
    title: texts.choose,
    titleHidden: true,
    cell: (waiting) => (
      <label class="dau-tich">
        <input type="checkbox" name={name} value={value(waiting)} checked={isChosen?.(waiting) ?? false} />
        <span class="an">{fill(texts.chooseOne, { name: waiting.item.applicantName })}</span>
      </label>
    ),
  }
}

const GIST = 140

/** What the paper says, in one line: its subject, else how it begins. */
function gistOf({ content: { subject, body } }: WaitingResult['result']): string {
  const line = (subject ?? body[0] ?? '').replace(/\s+/g, ' ')
  return line.length <= GIST ? line : `${line.slice(0, GIST).replace(/\s+\S*$/, '')}…`
}

/** Results that wait for one step, most urgent first. */
export function WaitingList({ waiting, title, path, doWords, none, noneHint, choose, withGist }: Props) {
  const columns: Column<WaitingResult>[] = [
    ...(choose ? [boxColumn(choose)] : []),
    {
      title: texts.applicantName,
      rowHeader: true,
      cell: ({ item }) => <a href={workPath(item.code)}>{item.applicantName}</a>,
    },
    {
      title: texts.document,
      cell: ({ result, isRecordSigned }) => (
        <>
          {result.title} {isRecordSigned && <Tag tone="sea">{texts.recordSigned}</Tag>}
          {withGist && (
            <>
              <br />
              <span class="nhe nho">{gistOf(result)}</span>
            </>
          )}
        </>
      ),
    },
    { title: texts.code, kind: 'code', cell: ({ item }) => item.code },
    { title: texts.dueAt, cell: ({ item }) => <Due item={item} /> },
    {
      title: texts.action,
      titleHidden: true,
      cell: ({ item, result, isMine, signatoryLeft, raising }) => {
        if (raising) return <RaisingTag raising={raising} />
        const words = signatoryLeft ? texts.changeSignatory : doWords
        return (
          <>
            {(!isMine || signatoryLeft) && <NotMine result={result} hasLeft={signatoryLeft} />}
            {(isMine || signatoryLeft) && (
              <ButtonLink
                kind="secondary"
                href={path === APPROVE ? workPath(item.code, '/duyet') : `${path}/${encodeURIComponent(item.code)}`}
                label={`${words}: ${item.applicantName}`}
              >
                {words}
              </ButtonLink>
            )}
          </>
        )
      },
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

function NotMine({ result, hasLeft }: Pick<WaitingResult, 'result'> & { hasLeft: boolean }) {
  const name = result.content.signature.fullName
  if (!hasLeft) return <span class="nhe">{fill(texts.notMine, { name })}</span>
  return (
    <p>
      <Tag tone="late-soft">{fill(texts.signatoryLeft, { name })}</Tag>
    </p>
  )
}

function Due({ item: { urgency, dueAt } }: Pick<WaitingResult, 'item'>) {
  if (!dueAt) return null
  const words = formatDateTime(dueAt)
  if (urgency === 'overdue') return <Tag tone="late">{words}</Tag>
  return urgency === 'in-time' ? <span class="so">{words}</span> : <Tag tone={urgency}>{words}</Tag>
}
