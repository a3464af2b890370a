import { formatDate } from '../../../platform/dates.ts'
import { EmptyState, Table, Tag, type Column } from '../../../ui/index.ts'
import type { PartItem, PartLists } from '../../linked/list-linked-parts.ts'
import { partStateWords } from '../../linked/texts.ts'
import { capital } from '../consultation/asked-list.page.tsx'
import { nameInSentence } from '../dossier-header.tsx'
import { fill } from '../texts.ts'
import { PART_TONES } from './part-table.tsx'
import { ownTexts as texts } from './texts.ts'

/** Parts of the reader's body by urgency, and what their one-stop desk watches. */
export function OwnListPage({ open, settled, watched, watchedBefore }: PartLists) {
  return (
    <div class="cuon-trang">
      <div class="rong-cot">
        {open.length === 0 && watched.length === 0 && (
          <EmptyState icon="circle-check-big" title={texts.none}>
            {texts.noneHint}
          </EmptyState>
        )}
        {open.length > 0 && <PartsTable caption={texts.open} items={open} />}
        {watched.length > 0 && <PartsTable caption={texts.watched} items={watched} isWatched />}
        {watchedBefore.length > 0 && <PartsTable caption={texts.watchedBefore} items={watchedBefore} isWatched />}
        {settled.length > 0 && <PartsTable caption={texts.settled} items={settled} />}
      </div>
    </div>
  )
}

function PartsTable({
  caption,
  items,
  isWatched,
}: {
  caption: string
  items: readonly PartItem[]
  isWatched?: boolean
}) {
  const columns: Column<PartItem>[] = [
    {
      title: texts.deadline,
      cell: ({ state, isLate, dueOn }) => (
        <>
          <Tag tone={PART_TONES[state]}>{partStateWords[state]}</Tag>{' '}
          {(state === 'sent' || state === 'accepted') && (
            <Tag tone={isLate ? 'late' : 'outline'}>
              {fill(isLate ? texts.lateBy : texts.until, { day: formatDate(dueOn) })}
            </Tag>
          )}
        </>
      ),
    },
    {
      title: texts.duty,
      rowHeader: true,
      cell: ({ id, duty, procedureName, dossierCode }) => (
        <>
          <a href={`/lien-thong/${id}`}>{duty}</a>
          <small class="cau-rieng">
            {fill(texts.about, { procedure: capital(nameInSentence(procedureName)), code: dossierCode })}
          </small>
        </>
      ),
    },
    { title: texts.from, cell: ({ leadUnitName }) => leadUnitName },
    ...(isWatched ? [{ title: texts.at, cell: ({ unitName }: PartItem) => unitName }] : []),
  ]
  return <Table caption={caption} columns={columns} rows={items} rowKey={({ id }) => id} />
}
