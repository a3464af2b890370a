import { formatDate, vietnamDate, vietnamTime } from '../../../platform/dates.ts'
import { EmptyState, Table, Tag, type Column } from '../../../ui/index.ts'
import type { AskedItem } from '../../consultation/list-opinions-asked.ts'
import { nameInSentence } from '../dossier-header.tsx'
import { fill } from '../texts.ts'
import { askedTexts as texts } from './texts.ts'

type Props = { open: readonly AskedItem[]; settled: readonly AskedItem[]; now: Date }

/** Questions other bodies put to the reader's, most urgent first. */
export function AskedListPage({ open, settled, now }: Props) {
  return (
    <div class="cuon-trang">
      <div class="rong-cot">
        {open.length === 0 ? (
          <EmptyState icon="circle-check-big" title={texts.none}>
            {texts.noneHint}
          </EmptyState>
        ) : (
          <AskedTable caption={texts.toAnswer} items={open} now={now} />
        )}
        {settled.length > 0 && <AskedTable caption={texts.settled} items={settled} now={now} />}
      </div>
    </div>
  )
}

function AskedTable({ caption, items, now }: { caption: string; items: readonly AskedItem[]; now: Date }) {
  const columns: Column<AskedItem>[] = [
    { title: texts.deadline, cell: (item) => <StandingTag item={item} now={now} /> },
    {
      title: texts.question,
      rowHeader: true,
      cell: ({ id, question, procedureName, dossierCode }) => (
        <>
          <a href={`/y-kien/${id}`}>{shortened(question)}</a>
          <small class="cau-rieng">
            {fill(texts.about, { procedure: capital(nameInSentence(procedureName)), code: dossierCode })}
          </small>
        </>
      ),
    },
    { title: texts.asker, cell: ({ leadUnitName }) => leadUnitName },
  ]
  return <Table caption={caption} columns={columns} rows={items} rowKey={({ id }) => id} />
}

/** How long a body has still, or what became of the question. */
export function StandingTag({
  item,
  now,
}: {
  item: Pick<AskedItem, 'standing' | 'isLate' | 'replyAt' | 'replyBy'>
  now: Date
}) {
  const { standing, isLate, replyAt, replyBy } = item
  if (standing === 'answered') {
    return <Tag tone={isLate ? 'late-soft' : 'ok'}>{isLate ? texts.answeredLate : texts.answered}</Tag>
  }
  if (standing === 'closed') return <Tag>{texts.ended}</Tag>
  if (isLate) return <Tag tone="late">{fill(texts.late, { day: formatDate(replyBy) })}</Tag>
  if (replyBy === vietnamDate(now)) return <Tag tone="today">{fill(texts.today, { time: vietnamTime(replyAt) })}</Tag>
  return <Tag tone="outline">{fill(texts.until, { day: formatDate(replyBy) })}</Tag>
}

const LONGEST = 160

function shortened(words: string): string {
  const letters = [...words]
  return letters.length <= LONGEST
    ? words
    : `${letters
        .slice(0, LONGEST)
        .join('')
        .replace(/\s+\S*$/, '')}…`
}

export function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}
