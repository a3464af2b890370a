import type { Reason } from '../../platform/refusal.ts'
import type { KeyRef } from '../signer.ts'

/** người hoặc cơ quan giữ chứng thư số: which key signs for whom. */
export type KeyHolder = {
  /** Which signer holds the key. */
  signer: string
  keyRef: KeyRef
  kind: 'person' | 'agency'
  accountId: string | null
  unitId: string | null
  /** Names as in the certificate. */
  subject: string
  organisation: string
  issuer: string
  /** Upper-case hex. */
  serial: string
  /** SHA-256 of the certificate, lower-case hex. */
  fingerprint: string
  /** DER */
  certificate: Buffer
  validFrom: Date
  validTo: Date
  isDemo: boolean
  registeredAt: Date
  withdrawnAt: Date | null
}

/** Why a key may not sign now. Căn cứ: Luật Giao dịch điện tử 2023, Điều 24: the certificate must be in force when signing. */
export function whyNotUse(holder: KeyHolder | undefined, now: Date): Reason | undefined {
  if (!holder || holder.withdrawnAt !== null) return { code: 'signing.key-unknown' }
  if (now < holder.validFrom || now > holder.validTo) {
    return { code: 'signing.certificate-expired', facts: { until: holder.validTo.toISOString() } }
  }
  return undefined
}
