import type { LegalDate } from '../platform/dates.ts'

/** Numbers of signing in, with the day they came into force. Times in minutes, hours or days as named. */
export type SignInRules = {
  validFrom: LegalDate
  article: string
  passwordLength: number
  /** Classes of characters (lower, upper, digit, sign) a password needs. */
  passwordClasses: number
  passwordsRemembered: number
  administratorPasswordDays: number
  wrongTries: number
  lockHours: number
  officerIdleMinutes: number
  citizenIdleMinutes: number
  sessionHours: number
  /** For finishing a sign-in that was begun; our own number. */
  unfinishedMinutes: number
  idleAccountDays: number
}

const RULES: SignInRules[] = [
  {
    validFrom: '2026-07-01',
    article: 'QCVN 12:2026/BCA (Thông tư 47/2026/TT-BCA), quản lý tài khoản và phiên làm việc',
    passwordLength: 8,
    passwordClasses: 4,
    passwordsRemembered: 10,
    administratorPasswordDays: 60, // two months
    wrongTries: 5,
    lockHours: 12,
    officerIdleMinutes: 15,
    citizenIdleMinutes: 30,
    sessionHours: 12,
    unfinishedMinutes: 10,
    idleAccountDays: 45,
  },
]

/** The rules in force on a day. Throws when none is: nobody signs in by a guess. */
export function signInRulesOn(day: LegalDate, rules: SignInRules[] = RULES): SignInRules {
  const found = rules
    .filter((rule) => rule.validFrom <= day)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1)
  if (!found) throw new Error(`no sign-in rules in force on ${day}`)
  return found
}
