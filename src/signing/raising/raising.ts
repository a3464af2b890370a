import type { System } from '../../platform/actor.ts'
import type { SignatureLevel } from '../long-term/signature-level.ts'

/** chữ ký chờ nâng mức: a file that is signed and not yet at the level it is issued at. */
export type Raising = {
  requestId: string
  /** Of the signed file, as far as it has come. */
  sha256: string
  level: SignatureLevel
  wanted: SignatureLevel
  /** Code of the refusal that says what is missing. */
  missing: string
  /** Whoever asked for the signature when it was the system, under its instrument. */
  bySystem: System | null
  signedAt: Date
  tries: number
  nextTryAt: Date
}

/** What a signing ends in when a service is down: signed, kept, nothing issued yet. */
export type SigningRaises = { state: 'raising'; level: SignatureLevel; wanted: SignatureLevel; missing: string }

export function isRaising(answer: unknown): answer is SigningRaises {
  return typeof answer === 'object' && answer !== null && 'state' in answer && answer.state === 'raising'
}

/** `missing` of a file that rests on another which waits itself. */
export const AWAITS_ANOTHER = 'signing.awaits-another'

const MINUTE_MS = 60_000
const LONGEST_MINUTES = 15

/** Longer and longer pauses for a file of its own trouble; what all wait for is asked for by the oldest alone. */
export function nextTryAt(tries: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(2 ** tries, LONGEST_MINUTES) * MINUTE_MS)
}
