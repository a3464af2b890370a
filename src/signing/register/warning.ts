import rules from '../../../data/signing/certificate-warnings.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import { daysLeft, type KeyHolder } from './key-holder.ts'

/** mốc nhắc chứng thư số sắp hết hạn, with the first day it is in force. */
export type WarningRule = {
  validFrom: LegalDate
  daysBefore: number[]
  /** Days over which nothing took its place: told again. */
  daysAfter: number[]
  certainty: 'law-to-verify' | 'local-setting'
  source: string
}

export const WARNING_RULES = (rules as WarningRule[]).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))

/** Before the first rule nobody is warned: none is guessed. */
export function warningRuleInForce(
  on: LegalDate,
  all: readonly WarningRule[] = WARNING_RULES,
): WarningRule | undefined {
  return all.findLast(({ validFrom }) => validFrom <= on)
}

/** The longest notice there is; a certificate with no more days left counts as expiring. */
export const warnDaysOn = (on: LegalDate): number => Math.max(0, ...(warningRuleInForce(on)?.daysBefore ?? []))

/** The last day on which anybody is told that a certificate has ended. */
export const tellDaysOn = (on: LegalDate): number => Math.max(0, ...(warningRuleInForce(on)?.daysAfter ?? []))

/**
 * The marks that have come and were not warned of; a mark after the end is below zero. Only the nearest is told: after a standstill
 * one warning says all; `passed` are noted as told with it.
 */
export function warningDue(
  holder: Pick<KeyHolder, 'validTo'>,
  { daysBefore, daysAfter }: Pick<WarningRule, 'daysBefore' | 'daysAfter'>,
  warned: readonly number[],
  now: Date,
): { tell: number; passed: number[] } | undefined {
  const left = daysLeft(holder, now)
  const marks = [...daysBefore, ...daysAfter.map((days) => -days)]
  const due = marks.filter((days) => left <= days && !warned.includes(days)).toSorted((a, b) => a - b)
  const [tell, ...passed] = due
  return tell === undefined || warned.some((days) => days < tell) ? undefined : { tell, passed }
}
