import type { PathProblem } from '../crypto/certificate-path.ts'
import type { CmsProblem } from '../crypto/cms.ts'
import type { TimestampProblem } from '../crypto/timestamp.ts'
import type { SignatureLevel } from '../long-term/signature-level.ts'
import type { RevocationReason } from '../revocation/certificate-status.ts'
import type { Rect } from '../pdf/form.ts'

/** Whole document. `valid-untrusted`: nothing was changed, but somebody who signed is not known to be who they say. */
export type Verdict = 'valid' | 'valid-untrusted' | 'altered' | 'unsigned' | 'broken'

export type StructureProblem =
  | 'unreadable'
  | 'encrypted'
  | 'too-large'
  | 'too-many-signatures'
  | 'active-content'
  | 'signature-detached'
  | 'byte-range-wrong'
  | 'contents-wrong'
  | 'signature-format-unknown'
  | 'signature-unreadable'

export type ChangeProblem =
  | 'content-changed'
  | 'object-removed'
  | 'hidden-object-activated'
  | 'catalog-changed'
  | 'form-changed'
  | 'page-changed'
  | 'annotation-added'
  | 'field-changed'
  | 'fill-not-signed'
  | 'signature-covers-page'
  | 'signature-covers-text'
  | 'not-permitted-by-certification'

/** What came after a signature, in the order of the file. Pages count from 1; none named means the whole document. */
export type LaterChange =
  /** A prepared empty field, filled in and signed over. */
  | { kind: 'filled'; fieldName: string; text: string; pages: number[] }
  | { kind: 'signed' | 'timestamped'; fieldName: string; signer: string; pages: number[] }
  | { kind: 'validation-data'; pages: number[] }
  | { kind: 'forbidden'; problem: ChangeProblem; pages: number[] }

export type ReportReason =
  | StructureProblem
  | ChangeProblem
  | CmsProblem
  | PathProblem
  | TimestampProblem
  | 'digest-mismatch'
  | 'timestamp-in-future'
  | 'no-timestamp'
  | 'certificate-revoked'

/**
 * Whether the signer's certificate or one above it was taken back: never as far as is known, before the time that counts (the
 * signature is not valid), or later (it stays valid). `not-known`: no signed answer tells.
 */
export type Revocation =
  | { state: 'good' | 'not-known' }
  | { state: 'revoked' | 'revoked-later'; at: Date; reason: RevocationReason }

/** A certificate as the reader needs it. */
export type CertificateSummary = {
  commonName: string
  organisation: string
  notBefore: Date
  notAfter: Date
  /** SHA-256, lower-case hexadecimal. */
  fingerprint: string
}

export type SignatureReport = {
  fieldName: string
  kind: 'signature' | 'document-timestamp'
  /** Names as in the certificate; `userId` such as `CCCD:…`; empty when the signature cannot be read. */
  signer: { commonName: string; organisation: string; userId: string; issuer: string; fingerprint: string }
  /** From the signer to the anchor that is believed; the signer alone where no path was found. */
  chain: CertificateSummary[]
  /** Made for demonstrations, without value in law, whatever the name says. */
  isDemo: boolean
  revocation: Revocation
  /** After this it can no longer be proven when it was signed, unless an archive time stamp is added before. */
  provableUntil: Date | undefined
  /** Trusted time: of the time stamp, when it holds. */
  signedAt: Date | undefined
  timestampAuthority: string | undefined
  /** What the file says, by the signer's own clock. */
  claimedAt: Date | undefined
  reason: string | undefined
  location: string | undefined
  level: SignatureLevel
  integrity: 'intact' | 'altered' | 'broken'
  trusted: boolean
  /** Nothing was appended after this signature. */
  coversWholeDocument: boolean
  /** Where it shows, `page` from 1; undefined when it does not. */
  place: { page: number; rect: Rect } | undefined
  /** Bytes from the beginning that this signature covers: the document as the signer had it. */
  coveredBytes: number
  /** What was done to the file afterwards; anything forbidden among it makes `integrity` altered. */
  changesAfter: LaterChange[]
  reasons: ReportReason[]
}

export type VerificationReport = {
  verdict: Verdict
  /** In the order of signing. */
  signatures: SignatureReport[]
  /** Prepared empty fields that were filled in and signed over: number, date. */
  filledTexts: { fieldName: string; text: string }[]
  reasons: ReportReason[]
  sha256: string
  size: number
}

/** Pages that show something else than what was signed, counted from 1. */
export function changedPages({ signatures }: Pick<VerificationReport, 'signatures'>): number[] {
  const changes = signatures.flatMap(({ changesAfter }) => changesAfter)
  const pages = changes.flatMap((change) => (change.kind === 'forbidden' ? change.pages : []))
  return [...new Set(pages)].sort((a, b) => a - b)
}
