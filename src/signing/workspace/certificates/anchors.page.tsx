import { Notice, Table, Tag, type Column } from '../../../ui/index.ts'
import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import type { AnchorState, AnchorView } from '../../trust/anchor.ts'
import { ANCHORS, CertificateTabs } from './frame.tsx'
import { anchorKindWords, anchorStateWords, certaintyWords, certificateTexts as t } from './texts.ts'

/** gốc tin cậy: which roots are known, which are believed, and how sure each is. */
export function AnchorsPage({ anchors }: { anchors: readonly AnchorView[] }) {
  return (
    <div class="cuon-trang">
      <CertificateTabs current={ANCHORS} />
      {anchors.some(({ isDemo, state }) => isDemo && state === 'trusted') && (
        <Notice tone="late" title={t.demoWarning}>
          {t.demoWhy}
        </Notice>
      )}
      <p>{t.anchorsLead}</p>
      <p>
        {t.anchorsHow} <code class="ma be-chu">{t.anchorCommand}</code>
      </p>
      <Table
        caption={t.anchorsTitle}
        captionHidden
        rows={anchors}
        rowKey={({ row, fingerprint, name }) => `${row?.code ?? ''} ${fingerprint ?? name}`}
        columns={COLUMNS}
      />
    </div>
  )
}

const TONE: Record<AnchorState, 'ok' | 'outline' | 'late'> = {
  trusted: 'ok',
  'not-installed': 'outline',
  expired: 'late',
  'not-yet': 'outline',
  'refused-as-demo': 'late',
}

/** Read and compared a group at a time. */
const inGroups = (hex: string) => hex.replace(/(.{8})(?=.)/g, '$1 ')

const COLUMNS: Column<AnchorView>[] = [
  {
    title: t.anchor,
    rowHeader: true,
    cell: ({ row, name, isDemo, isRoot }) => (
      <>
        {name}
        {isDemo && (
          <>
            {' '}
            <Tag tone="late-soft">{t.demo}</Tag>
          </>
        )}
        <br />
        <small class="nhe">
          {row ? `${anchorKindWords[row.kind]}, ${row.owner}. ${row.covers}` : isRoot ? t.other : t.intermediate}
        </small>
      </>
    ),
  },
  { title: t.code, kind: 'code', cell: ({ row }) => row?.code ?? '' },
  { title: t.anchorState, cell: ({ state }) => <Tag tone={TONE[state]}>{anchorStateWords[state]}</Tag> },
  {
    title: t.anchorDates,
    cell: ({ row, validFrom, validTo }) =>
      validFrom && validTo ? (
        <span class="so">
          {formatDate(vietnamDate(validFrom))} – {formatDate(vietnamDate(validTo))}
        </span>
      ) : row?.statedYears == null ? (
        t.unknown
      ) : (
        t.stated(row.statedYears)
      ),
  },
  {
    title: t.fingerprint,
    cell: ({ fingerprint, matchesRow }) => (
      <>
        <span class="so">{fingerprint === null ? t.unknown : inGroups(fingerprint)}</span>
        {matchesRow === false && (
          <>
            <br />
            <b>{t.differs}</b>
          </>
        )}
      </>
    ),
  },
  {
    title: t.source,
    cell: ({ row, note }) => (
      <>
        {row && `${certaintyWords[row.certainty]}. ${row.source}. ${row.legalBasis}`}
        {note && ` ${note.source}`}
        {!row && !note && t.putByHand}
      </>
    ),
  },
]
