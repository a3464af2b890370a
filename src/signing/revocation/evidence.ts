import type { Certificate } from '../crypto/certificate.ts'
import type { RevocationReason, SignedAnswer, StatusAnswer } from './certificate-status.ts'
import { checkAnswer, isInWindow } from './check-answer.ts'

/** A signed answer and the instant at which it is known to have existed. */
export type KnownAnswer = SignedAnswer & { knownAt: Date }

export type StatusAt = { state: 'good'; answer: StatusAnswer } | Revocation
export type Revocation = { state: 'revoked'; at: Date; reason: RevocationReason; answer: StatusAnswer }

/**
 * What signed answers prove of a certificate at an instant; undefined when nothing. A revocation is told whenever it was: the
 * caller compares it with the time that counts.
 */
export function statusAt(
  certificate: Certificate,
  issuer: Certificate,
  at: Date,
  answers: readonly KnownAnswer[],
  check = checkAnswer,
): StatusAt | undefined {
  let good: StatusAnswer | undefined
  let revoked: Revocation | undefined
  for (const answer of answers) {
    const checked = check(answer, certificate, issuer)
    // A key whose certificate has ended may be in anybody's hands: what it signed must have been seen before.
    if (!checked || answer.knownAt > checked.responder.notAfter || checked.thisUpdate > certificate.notAfter) continue
    const { status } = checked
    if (status.state === 'revoked' && (!revoked || status.at < revoked.at)) revoked = { ...status, answer: checked }
    if (status.state === 'good' && tellsOf(checked, at)) good = checked
  }
  return revoked ?? (good && { state: 'good', answer: good })
}

/** Made later than the instant, or the newest that was due then. */
export const tellsOf = (answer: StatusAnswer, at: Date) => answer.thisUpdate >= at || isInWindow(answer, at)
