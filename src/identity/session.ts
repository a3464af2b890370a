import type { AccountKind } from './account.ts'
import type { SignInRules } from './sign-in-rules.ts'

/** What a signed-in person still has to do before the session is theirs to work with. */
export type SessionStage = 'second-factor' | 'enrolment' | 'new-password' | 'open'
export type SecondFactor = 'totp' | 'passkey' | 'identity-provider'
export type SessionEnd =
  | 'signed-out'
  | 'ended-by-person'
  | 'ended-by-administrator'
  | 'idle'
  | 'expired'
  | 'password-changed'

/** phiên đăng nhập */
export type Session = {
  id: string
  accountId: string
  stage: SessionStage
  challenge: string | null
  secondFactor: SecondFactor | null
  openedAt: Date
  lastSeenAt: Date
  expiresAt: Date
  endedAt: Date | null
  endedWhy: SessionEnd | null
  device: string
  address: string
}

const MINUTE = 60_000

export function idleMinutes(kind: AccountKind, rules: SignInRules): number {
  return kind === 'officer' ? rules.officerIdleMinutes : rules.citizenIdleMinutes
}

/** Why a session is over although nobody ended it; undefined while it runs. */
export function whyOver(session: Session, kind: AccountKind, now: Date, rules: SignInRules): SessionEnd | undefined {
  if (session.expiresAt <= now) return 'expired'
  if (now.getTime() - session.lastSeenAt.getTime() >= idleMinutes(kind, rules) * MINUTE) return 'idle'
  return undefined
}

/** A session in the making has minutes, a finished one the working day. */
export function expiryOf(stage: SessionStage, now: Date, rules: SignInRules): Date {
  return new Date(now.getTime() + (stage === 'open' ? rules.sessionHours * 60 : rules.unfinishedMinutes) * MINUTE)
}

/** The step after the password, and after each later one. */
export function nextStage({
  hasFactor,
  isProven,
  needsPassword,
}: {
  hasFactor: boolean
  isProven: boolean
  needsPassword: boolean
}): SessionStage {
  if (!isProven) return hasFactor ? 'second-factor' : 'enrolment'
  return needsPassword ? 'new-password' : 'open'
}

// Longer than the idle limit would notice, short enough that one page view in a row does not write each time.
export const SEEN_EVERY_MS = 30_000
