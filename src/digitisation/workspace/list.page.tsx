import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { EmptyState, Meter, Pagination, Table, Tabs, Tag } from '../../ui/index.ts'
import { BENCH_TABS, type BenchList, type BenchTab } from '../bench/list-papers.ts'
import { BENCH, paperPath } from './paths.ts'
import { benchTexts as t, sourceWords, tabWords } from './texts.ts'

type Row = BenchList['papers'][number]

/** Everything that is to be checked, whatever it belongs to; the machine's progress in the same list. */
export function BenchListPage({ list, tab }: { list: BenchList; tab: BenchTab }) {
  const { papers, next } = list
  return (
    <div class="cuon-trang bsh-ds">
      <Tabs
        label={t.title}
        tabs={BENCH_TABS.map((one) => ({
          href: one === 'to-check' ? BENCH : `${BENCH}?loc=${one}`,
          label: tabWords[one],
          current: one === tab,
        }))}
      />
      <p class="nhe">{tab === 'reading' ? t.refresh : t.lead}</p>
      <Table
        caption={tabWords[tab]}
        captionHidden
        rows={papers}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="scan-text" title={t.empty} />}
        columns={[
          {
            title: t.paper,
            rowHeader: true,
            cell: ({ id, typeName, title, no }) => (
              <>
                <a href={paperPath(id)}>{typeName ?? t.unknown}</a>
                <br />
                <span class="nhe nho">{fill(t.inScan, { title, no })}</span>
              </>
            ),
          },
          { title: t.from, cell: (row) => <From row={row} /> },
          { title: t.progress, cell: (row) => <Pages row={row} /> },
          { title: t.left, cell: (row) => <Left row={row} /> },
          { title: t.with, cell: (row) => <Whose row={row} /> },
          { title: t.came, cell: ({ createdAt }) => <span class="so">{formatDateTime(createdAt)}</span> },
        ]}
      />
      <Pagination
        {...(next === null ? {} : { nextHref: `${BENCH}?${new URLSearchParams({ loc: tab, sau: next }).toString()}` })}
      />
    </div>
  )
}

function From({ row: { source, dossierCode } }: { row: Row }) {
  return (
    <>
      {sourceWords[source]}
      {dossierCode !== null && (
        <>
          <br />
          <span class="ma">{dossierCode}</span>
        </>
      )}
    </>
  )
}

function Pages({ row: { progress } }: { row: Row }) {
  if (!progress) return null
  const { pages, read, failed } = progress
  return (
    <>
      <span class="so">{fill(t.pagesRead, { read, pages })}</span>
      <span class="trang">
        <Meter value={pages === 0 ? 0 : read / pages} tone={failed > 0 ? 'late' : read === pages ? 'ok' : 'sea'} />
      </span>
      {failed > 0 && (
        <Tag tone="late-soft" icon="triangle-alert">
          {fill(t.pagesFailed, { n: failed })}
        </Tag>
      )}
    </>
  )
}

function Left({ row: { values, open, waitSecond } }: { row: Row }) {
  if (values === 0) return null
  return (
    <>
      <span class="so">{fill(t.leftOf, { open, values })}</span>
      {waitSecond > 0 && (
        <>
          <br />
          <Tag tone="hold">{fill(t.waitSecond, { n: waitSecond })}</Tag>
        </>
      )}
    </>
  )
}

function Whose({ row: { handedToName, handedByName, note } }: { row: Row }) {
  if (handedToName === null) return <span class="nhe">{t.anybody}</span>
  return (
    <>
      {fill(t.withNote, { to: handedToName, by: handedByName ?? '' })}
      {note !== null && note !== '' && <span class="nhe nho"> {note}</span>}
    </>
  )
}
