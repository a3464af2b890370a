import rules from '../../../data/acting/told-telephone-rules.json' with { type: 'json' }
import { vietnamDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'

export type ToldRules = { onePersonWithinDays: number; toldADayByOneHelper: number }

export function toldRulesAt(now: Date): ToldRules {
  const rule = rules.findLast(({ validFrom }) => validFrom <= vietnamDate(now))
  if (!rule) throw new Error('no rules about told telephone numbers in force')
  return rule
}

/** What is known of a telephone number a helper says for a person. */
export type ToldTelephone = {
  /** Personal numbers of those on record with it. */
  citizens: readonly string[]
  /** It is an officer's, a team member's, or the helper's own. */
  isOfficers: boolean
  /** Personal numbers of those it was said for lately. */
  toldFor: readonly string[]
  /** Numbers this helper has said within a day, this one left out. */
  toldByHelper: number
}

/**
 * Why a code may not go to a number that was said: consent that reaches somebody else's telephone is nobody's. The answer does not tell
 * whose it is.
 */
export function whyNotTell(told: ToldTelephone, personalId: string, rules: ToldRules): Reason | undefined {
  if (told.toldByHelper >= rules.toldADayByOneHelper)
    return { code: 'dossiers.help-told-enough', facts: { most: rules.toldADayByOneHelper } }
  const isAnothers = [...told.citizens, ...told.toldFor].some((one) => one !== personalId)
  return isAnothers || told.isOfficers ? { code: 'dossiers.help-phone-taken' } : undefined
}
