import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { StoredFile } from '../../documents/index.ts'
import type { AloneScan } from '../../dossiers/index.ts'
import { isPersonalId } from '../../identity/index.ts'
import { nfc } from '../../platform/text.ts'

export type CopyState =
  | 'signed' // cán bộ đã đối chiếu và ký
  | 'sealed' // cơ quan đã ký, có số
  | 'dropped' // bỏ, không đóng dấu

/** bản sao y: the scan of a paper, with the signature of who compared it and then the agency's. */
export type CertifiedCopy = {
  id: string
  /** Null for a scan that belongs to no dossier; `paperId` then says which. */
  dossierId: string | null
  dossierCode: string | null
  paperId: string | null
  /** The desk that certifies. */
  unitId: string
  title: string
  /** Whose paper it is. */
  ownerName: string
  /** Given with a paper of no dossier. */
  ownerNumber: string | null
  pages: number
  sourceFileId: string
  sourceSha256: string
  signedFileId: string
  signedSha256: string
  signedByAccountId: string
  signedByName: string
  signedAt: Date
  state: CopyState
  year: number | null
  no: number | null
  certifiedOn: LegalDate | null
  sealedFileId: string | null
  sealedSha256: string | null
  sealedByName: string | null
  sealedAt: Date | null
  droppedByName: string | null
  droppedAt: Date | null
  reason: string | null
}

type Source = Pick<StoredFile, 'mediaType' | 'pages' | 'signatures' | 'scanVerdict'>

/**
 * Why this file of the dossier is not certified: only the scan of a paper that lay beside it is, and once. What is signed already
 * shows by itself who made it.
 */
export function whyNotCopy(
  place: { hasEnded: boolean },
  file: Source,
  { isCompared, isTaken }: { isCompared: boolean; isTaken: boolean },
): Reason | undefined {
  if (place.hasEnded) return { code: 'desk.copy-dossier-ended' }
  return whyNotSource(file, isTaken) ?? (isCompared ? undefined : { code: 'desk.copy-not-compared' })
}

/** The same of the file alone: which ones a page offers. */
export function whyNotSource(file: Source, isTaken: boolean): Reason | undefined {
  if (file.mediaType !== 'application/pdf' || file.pages === null) return { code: 'desk.copy-not-pdf' }
  if (file.scanVerdict === 'infected') return { code: 'desk.copy-infected' }
  if (file.signatures) return { code: 'desk.copy-signed-before' }
  return isTaken ? { code: 'desk.copy-taken' } : undefined
}

/** Why the agency does not sign it, or nobody drops it: it has been sealed or dropped. */
export function whyNotWaiting({ state }: Pick<CertifiedCopy, 'state'>): Reason | undefined {
  return state === 'signed' ? undefined : { code: 'desk.copy-settled' }
}

/** Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II: số thứ tự chung cho các loại bản sao trong năm, chữ viết tắt SY. */
export const copyNumber = ({ no, year }: { no: number; year: number }) => `${String(no).padStart(2, '0')}/${year}/SY`

type Said = { ownerName: string; ownerNumber: string | null }
const plain = (name: string) => nfc(name).toLocaleUpperCase('vi').replace(/\s+/g, ' ').trim()

/** Why nobody signs whose paper it is: a paper of no dossier goes to whom it names, known by a number that can be one. */
export function whyNotOwner(
  paper: Pick<AloneScan, 'ownerName' | 'ownerNumber'>,
  { ownerName, ownerNumber }: Said,
  now: Date,
): Reason | undefined {
  if (paper.ownerName !== null && plain(paper.ownerName) !== plain(ownerName))
    return { code: 'desk.copy-other-owner', facts: { name: paper.ownerName } }
  if (ownerNumber === null || !isPersonalId(ownerNumber, now)) return { code: 'desk.copy-owner-number' }
  const isOther = paper.ownerNumber !== null && paper.ownerNumber !== ownerNumber
  return isOther ? { code: 'desk.copy-other-number' } : undefined
}
