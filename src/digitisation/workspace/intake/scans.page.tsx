import { formatDateTime } from '../../../platform/dates.ts'
import { EmptyState, ErrorSummary, Pagination, Panel, Table, Tag } from '../../../ui/index.ts'
import type { ListedScan, ScanList } from '../../intake/get-scan.ts'
import { NewScanForm, type FormError, type Typed } from './new-scan-form.tsx'
import { SCANS, scanPath } from './paths.ts'
import { intakeTexts as t, scanStateWords, sourceWords } from './texts.ts'

type Props = { list: ScanList; typed: Typed; errors: readonly FormError[]; mostBytes: number; token: string }

/** Where papers are put in, and what came in before by every way. */
export function ScansPage({ list, typed, errors, mostBytes, token }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors.map(({ field, message }) => ({ field, message }))} />
      <p>
        {t.lead} <a href={`${SCANS}/to-phan-cach`}>{t.separators}</a>
      </p>
      <Panel title={t.newScan}>
        <NewScanForm units={list.units} typed={typed} errors={errors} mostBytes={mostBytes} token={token} />
      </Panel>
      <h2>{t.list}</h2>
      <Table
        caption={t.list}
        captionHidden
        rows={list.scans}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="scan-line" title={t.empty} />}
        columns={[
          { title: t.scan, rowHeader: true, cell: ({ id, title }) => <a href={scanPath(id)}>{title}</a> },
          { title: t.source, cell: ({ source }) => sourceWords[source] },
          { title: t.pages, cell: ({ pages, papers }) => <span class="so">{t.pagesPapers(pages, papers)}</span> },
          { title: t.state, cell: (scan) => <State scan={scan} /> },
          { title: t.came, cell: ({ takenAt }) => <span class="so">{formatDateTime(takenAt)}</span> },
          { title: t.at, cell: ({ unitName }) => unitName },
        ]}
      />
      <Pagination {...(list.next === null ? {} : { nextHref: `${SCANS}?sau=${list.next}` })} />
    </div>
  )
}

const TONES = {
  preparing: 'sea',
  ready: 'soon',
  'handed-on': 'ok',
  quarantined: 'late-soft',
  dropped: 'plain',
} as const satisfies Record<ListedScan['state'], string>

function State({ scan: { state, faulty, failed } }: { scan: ListedScan }) {
  const toLookAt = faulty + failed
  return (
    <span class="hang">
      <Tag tone={TONES[state]}>{scanStateWords[state]}</Tag>
      {state === 'ready' && toLookAt > 0 && (
        <Tag tone="late-soft" icon="triangle-alert">
          {t.faulty(toLookAt)}
        </Tag>
      )}
    </span>
  )
}
