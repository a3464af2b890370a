import { Actions, Button, ButtonLink, Field, Pagination, Select, Table, Tag, type Column } from '../../../ui/index.ts'
import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { CERTIFICATE_STATES, daysLeft } from '../../register/key-holder.ts'
import type { CertificateLine } from '../../register/list-certificates.ts'
import { linkTexts } from '../link-key/texts.ts'
import { CERTIFICATES, CertificateTabs, EXPIRING, LINK_KEY, stateTone } from './frame.tsx'
import { certificateTexts as t, kindWords, signerWords, stateWords } from './texts.ts'

/** What the form asks for, as it stands in the address. */
export type Asked = { q?: string; trang_thai?: string; loai?: string; don_vi?: string; noi_giu?: string; sau?: string }

type Props = {
  asked: Asked
  certificates: readonly CertificateLine[]
  units: readonly { id: string; name: string }[]
  signers: readonly string[]
  next: string | null
  now: Date
}

/** sổ chứng thư số: every certificate an administrator looks after. */
export function CertificatesPage({ asked, certificates, units, signers, next, now }: Props) {
  const { sau: _, ...kept } = asked
  const more = new URLSearchParams({ ...kept, sau: next ?? '' })
  return (
    <div class="cuon-trang">
      <CertificateTabs current={CERTIFICATES} />
      <form method="get" action={CERTIFICATES} class="mot-cot">
        <Field name="q" label={t.search} type="search" value={asked.q ?? ''} width="medium" />
        <div class="hang">
          <Select
            name="trang_thai"
            label={t.state}
            emptyLabel={t.anyState}
            value={asked.trang_thai}
            options={CERTIFICATE_STATES.map((value) => ({ value, label: stateWords[value] }))}
          />
          <Select
            name="loai"
            label={t.kind}
            emptyLabel={t.anyKind}
            value={asked.loai}
            options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          />
          <Select
            name="noi_giu"
            label={t.signer}
            emptyLabel={t.anySigner}
            value={asked.noi_giu}
            options={signers.map((value) => ({ value, label: signerWords(value) }))}
          />
        </div>
        <Select
          name="don_vi"
          label={t.unit}
          emptyLabel={t.anyUnit}
          value={asked.don_vi}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Actions>
          <Button icon="search">{t.find}</Button>
          <ButtonLink kind="secondary" href={LINK_KEY} icon="plus">
            {linkTexts.title}
          </ButtonLink>
        </Actions>
      </form>
      <CertificateTable certificates={certificates} now={now} empty={t.none} />
      {next !== null && <Pagination nextHref={`${CERTIFICATES}?${more.toString()}`} summary={t.more} />}
    </div>
  )
}

/** Certificates whose end is near, the nearest first. */
export function ExpiringPage({ certificates, now }: Pick<Props, 'certificates' | 'now'>) {
  return (
    <div class="cuon-trang">
      <CertificateTabs current={EXPIRING} />
      <CertificateTable certificates={certificates} now={now} empty={t.noneExpiring} />
    </div>
  )
}

function CertificateTable({ certificates, now, empty }: Pick<Props, 'certificates' | 'now'> & { empty: string }) {
  return (
    <Table
      caption={t.title}
      captionHidden
      dense
      rows={certificates}
      rowKey={({ fingerprint }) => fingerprint}
      empty={<p>{empty}</p>}
      columns={columns(now)}
    />
  )
}

function columns(now: Date): Column<CertificateLine>[] {
  return [
    {
      title: t.holder,
      rowHeader: true,
      cell: ({ fingerprint, subject, organisation, kind, isDemo }) => (
        <>
          <a href={`${CERTIFICATES}/${fingerprint}`}>{subject}</a>
          {isDemo && (
            <>
              {' '}
              <Tag tone="late-soft">{t.demo}</Tag>
            </>
          )}
          <br />
          <small class="nhe">
            {kindWords[kind]}
            {organisation !== subject && organisation !== '' ? `, ${organisation}` : ''}
          </small>
        </>
      ),
    },
    { title: t.state, cell: ({ state }) => <Tag tone={stateTone[state]}>{stateWords[state]}</Tag> },
    {
      title: t.validity,
      cell: (one) => (
        <span class="so">
          {t.to} {formatDate(vietnamDate(one.validTo))}
          {one.state === 'expiring' && `, ${t.daysLeft(daysLeft(one, now))}`}
        </span>
      ),
    },
    { title: t.issuer, cell: ({ issuer }) => issuer },
    { title: t.signer, cell: ({ signer }) => signerWords(signer) },
  ]
}
