import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import {
  BackLink,
  ButtonLink,
  ErrorSummary,
  Icon,
  Notice,
  PageTitle,
  SummaryList,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { formatSize } from '../../file.ts'
import type { OwnEntry } from '../../vault/my-vault.ts'
import { proofWords, statusTones, statusWords } from '../../vault/texts.ts'
import { DisputeSection, type DisputeSent } from './dispute-section.tsx'
import { ShareSection, type ShareSent } from './share-section.tsx'
import { vaultTexts as words } from './texts.ts'

export type EntryPageProps = {
  own: OwnEntry
  token: string
  now: Date
  shared: ShareSent
  disputed: DisputeSent
}

/** One paper of the reader: its files, what it is worth, where it was used, who may open it. */
export function EntryPage({ own, token, now, shared, disputed }: EntryPageProps) {
  const { entry, status } = own
  const errors = [...(shared.errors ?? []), ...(disputed.errors ?? [])]
  return (
    <>
      <BackLink href="/giay-to">{words.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle>{entry.title}</PageTitle>
      <p>
        <Tag tone={statusTones[status]}>{statusWords[status]}</Tag>{' '}
        {own.disputes.some(({ answeredAt }) => answeredAt === null) && <Tag tone="hold">{words.disputed}</Tag>}
      </p>
      {entry.state === 'revoked' && entry.endReason !== null && (
        <Notice tone="late" title={words.revokedWhy}>
          {entry.endReason}
        </Notice>
      )}
      <Facts own={own} />
      <Files own={own} />
      <Versions own={own} />
      <Uses own={own} />
      {own.decides ? (
        <>
          <ShareSection own={own} token={token} now={now} sent={shared} />
          <DisputeSection own={own} token={token} sent={disputed} />
        </>
      ) : (
        <p class="nhe cach">{words.representativeDecides}</p>
      )}
    </>
  )
}

function Facts({ own: { entry, keeperName, organisation, archived } }: { own: OwnEntry }) {
  const { about, number, issuer, issuedOn, validFrom, validUntil, proof, version, source, sourceCode, enteredAt } =
    entry
  const valid = [
    ...(validFrom === null ? [] : [words.validFrom(formatDate(validFrom))]),
    validUntil === null ? words.noLimit : words.validUntil(formatDate(validUntil)),
  ].join(', ')
  const told = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return (
    <SummaryList
      boxed
      rows={[
        ...told(words.organisation, organisation),
        ...told(words.about, about),
        ...told(words.number, number),
        ...told(words.issuer, issuer),
        ...told(words.issuedOn, issuedOn && formatDate(issuedOn)),
        { label: words.valid, value: valid },
        { label: words.proof, value: proofWords[proof] },
        { label: words.version, value: String(version), figures: true },
        source.startsWith('paper:')
          ? { label: words.fromCopy, value: sourceCode }
          : { label: words.fromDossier, value: <a href={`/ho-so/${encodeURIComponent(sourceCode)}`}>{sourceCode}</a> },
        { label: words.entered, value: formatDateTime(enteredAt), figures: true },
        { label: words.keeper, value: keeperName },
        ...told(
          words.keptAt,
          archived
            ? words.archivedAt(archived.archiveName, archived.receiptNumber, formatDate(archived.receivedOn))
            : null,
        ),
      ]}
    />
  )
}

function Files({ own: { entry, files } }: { own: OwnEntry }) {
  return (
    <section class="muc-con kho-muc">
      <h2>{words.files}</h2>
      {files.map((file, index) => {
        const name = words.file(index + 1, files.length)
        const path = `/giay-to/${entry.id}/tep/${index + 1}`
        return (
          <div class="phong-bi" key={file.id}>
            <p class="hang">
              <b>{name}</b>
              <span class="nhe so">{formatSize(file.size)}</span>
              <a href={`${path}/xem`} target="_blank" rel="noopener">
                {words.view}
                <span class="an"> {name}</span>
              </a>
              <ButtonLink href={path} icon="download" kind="secondary" download>
                {words.download}
                <span class="an"> {name}</span>
              </ButtonLink>
            </p>
            <p class="nho nhe">
              {words.fingerprint}: <span class="ma bam">{file.sha256}</span>
            </p>
          </div>
        )
      })}
      {entry.verificationCode !== null && (
        <p>
          <a href={`/kiem-tra/${entry.verificationCode}`}>
            <Icon name="shield-check" /> {words.checkIt}
          </a>
        </p>
      )}
    </section>
  )
}

function Versions({ own: { entry, versions } }: { own: OwnEntry }) {
  if (versions.length < 2) return null
  return (
    <section class="muc-con kho-muc">
      <h2>{words.versions}</h2>
      <ul>
        {versions.map((one) => {
          const name = [words.versionOf(one.version), one.number, one.issuedOn && formatDate(one.issuedOn)]
          const told = name.filter((part) => part !== null).join(', ')
          return (
            <li key={one.id}>
              {one.id === entry.id ? `${told} (${words.thisOne})` : <a href={`/giay-to/${one.id}`}>{told}</a>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Uses({ own: { uses, decisions } }: { own: OwnEntry }) {
  return (
    <section class="muc-con kho-muc">
      <h2>{words.uses}</h2>
      <Table
        caption={words.uses}
        captionHidden
        rows={uses}
        rowKey={({ usedFor, componentCode }) => `${usedFor} ${componentCode}`}
        empty={<p>{words.noUses}</p>}
        columns={[
          { title: words.usedAt, cell: ({ usedAt }) => formatDateTime(usedAt) },
          {
            title: words.usedFor,
            cell: ({ usedForCode, procedureName }) => (
              <>
                <a href={`/ho-so/${encodeURIComponent(usedForCode)}`}>{usedForCode}</a>
                <p class="khong-cach nhe">{procedureName}</p>
              </>
            ),
          },
          {
            title: words.decision,
            cell: ({ usedFor }) =>
              decisions
                .filter((one) => one.usedFor === usedFor)
                .map(({ resultCode, number, decidedOn, conclusion }) => (
                  <p class="khong-cach" key={resultCode}>
                    <a href={`/kiem-tra/${resultCode}`}>{number}</a>, {formatDate(decidedOn)}:{' '}
                    {words.conclusions[conclusion]}
                  </p>
                )),
          },
          {
            title: words.ground,
            cell: ({ ground, version }) => `${words.grounds[ground]} (${words.versionOf(version)})`,
          },
        ]}
      />
    </section>
  )
}
