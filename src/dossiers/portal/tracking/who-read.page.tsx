import { formatDateTime } from '../../../platform/dates.ts'
import { BackLink, EmptyState, PageTitle, Pagination, Table } from '../../../ui/index.ts'
import type { ReaderSeen } from '../../reading/who-read.ts'
import { HOTLINE } from '../../texts.ts'
import { askAbout, whatRead, whoReadTexts as words, whyRead } from './who-read.texts.ts'

type Props = { readers: ReaderSeen[]; next: string | null; isOlder: boolean }

/** Who looked at the reader's data, newest first. */
export function WhoReadPage({ readers, next, isOlder }: Props) {
  return (
    <>
      <BackLink href="/giay-to">{words.back}</BackLink>
      <PageTitle>{words.title}</PageTitle>
      <p>{words.lead}</p>
      <p>
        <a href={`tel:${HOTLINE.replaceAll(' ', '')}`}>{askAbout()}</a>
      </p>
      <Table
        caption={words.title}
        captionHidden
        rows={readers}
        rowKey={({ at, how, thing }) => `${at.toISOString()} ${how} ${whatRead(thing)}`}
        empty={<EmptyState icon="history" title={words.none} />}
        columns={[
          { title: words.at, cell: ({ at }) => formatDateTime(at) },
          { title: words.who, rowHeader: true, cell: (reader) => <Reader reader={reader} /> },
          { title: words.what, cell: ({ thing }) => whatRead(thing) },
          {
            title: words.why,
            cell: (reader) => (
              <>
                {whyRead(reader)}
                {reader.times > 1 && <small> ({words.times(reader.times)})</small>}
              </>
            ),
          },
        ]}
      />
      <Pagination
        label={words.title}
        nextHref={next === null ? undefined : `/giay-to/ai-da-xem?truoc=${encodeURIComponent(next)}`}
        previousHref={isOlder ? '/giay-to/ai-da-xem' : undefined}
      />
    </>
  )
}

function Reader({ reader: { who, how } }: { reader: ReaderSeen }) {
  if (who === null) return <>{how === 'documents.vault-opened-by-link' ? words.byLink : words.bySystem}</>
  return (
    <>
      <b>{who.name}</b>
      {who.unit !== null && (
        <>
          <br />
          <small>{who.unit}</small>
        </>
      )}
    </>
  )
}
