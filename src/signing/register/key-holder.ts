import type { LegalDate } from '../../platform/dates.ts'
import { addDays, instantOf, vietnamDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { KeyRef } from '../signer.ts'

export type HolderKind = 'person' | 'agency' | 'citizen'

/** What the issuing authority said when it was last asked; `unknown`: it gave no usable answer. */
export type RevocationState = 'not-asked' | 'good' | 'revoked' | 'suspended' | 'unknown'

/** chứng thư số trong sổ: one certificate, who holds it, with which key it goes. */
export type KeyHolder = {
  /** Which signer holds the key. */
  signer: string
  keyRef: KeyRef
  kind: HolderKind
  accountId: string | null
  unitId: string | null
  citizenId: string | null
  /** The unit the certificate names: the agency itself, or the body an officer's certificate was issued for. */
  namedUnitId: string | null
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
  /** Authorities above it as the signer gave them, DER, the nearest first. */
  chain: Buffer[]
  validFrom: Date
  validTo: Date
  isDemo: boolean
  registeredAt: Date
  withdrawnAt: Date | null
  withdrawnReason: string | null
  /** It signs from then on, and, where another takes its place, until then. */
  servesFrom: Date
  servesUntil: Date | null
  /** Thu hồi, tạm dừng theo thông báo: written down by a person, whatever the authority answers. */
  stoppedAs: 'revoked' | 'suspended' | null
  stoppedAt: Date | null
  stopReason: string | null
  /** Number and issuer of the notice. */
  stopNotice: string | null
  revocation: RevocationState
  revocationAskedAt: Date | null
  /** When the signed answer was made, and until when it counts. */
  revocationAnsweredAt: Date | null
  revocationValidUntil: Date | null
  revocationSource: 'ocsp' | 'crl' | null
  revokedAt: Date | null
  revocationReason: string | null
}

/** The unit a certificate names, when it has come to an end. */
export type EndedUnit = { name: string; lastDay: LegalDate }

export type UsableHolder = KeyHolder & { endedUnit: EndedUnit | null }

/** Căn cứ: Luật Giao dịch điện tử 2023, Điều 24: the certificate must be in force when signing, and be the signer's own. */
export function whyNotUse(holder: UsableHolder | undefined, now: Date): Reason | undefined {
  if (!holder || holder.withdrawnAt !== null || now < holder.servesFrom) return { code: 'signing.key-unknown' }
  return whyNotInForce(holder, now)
}

/** Why a certificate, whoever's turn it is to use it, counts no more or not yet. */
function whyNotInForce(holder: UsableHolder, now: Date): Reason | undefined {
  if (now < holder.validFrom)
    return { code: 'signing.certificate-not-yet', facts: { from: vietnamDate(holder.validFrom) } }
  if (now > holder.validTo) {
    return { code: 'signing.certificate-expired', facts: { until: vietnamDate(holder.validTo) } }
  }
  const stopped = holder.stoppedAs ?? (isRefused(holder.revocation) ? holder.revocation : null)
  if (stopped !== null) return { code: `signing.certificate-${stopped}` }
  if (holder.endedUnit && holder.endedUnit.lastDay < vietnamDate(now)) {
    return { code: 'signing.unit-merged', facts: { unit: holder.endedUnit.name, until: holder.endedUnit.lastDay } }
  }
  return undefined
}

/** Since when it cannot be used, where it cannot. */
export function unusableSince(holder: UsableHolder, now: Date): Date | null {
  const { withdrawnAt, stoppedAs, stoppedAt, revocation, revokedAt, revocationAskedAt, endedUnit } = holder
  const times = [
    withdrawnAt,
    holder.validTo < now ? holder.validTo : null,
    stoppedAs === null ? null : stoppedAt,
    isRefused(revocation) ? (revokedAt ?? revocationAskedAt) : null,
    endedUnit && endedUnit.lastDay < vietnamDate(now) ? instantOf(addDays(endedUnit.lastDay, 1)) : null,
  ].filter((time) => time !== null)
  return times.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
}

const isRefused = (state: RevocationState) => state === 'revoked' || state === 'suspended'

export const CERTIFICATE_STATES = [
  'in-force',
  'expiring',
  'handing-over',
  'not-yet',
  'expired',
  'revoked',
  'suspended',
  'unit-merged',
  'replaced',
  'withdrawn',
] as const
/** How a certificate stands in the register today; the first that applies, the worst first. */
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

const STATE_OF: Record<string, CertificateState> = {
  'signing.certificate-expired': 'expired',
  'signing.certificate-revoked': 'revoked',
  'signing.certificate-suspended': 'suspended',
  'signing.unit-merged': 'unit-merged',
  'signing.certificate-not-yet': 'not-yet',
}

/** `warnDays`: how long before its end a certificate counts as expiring. */
export function stateOf(holder: UsableHolder, now: Date, warnDays: number): CertificateState {
  if (holder.withdrawnAt !== null) return 'withdrawn'
  const state = STATE_OF[whyNotInForce(holder, now)?.code ?? '']
  if (state !== undefined && state !== 'unit-merged') return state
  if (holder.servesUntil !== null && holder.servesUntil <= now) return 'replaced'
  if (state) return state
  if (now < holder.servesFrom) return 'not-yet'
  if (holder.servesUntil !== null) return 'handing-over'
  return daysLeft(holder, now) <= warnDays ? 'expiring' : 'in-force'
}

const DAY_MS = 86_400_000

/** Whole days until its last one; negative when it is over. */
export function daysLeft({ validTo }: Pick<KeyHolder, 'validTo'>, now: Date): number {
  return Math.round((Date.parse(vietnamDate(validTo)) - Date.parse(vietnamDate(now))) / DAY_MS)
}
