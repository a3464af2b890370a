import { ButtonLink, Notice, SummaryList, Table, Tag } from '../../../ui/index.ts'
import { formatDate, formatDateTime, vietnamDate } from '../../../platform/dates.ts'
import type { CertificateView } from '../../register/get-certificate.ts'
import { daysLeft } from '../../register/key-holder.ts'
import { whyNotResume, whyNotStop } from '../../register/stop-certificate.ts'
import { linkTexts } from '../link-key/texts.ts'
import { CERTIFICATES, CertificateTabs, stateTone } from './frame.tsx'
import { RevocationFacts } from './revocation-facts.tsx'
import {
  certificateTexts as t,
  kindWords,
  problemWords,
  purposeWords,
  signerWords,
  stateWords,
  useStateWords,
} from './texts.ts'

type Props = { certificate: CertificateView; now: Date; isDone: boolean }

/** One certificate of the register: whose it is, whether it counts, what it did, what can be done about it. */
export function CertificatePage({ certificate, now, isDone }: Props) {
  return (
    <div class="cuon-trang">
      <CertificateTabs current="" />
      {isDone && <Notice tone="ok" role="status" title={t.done} />}
      {certificate.isDemo && (
        <Notice tone="late" title={t.demoWarning}>
          {t.demoWhy}
        </Notice>
      )}
      <h2>
        {certificate.subject} <Tag tone={stateTone[certificate.state]}>{stateWords[certificate.state]}</Tag>
      </h2>
      <Facts certificate={certificate} now={now} />
      <h3>{t.chain}</h3>
      <Chain certificate={certificate} />
      <h3>{t.uses}</h3>
      <Uses certificate={certificate} />
      <Doings certificate={certificate} now={now} />
    </div>
  )
}

function Facts({ certificate: one, now }: Pick<Props, 'certificate' | 'now'>) {
  const day = (at: Date) => formatDate(vietnamDate(at))
  const left = daysLeft(one, now)
  const unit = one.unitName ?? t.noUnit
  const service =
    one.servesUntil === null
      ? t.serviceFrom(formatDateTime(one.servesFrom))
      : t.serviceUntil(formatDateTime(one.servesFrom), formatDateTime(one.servesUntil))
  const reason = one.withdrawnReason === 'replaced' ? t.replaced : (one.withdrawnReason ?? '')
  return (
    <SummaryList
      boxed
      rows={[
        { label: t.kind, value: kindWords[one.kind] },
        { label: t.organisation, value: one.organisation },
        {
          label: t.namedUnit,
          value: one.endedUnit ? `${unit}, ${t.unitEnded(formatDate(one.endedUnit.lastDay))}` : unit,
        },
        {
          label: t.validity,
          figures: true,
          value: `${t.from} ${day(one.validFrom)} ${t.to} ${day(one.validTo)}${left >= 0 ? `, ${t.daysLeft(left)}` : ''}`,
        },
        { label: t.issuer, value: one.issuer },
        { label: t.serial, value: <span class="ma">{one.serial}</span> },
        { label: t.fingerprint, value: <span class="ma be-chu">{one.fingerprint}</span> },
        { label: t.keyKind, value: one.keyKind },
        {
          label: t.where,
          value: (
            <>
              {signerWords(one.signer)}, {t.keyRef} <span class="ma">{one.keyRef}</span>
            </>
          ),
        },
        { label: t.registered, value: formatDateTime(one.registeredAt), figures: true },
        {
          label: t.service,
          figures: true,
          value: one.withdrawnAt === null ? service : t.withdrawn(formatDateTime(one.withdrawnAt), reason),
        },
        { label: t.revocation, value: <RevocationFacts holder={one} /> },
      ]}
    />
  )
}

function Chain({ certificate: { chainMembers, problem } }: Pick<Props, 'certificate'>) {
  return (
    <>
      <ol>
        {chainMembers.map((one) => (
          <li key={one.name}>
            {one.name}
            {one.organisation !== '' && one.organisation !== one.name && (
              <span class="nhe">, {one.organisation}</span>
            )},{' '}
            {t.to} <span class="so">{formatDate(vietnamDate(one.validTo))}</span>
            {one.isAnchor && (
              <>
                {' '}
                <Tag tone="ok">{t.chainEnd}</Tag>
              </>
            )}
            {one.isDemo && (
              <>
                {' '}
                <Tag tone="late-soft">{t.demo}</Tag>
              </>
            )}
          </li>
        ))}
      </ol>
      <p>{problem === null ? t.chainOk : <b>{problemWords[problem] ?? problem}</b>}</p>
    </>
  )
}

function Uses({ certificate: { uses, timesUsed } }: Pick<Props, 'certificate'>) {
  if (uses.length === 0) return <p>{t.neverUsed}</p>
  return (
    <>
      <p>{t.timesUsed(timesUsed)}</p>
      <Table
        caption={t.uses}
        captionHidden
        dense
        rows={uses}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t.when,
            rowHeader: true,
            cell: ({ requestedAt }) => <span class="so">{formatDateTime(requestedAt)}</span>,
          },
          { title: t.what, cell: ({ purpose }) => purposeWords(purpose) },
          { title: t.who, cell: ({ byName }) => byName },
          { title: t.outcome, cell: ({ state }) => useStateWords(state) },
        ]}
      />
    </>
  )
}

function Doings({ certificate: one, now }: Pick<Props, 'certificate' | 'now'>) {
  const here = `${CERTIFICATES}/${one.fingerprint}`
  const canHandOver =
    one.withdrawnAt === null && one.kind !== 'citizen' && (one.servesUntil === null || one.servesUntil > now)
  if (one.withdrawnAt !== null) return null
  return (
    <>
      <h3>{t.actions}</h3>
      <div class="hang cach">
        {canHandOver && <ButtonLink href={`${here}/doi`}>{t.handOver}</ButtonLink>}
        {one.canUnlock && (
          <ButtonLink kind="secondary" href={`${here}/mo-khoa`}>
            {linkTexts.unlockTitle}
          </ButtonLink>
        )}
        {!whyNotStop(one) && (
          <ButtonLink kind="secondary" href={`${here}/thu-hoi`}>
            {t.stop}
          </ButtonLink>
        )}
        {!whyNotResume(one) && (
          <ButtonLink kind="secondary" href={`${here}/dung-lai`}>
            {t.resume}
          </ButtonLink>
        )}
        <ButtonLink kind="danger" href={`${here}/thoi-dung`}>
          {t.withdraw}
        </ButtonLink>
      </div>
    </>
  )
}
