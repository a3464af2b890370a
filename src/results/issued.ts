import type { LegalDate } from '../platform/dates.ts'

/** văn bản đã phát hành: what the register tells anybody about it. Nothing of the person it was issued to. */
export type IssuedDocument = {
  /** Of the whole file, lower-case hex. */
  sha256: string
  verificationCode: string
  unitId: string
  year: number
  no: number
  /** Số và ký hiệu. */
  numberText: string
  issuedOn: LegalDate
  title: string
  agency: string
  signatory: string
  signatoryPosition: string
  signedAt: Date
  sealedAt: Date
  fileId: string
  size: number
  pages: number
  state: 'in-force' | 'replaced' | 'revoked'
}

/** A number of the agency's book, held while the seal is put on. */
export type HeldNumber = { unitId: string; year: number; no: number }
