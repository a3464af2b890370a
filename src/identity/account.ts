import type { Grant } from '../platform/actor.ts'
import { formatDateTime } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import type { SignInRules } from './sign-in-rules.ts'

export type AccountKind = 'officer' | 'citizen'

/** tài khoản: one person, one account. */
export type Account = {
  id: string
  kind: AccountKind
  /** Null for citizens, who sign in through the identity provider. */
  signInName: string | null
  fullName: string
  citizenId: string | null
  email: string | null
  phone: string | null
  status: 'active' | 'disabled'
  passwordHash: string | null
  passwordSetAt: Date | null
  mustChangePassword: boolean
  failedTries: number
  lockedUntil: Date | null
  activeSince: Date
  lastSignInAt: Date | null
  origin: 'demo' | 'administrator' | 'identity-provider'
  version: number
}

export type OfficerAt = { accountId: string; fullName: string; position: string }
export type Contact = { fullName: string; email: string | null; phone: string | null }

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Why an account may not sign in now, its password being right. */
export function whyNotSignIn(account: Account, now: Date, rules: SignInRules): Reason | undefined {
  if (account.status === 'disabled') return { code: 'identity.account-disabled' }
  if (isLocked(account, now))
    return {
      code: 'identity.account-locked',
      facts: { until: account.lockedUntil && formatDateTime(account.lockedUntil) },
    }
  if (isIdle(account, now, rules)) return { code: 'identity.account-disabled' }
  return undefined
}

export function isLocked(account: Pick<Account, 'lockedUntil'>, now: Date): boolean {
  return account.lockedUntil !== null && account.lockedUntil > now
}

/** Not used for so long that it must be disabled. An account without a password was never opened to anybody. */
export function isIdle(account: Account, now: Date, rules: SignInRules): boolean {
  if (account.kind !== 'officer' || account.passwordHash === null) return false
  const last = Math.max(account.activeSince.getTime(), account.lastSignInAt?.getTime() ?? 0)
  return now.getTime() - last >= rules.idleAccountDays * DAY
}

/** What a wrong password or code does; a lock that is over starts the count again. */
export function afterWrongTry(
  account: Account,
  now: Date,
  rules: SignInRules,
): Pick<Account, 'failedTries' | 'lockedUntil'> {
  const before = account.lockedUntil !== null && account.lockedUntil <= now ? 0 : account.failedTries
  const failedTries = before + 1
  if (failedTries < rules.wrongTries) return { failedTries, lockedUntil: null }
  return { failedTries, lockedUntil: new Date(now.getTime() + rules.lockHours * HOUR) }
}

/** A password someone else set, or an administrator's that is too old. */
export function needsNewPassword(
  account: Account,
  grants: Pick<Grant, 'role'>[],
  now: Date,
  rules: SignInRules,
): boolean {
  if (account.mustChangePassword) return true
  if (!grants.some((grant) => grant.role === 'administrator')) return false
  const age = now.getTime() - (account.passwordSetAt?.getTime() ?? 0)
  return age >= rules.administratorPasswordDays * DAY
}
