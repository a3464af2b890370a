import { formatDateTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { CertificateTabs, CERTIFICATES, LINK_KEY, WAITING_PAPERS } from '../../signing/index.ts'
import { EmptyState, Notice, Table, Tag, type Column } from '../../ui/index.ts'
import { listWaitingKeys, type WaitingKeys } from '../waiting-keys/list-waiting-keys.ts'
import { adviceWords, troubleWords, waitingKeysTexts as t } from '../waiting-keys/texts.ts'
import { waitsForKeySince, type WaitingPaper } from '../waiting-keys/waiting-paper.ts'

/** chờ chứng thư số mới, beside the certificates: what cannot be signed, for want of whose certificate, and what to do. */
export async function waitingKeysRoutes(web: Web): Promise<void> {
  web.get(WAITING_PAPERS, async (request, reply) => {
    const body = <WaitingKeysPage {...await ask(request, listWaitingKeys, {})} now={web.app.clock.now()} />
    return sitePage(request, reply, { site: 'workspace', title: t.title, current: WAITING_PAPERS, body })
  })
}

function WaitingKeysPage({ papers, isMore, now }: WaitingKeys & { now: Date }) {
  return (
    <div class="cuon-trang">
      <CertificateTabs current={WAITING_PAPERS} />
      {papers.length > 0 && <p>{t.lead}</p>}
      {isMore && <Notice tone="soon">{fill(t.more, { n: papers.length })}</Notice>}
      <Table
        caption={t.title}
        captionHidden
        rows={papers}
        rowKey={({ code, batchNo }) => `${code} ${batchNo ?? ''}`}
        empty={
          <EmptyState icon="circle-check-big" title={t.none}>
            {t.noneHint}
          </EmptyState>
        }
        columns={columns(now)}
      />
    </div>
  )
}

function columns(now: Date): Column<WaitingPaper>[] {
  return [
    {
      title: t.due,
      cell: ({ dueAt }) => (
        <>
          <span class="so">{dueAt ? formatDateTime(dueAt) : t.noDue}</span>
          {dueAt && dueAt < now && (
            <>
              <br />
              <Tag tone="late">{t.late}</Tag>
            </>
          )}
        </>
      ),
    },
    {
      title: t.paper,
      rowHeader: true,
      cell: ({ title, code, batchNo, of }) => (
        <>
          {title}
          <br />
          <small class="nhe">
            {batchNo === null ? fill(t.dossier, { code }) : fill(t.together, { no: batchNo, of, code })}
          </small>
        </>
      ),
    },
    {
      title: t.whose,
      cell: ({ holderName, state }) => (
        <>
          {holderName}
          <br />
          <small class="nhe">{state === 'signed' ? t.seals : t.signs}</small>
        </>
      ),
    },
    {
      title: t.why,
      cell: (paper) => (
        <>
          {troubleWords[paper.trouble.reason.code] ?? paper.trouble.reason.code}
          <br />
          <small class="nhe">
            {paper.trouble.since && `${fill(t.unusableSince, { at: formatDateTime(paper.trouble.since) })}. `}
            {fill(t.since, { at: formatDateTime(waitsForKeySince(paper)) })}
          </small>
        </>
      ),
    },
    { title: t.act, cell: (paper) => <Act {...paper.trouble} /> },
  ]
}

function Act({ reason, certificate }: WaitingPaper['trouble']) {
  const its = certificate && `${CERTIFICATES}/${certificate.fingerprint}`
  const canHandOver = its !== undefined && certificate?.withdrawnAt === null
  return (
    <>
      {adviceWords[reason.code]}
      <br />
      {canHandOver ? <a href={`${its}/doi`}>{t.handOver}</a> : <a href={LINK_KEY}>{t.link}</a>}
      {its !== undefined && (
        <>
          {' · '}
          <a href={its}>{t.look}</a>
        </>
      )}
    </>
  )
}
