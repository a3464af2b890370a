import { findPath } from '../crypto/certificate-path.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { mayTellTime } from '../crypto/timestamp.ts'
import type { TimestampProblem, Token } from '../crypto/timestamp.ts'
import type { RevocationReason } from '../revocation/certificate-status.ts'
import type { StatusAt } from '../revocation/evidence.ts'
import type { VerifyTrust } from './believe.ts'
import type { Evidence } from './evidence.ts'

/** Clocks of authorities and ours differ a little. */
const FUTURE_ALLOWED_MS = 5 * 60_000

export type BelievedTime = {
  at: Date
  authority: string
  chain: Certificate[]
  /** What is known of each member of the chain but the anchor. */
  statuses: (StatusAt | undefined)[]
  /** The proof is lost after this unless a later one takes over. */
  provableUntil: Date
}
export type TimeBelief = { time: BelievedTime } | { problem: TimestampProblem | 'timestamp-in-future' }

/**
 * Whether a token tells the time. `seenAt`: when it is known to have existed, by the next proof or now; from then on its key may
 * be in anybody's hands (EN 319 102-1, 5.6.2.3).
 */
export function believeTime(token: Token, seenAt: Date, trust: VerifyTrust, evidence: Evidence): TimeBelief {
  const { signer, certificates, at } = token
  if (!mayTellTime(signer)) return { problem: 'timestamp-untrusted' }
  if (at.getTime() > seenAt.getTime() + FUTURE_ALLOWED_MS) return { problem: 'timestamp-in-future' }
  const path = findPath(signer, [...certificates, ...evidence.certificates], trust.timestamps ?? trust, at)
  if (!path.trusted) return { problem: 'timestamp-untrusted' }
  const { chain } = path
  const provableUntil = endOf(chain)
  if (provableUntil < seenAt) return { problem: 'timestamp-expired' }
  const statuses = evidence.statusesAt(chain, seenAt)
  if (statuses.some((status) => isSpoilt(status, at, seenAt))) return { problem: 'timestamp-authority-revoked' }
  return { time: { at, authority: signer.subject.commonName, chain, statuses, provableUntil } }
}

/** The first of a chain to end; anchors are believed as long as they are kept. */
export const endOf = (chain: Certificate[]): Date =>
  new Date(Math.min(...chain.slice(0, Math.max(1, chain.length - 1)).map(({ notAfter }) => notAfter.getTime())))

/** RFC 3161 section 4: tokens from before stay good when the key was given up in order. */
const IN_ORDER: RevocationReason[] = ['affiliationChanged', 'superseded', 'cessationOfOperation']

function isSpoilt(status: StatusAt | undefined, at: Date, seenAt: Date): boolean {
  if (status?.state !== 'revoked' || status.at > seenAt) return false
  return !(IN_ORDER.includes(status.reason) && at < status.at)
}
