import { definePort } from '../../platform/ports.ts'
import type { Certificate } from '../crypto/certificate.ts'

/** Reasons of RFC 5280 5.3.1, in the order of their numbers. */
export const REVOCATION_REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unused',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

/** tình trạng chứng thư số; `unknown`: the authority answered that it does not know this certificate. */
export type CertificateStatus =
  | { state: 'good' }
  | { state: 'revoked'; at: Date; reason: RevocationReason }
  | { state: 'unknown' }

/** What an authority signed: an OCSPResponse (RFC 6960) or a CertificateList (RFC 5280), as it came. */
export type SignedAnswer = { kind: 'ocsp' | 'crl'; der: Buffer }

/** A signed answer about one certificate, its signature checked. */
export type StatusAnswer = SignedAnswer & {
  status: CertificateStatus
  producedAt: Date
  thisUpdate: Date
  /** Undefined: newer information is always to be had. */
  nextUpdate: Date | undefined
  /** Who signed the answer: the issuer itself or a certificate it gave for this. */
  responder: Certificate
}

/** Tells whether an authority has taken a certificate back. Asks over the network: never inside a transaction. */
export type RevocationSource = {
  /**
   * What is known now; kept answers are used while they are fresh. `since`: none made before this, but a list is as new as its
   * authority makes them.
   * @throws Refusal `signing.revocation-unavailable` when nobody answers, or nobody who may
   */
  statusOf(certificate: Certificate, issuer: Certificate, options?: { since?: Date }): Promise<StatusAnswer>
  /** Kept answers about this certificate are not used any more: it has just been revoked. */
  forget(certificate: Certificate, issuer: Certificate): Promise<void>
}

export const revocationPort = definePort<RevocationSource>('revocation')
