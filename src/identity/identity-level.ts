import rules from '../../data/identity/account-levels.json' with { type: 'json' }
import type { LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import type { IdentityClaims } from './identity-provider/port.ts'

/** Which level of an electronic identity account opens public services, by day, the oldest first. */
const RULES: readonly { validFrom: LegalDate; needed: number }[] = rules

/** Why an account of this level may not come in, if so. A provider that says no level vouches for it by itself. */
export function whyNotWithLevel(level: IdentityClaims['level'], on: LegalDate): Reason | undefined {
  const needed = RULES.findLast(({ validFrom }) => validFrom <= on)?.needed ?? 1
  return level === null || level >= needed ? undefined : { code: 'identity.level-too-low', facts: { level, needed } }
}
