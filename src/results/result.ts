import type { Reason } from '../platform/refusal.ts'
import type { ResultTemplate } from './papers/choose-template.ts'

export type ResultState =
  | 'draft' // dự thảo đã trình
  | 'returned' // trả lại để sửa
  | 'approved' // đã phê duyệt, chờ ký
  | 'signed' // người có thẩm quyền đã ký
  | 'sealed' // đã cấp số, đóng dấu
  | 'delivered' // đã trả
  | 'replaced' // đã có bản thay thế
export const STAGES = ['unsigned', 'initialled', 'signed', 'sealed'] as const
/** `initialled`: ký nháy by whoever drafted it. */
export type Stage = (typeof STAGES)[number]

/** What the specialist writes; number, date, signature and seal come later. */
export type ResultContent = {
  title: string
  /** trích yếu */
  subject: string | null
  addressee: string
  legalBases: string[]
  /** Paragraphs, articles or reasons, after the template. */
  body: string[]
  facts: { label: string; value: string }[]
  recipients: string[]
  decidedBy: string
  agency: { parent: string | null; name: string; place: string }
  signature: {
    authority: string[]
    position: string
    fullName: string
    /** Set when somebody signs for the head (KT., TL., TUQ.): it must be in force at the moment of signing. */
    delegationId?: string
    /** Set when the system issues it with no officer: no person's signature, the agency's alone. */
    automatic?: boolean
  }
  /** danh sách kèm theo: set on the one decision for many applicants. */
  list?: BatchLine[]
  /** Set on an applicant's own extract (trích sao) of such a decision. */
  extractOf?: { number: string; issuedOn: string; signatory: string }
}

/** One applicant in the list of a decision for many. */
export type BatchLine = { no: number; dossierCode: string; name: string; facts: { label: string; value: string }[] }

/** kết quả giải quyết thủ tục hành chính */
export type Result = {
  /** The dossier's; the batch's for the one decision for many. */
  dossierId: string
  no: number
  kind: 'result' | 'rejection'
  template: ResultTemplate
  title: string
  content: ResultContent
  state: ResultState
  /** Counts drafts: each return begins a new one. */
  version: number
  /** The agency that decides and seals. */
  unitId: string
  /** Who is named as signing, and so the only one who may. */
  signatoryAccountId: string | null
  /** uỷ quyền phát hành tự động: set when the system issues it; then nobody drafts or signs. */
  authorityId: string | null
  /** in trên phôi: the blank its original is printed on and signed by hand; null where it is signed digitally. */
  blankKind: string | null
  verificationCode: string
  /** lưu ý người ký: what the specialist wants them to know; not on the paper. */
  attention: string | null
  draftedByAccountId: string | null
  draftedByName: string
  draftedAt: Date
  approvedSha256: string | null
  approvedByAccountId: string | null
  approvedByName: string | null
  approvedAt: Date | null
  returnedByName: string | null
  returnedAt: Date | null
  returnReason: string | null
}

/** One version of the paper as a file; later stages contain the earlier ones byte for byte. */
export type ResultFile = {
  version: number
  stage: Stage
  fileId: string
  sha256: string
  pages: number
  signatures: number
  madeAt: Date
  /** Set when the clerk gave the signature back: it counts no more, the file stays on record. */
  voidedAt: Date | null
  voidedByName: string | null
  voidReason: string | null
}

/** What is known of a return once the work has been done again; the step and the journal keep it. */
export const NOT_RETURNED = { returnedByName: null, returnedAt: null, returnReason: null }

/** The file of the result's present version at a stage; a signature given back is none. */
export function fileAt(
  result: Pick<Result, 'version'>,
  files: readonly ResultFile[],
  stage: Stage,
): ResultFile | undefined {
  return files.find((file) => file.version === result.version && file.stage === stage && file.voidedAt === null)
}

/** What is approved and signed: the draft with the initials of its writer, or bare. */
export function fileToSign(result: Pick<Result, 'version'>, files: readonly ResultFile[]): ResultFile | undefined {
  return fileAt(result, files, 'initialled') ?? fileAt(result, files, 'unsigned')
}

/** The furthest file of the present version. */
export function latestFile(result: Pick<Result, 'version'>, files: readonly ResultFile[]): ResultFile | undefined {
  return fileAt(result, files, 'sealed') ?? fileAt(result, files, 'signed') ?? fileToSign(result, files)
}

export function isIssued({ state }: Pick<Result, 'state'>): boolean {
  return state === 'sealed' || state === 'delivered'
}

/** Why this draft cannot be approved; `seen` is the version the reader had before them. */
export function whyNotApprove(
  result: Pick<Result, 'state' | 'version'> | undefined,
  seen?: number,
): Reason | undefined {
  if (!result || result.state !== 'draft') return { code: 'results.no-draft' }
  if (seen !== undefined && seen !== result.version) return { code: 'results.draft-changed' }
  return undefined
}

type Signable = Pick<Result, 'state' | 'signatoryAccountId' | 'approvedSha256' | 'content' | 'blankKind'>

/**
 * Why this person (null: the system) cannot sign. Only who is named on the paper signs it, and only the very bytes that were approved
 * (Nghị định 30/2020/NĐ-CP, Điều 13).
 */
export function whyNotSign(
  result: Signable | undefined,
  unsigned: Pick<ResultFile, 'sha256'> | undefined,
  accountId: string | null,
): Reason | undefined {
  return isOnBlank(result) ? { code: 'results.on-blank' } : whyNotSignByHand(result, unsigned, accountId)
}

/** A result on a blank is not signed digitally: its original is signed by hand, its scan certified by the agency. */
export const isOnBlank = (result: Pick<Result, 'blankKind'> | undefined): boolean =>
  (result?.blankKind ?? null) !== null

/** The same for the signature by hand on a printed original. */
export function whyNotSignByHand(
  result: Signable | undefined,
  unsigned: Pick<ResultFile, 'sha256'> | undefined,
  accountId: string | null,
): Reason | undefined {
  if (!result || result.state !== 'approved' || !unsigned) return { code: 'results.not-approved' }
  if (result.signatoryAccountId !== accountId) {
    return { code: 'results.not-the-named-signatory', facts: { name: result.content.signature.fullName } }
  }
  if (unsigned.sha256 !== result.approvedSha256) return { code: 'results.changed-after-approval' }
  return undefined
}

/**
 * Whether the agency's signature is the only one: on what the system issues, and on an extract of a signed decision (bản trích
 * sao, Nghị định 30/2020/NĐ-CP, Điều 25 khoản 3).
 */
export function isSealedAlone({ authorityId, template }: Pick<Result, 'authorityId' | 'template'>): boolean {
  return authorityId !== null || template === 'extract'
}

/**
 * Why the agency cannot seal: never before the person signed (Nghị định 30/2020/NĐ-CP, Phụ lục I). What goes out under a recorded
 * authority is signed by nobody and sealed by the system alone.
 */
export function whyNotSeal(
  result: Pick<Result, 'state' | 'authorityId' | 'template' | 'blankKind'> | undefined,
  signed: Pick<ResultFile, 'signatures'> | undefined,
  isSystem: boolean,
): Reason | undefined {
  if (isOnBlank(result)) return { code: 'results.on-blank' }
  const isAsSigned = result && signed && isSealedAlone(result) === (signed.signatures === 0)
  const fits = isAsSigned && isSystem === (result.authorityId !== null)
  return fits && result.state === 'signed' ? undefined : { code: 'results.not-signed' }
}

/** Why a paper cannot go back to its signatory: only what is signed and not yet sealed does. */
export function whyNotReturnSigned(
  result: Pick<Result, 'state'> | undefined,
  signed: ResultFile | undefined,
): Reason | undefined {
  return result?.state === 'signed' && signed ? undefined : { code: 'results.not-signed' }
}

export type DeliveryWay = 'electronic' | 'counter' | 'postal'

/** trả kết quả: how it was handed over and to whom. */
export type ResultDelivered = {
  how: DeliveryWay
  receiverName: string | null
  receiverRelation: string | null
  /** mã bưu gửi */
  postalCode: string | null
  note: string | null
  byAccountId: string | null
  byName: string
  at: Date
}

/** Why a hand-over cannot be noted so: over the counter somebody takes it, by post it has a number. */
export function whyNotDeliver(
  result: Pick<Result, 'state'> | undefined,
  { how, receiverName, postalCode }: Pick<ResultDelivered, 'how' | 'receiverName' | 'postalCode'>,
): Reason | undefined {
  if (result?.state !== 'sealed') return { code: 'results.not-issued' }
  if (how === 'counter' && !receiverName) return { code: 'results.receiver-missing' }
  if (how === 'postal' && !postalCode) return { code: 'results.postal-code-missing' }
  return undefined
}

/** người dân không nhận kết quả; the paper waits at the desk and may still be handed over. */
export type DeliveryRefused = {
  refusedByName: string
  reason: string
  byAccountId: string
  byName: string
  at: Date
}
