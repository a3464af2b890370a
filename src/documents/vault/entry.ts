import type { LegalDate } from '../../platform/dates.ts'
import { sha256Hex } from '../../platform/journal/line.ts'
import type { Reason } from '../../platform/refusal.ts'

/** chủ giấy tờ: by the identifier the State gave them. */
export type VaultOwner = { kind: 'personal-id' | 'business-code' | 'passport'; number: string }

/** How sure it is that the file is what it says, the surest first. */
export const PROOFS = [
  'issued-here', // kết quả của hệ thống này, đã ký và kiểm tra
  'certified-copy', // bản sao chứng thực
  'compared', // cán bộ đối chiếu với bản chính
  'seen', // người dân tự tải lên, mới chỉ được xem
] as const
export type Proof = (typeof PROOFS)[number]

export type VaultState = 'in-force' | 'replaced' | 'revoked'
/** What it may be taken for on a day: the state, and the days it is valid on. */
export type VaultStatus = VaultState | 'not-yet' | 'expired'

/** giấy tờ trong kho */
export type VaultEntry = {
  id: string
  owner: VaultOwner
  /** One paper through its replacements. */
  paperId: string
  version: number
  /** Null where it is not certain what kind of paper it is: then it is never offered. */
  typeCode: string | null
  title: string
  /** trích yếu */
  about: string | null
  number: string | null
  issuer: string | null
  issuedOn: LegalDate | null
  validFrom: LegalDate | null
  /** The last day it may be used. */
  validUntil: LegalDate | null
  state: VaultState
  endedAt: Date | null
  endReason: string | null
  replacedBy: string | null
  contentSha256: string
  proof: Proof
  verificationCode: string | null
  /** The journal's subject it came from, such as `dossier:<id>`, and the code people know it by. */
  source: string
  sourceCode: string
  /** The unit that issued it or took it in: who answers for it. */
  keeperUnitId: string
  enteredAt: Date
  fileIds: string[]
}

export function statusOf(
  { state, validFrom, validUntil }: Pick<VaultEntry, 'state' | 'validFrom' | 'validUntil'>,
  on: LegalDate,
): VaultStatus {
  if (state !== 'in-force') return state
  if (validFrom !== null && on < validFrom) return 'not-yet'
  return validUntil !== null && on > validUntil ? 'expired' : 'in-force'
}

/** Why a paper cannot serve a dossier on this day: only what is in force is taken for valid. */
export function whyNotUse(
  entry: Pick<VaultEntry, 'state' | 'validFrom' | 'validUntil' | 'title'>,
  on: LegalDate,
): Reason | undefined {
  const { title, validFrom, validUntil } = entry
  const status = statusOf(entry, on)
  if (status === 'in-force') return undefined
  return { code: `documents.vault-${status}`, facts: { title, validFrom, validUntil } }
}

/** One file is known by its own hash, several by the hash of theirs in order. */
export function contentHash(hashes: readonly string[]): string {
  const [only, ...others] = hashes
  if (only === undefined) throw new Error('a paper has a file')
  return others.length === 0 ? only : sha256Hex(hashes.join(' '))
}

export function isSurer(one: Proof, than: Proof): boolean {
  return PROOFS.indexOf(one) < PROOFS.indexOf(than)
}

export function isSameOwner(one: VaultOwner, other: VaultOwner): boolean {
  return one.kind === other.kind && one.number === other.number
}
