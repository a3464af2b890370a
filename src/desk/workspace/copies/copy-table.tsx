import { formatDate, formatDateTime } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { workPath } from '../../../dossiers/index.ts'
import { ButtonLink, Table, Tag, type Column, type TagTone } from '../../../ui/index.ts'
import { copyPlacePath } from '../../copies/copy-paths.ts'
import { copyNumber, type CertifiedCopy, type CopyState } from '../../copies/certified-copy.ts'
import { stateOfCopy } from '../../copies/texts.ts'
import { copyTexts as t } from './texts.ts'

const TONES: Record<CopyState, TagTone> = { signed: 'hold', sealed: 'ok', dropped: 'plain' }

export const copiesPath = (code: string, more = '') => workPath(code, `/ban-sao${more}`)
export const copyFilePath = (copy: CertifiedCopy) => `${copyPlacePath(copy)}/${copy.id}.pdf`
/** The scan before anybody signs it. */
export const sourcePath = (place: string, fileId: string) => `${place}/nguon/${fileId}.pdf`

export const numberOf = ({ no, year }: CertifiedCopy) => (no === null || year === null ? '' : copyNumber({ no, year }))

type Listed = CertifiedCopy & { raises?: boolean }

const titled: Column<Listed> = {
  title: t.paper,
  rowHeader: true,
  cell: (copy) => (
    <>
      <a href={copyFilePath(copy)} target="_blank" rel="noopener">
        {copy.title}
      </a>
      <br />
      <span class="nhe">
        {copy.ownerName} · {fill(t.pages, { n: copy.pages })}
      </span>
      {copy.sealedSha256 !== null && (
        <code class="nhe nho bam">{fill(t.fingerprint, { sha256: copy.sealedSha256 })}</code>
      )}
    </>
  ),
}
const numbered: Column<Listed> = { title: t.number, kind: 'code', cell: numberOf }
const dated: Column<Listed> = {
  title: t.certifiedOn,
  cell: ({ certifiedOn }) => certifiedOn && formatDate(certifiedOn),
}
const compared: Column<Listed> = {
  title: t.comparedBy,
  cell: ({ signedByName, signedAt }) => fill(t.signedAt, { name: signedByName, at: formatDateTime(signedAt) }),
}
const dossier: Column<Listed> = {
  title: t.dossier,
  kind: 'code',
  cell: (copy) => <a href={copyPlacePath(copy)}>{copy.dossierCode ?? t.noDossier}</a>,
}
const state: Column<Listed> = {
  title: t.state,
  cell: (copy) => <Standing copy={copy} />,
}
const sealing: Column<Listed> = {
  title: t.seal,
  titleHidden: true,
  cell: (copy) =>
    !copy.raises && (
      <ButtonLink kind="secondary" href={`${copyPlacePath(copy)}?dau=${copy.id}#dau`} icon="stamp">
        {t.seal}
        <span class="an"> {copy.title}</span>
      </ButtonLink>
    ),
}

const KINDS = {
  dossier: { caption: t.copies, columns: [titled, state, compared], empty: t.none },
  waiting: { caption: t.waiting, columns: [titled, dossier, compared, sealing], empty: t.nothingWaits },
  book: { caption: t.book, columns: [numbered, dated, titled, dossier, compared], empty: t.bookEmpty },
} satisfies Record<string, { caption: string; columns: readonly Column<Listed>[]; empty: string }>

/** Where a copy stands: with its number once it has one, or why it was left out. */
export function Standing({ copy }: { copy: Listed }) {
  const { state: now, raises, droppedByName, reason, certifiedOn } = copy
  return (
    <>
      <Tag tone={raises ? 'hold' : TONES[now]}>{raises ? t.raises : stateOfCopy[now]}</Tag>
      {certifiedOn !== null && (
        <p class="nhe nho">{fill(t.numbered, { number: numberOf(copy), day: formatDate(certifiedOn) })}</p>
      )}
      {reason !== null && <p class="nhe nho">{fill(t.droppedBy, { name: droppedByName ?? '', reason })}</p>}
    </>
  )
}

/** Copies as a table: those of a dossier, those that wait, those in the book. */
export function CopyTable({ kind, copies }: { kind: keyof typeof KINDS; copies: readonly Listed[] }) {
  const { caption, columns, empty } = KINDS[kind]
  return (
    <Table
      caption={caption}
      captionHidden
      rows={copies}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<p class="nhe">{empty}</p>}
    />
  )
}
