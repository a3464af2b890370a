import { createHash } from 'node:crypto'
import type { LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'

/** What happens to a dossier handed in after the cut-off hour. */
export type CutOffEffect = 'received-next-working-day' | 'transfer-next-working-day'

/** The legal numbers of deadlines. */
export type LegalNumbers = {
  /** `HH:mm`; later than this is after the cut-off. */
  cutOffHour: string
  cutOffEffect: CutOffEffect
  /** Form 02 must be sent within this many working days of receipt. */
  supplementRequestWorkingDays: number
  /** The apology must be sent at least this many days before the due date. */
  apologyDaysBefore: number
  reappointmentsAtMost: number
  /** From this many working days left the dossier shows as due soon. */
  soonWorkingDays: number
  /** An order that closes the office may be entered at most this many days after it began. */
  closureRecordedDaysAfter: number
}

/** The legal numbers in force on one day. `version` names this very set: equal numbers of equal dates, equal name. */
export type DeadlineRules = LegalNumbers & { inForceOn: LegalDate; version: string }

/** One legal number with its dates, its article and how sure we are of it. `validTo` is the last day in force. */
export type DeadlineRule = {
  name: keyof LegalNumbers
  value: string
  validFrom: LegalDate
  validTo: LegalDate | null
  certainty: 'law' | 'law-to-verify' | 'local-setting'
  article: string
}

export const RULE_NAMES = [
  'cutOffHour',
  'cutOffEffect',
  'supplementRequestWorkingDays',
  'apologyDaysBefore',
  'reappointmentsAtMost',
  'soonWorkingDays',
  'closureRecordedDaysAfter',
] as const satisfies (keyof LegalNumbers)[]

/** The row of each number in force that day, to be cited. Throws `deadlines.rule-not-in-force`: none is ever guessed. */
export function ruleSources(rules: readonly DeadlineRule[], on: LegalDate): DeadlineRule[] {
  return RULE_NAMES.map((name) => {
    const inForce = rules
      .filter((rule) => rule.name === name && rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo))
      .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
      .at(-1)
    if (!inForce) throw new Refusal('deadlines.rule-not-in-force', { name, on })
    return inForce
  })
}

/** Throws `deadlines.rule-not-in-force`. */
export function rulesInForce(rules: readonly DeadlineRule[], on: LegalDate): DeadlineRules {
  const sources = ruleSources(rules, on)
  const value = (name: keyof LegalNumbers): string => sources.find((rule) => rule.name === name)?.value ?? ''
  return {
    inForceOn: on,
    version: versionOf(sources),
    cutOffHour: clockTime(value('cutOffHour')),
    cutOffEffect: cutOffEffect(value('cutOffEffect')),
    supplementRequestWorkingDays: wholeNumber(value('supplementRequestWorkingDays')),
    apologyDaysBefore: wholeNumber(value('apologyDaysBefore')),
    reappointmentsAtMost: wholeNumber(value('reappointmentsAtMost')),
    soonWorkingDays: wholeNumber(value('soonWorkingDays')),
    closureRecordedDaysAfter: wholeNumber(value('closureRecordedDaysAfter')),
  }
}

/** Ten hexadecimal digits of the names, values and first days; wording and certainty may be corrected without a new version. */
function versionOf(sources: readonly DeadlineRule[]): string {
  const lines = sources.map(({ name, value, validFrom }) => `${name}=${value} ${validFrom}`)
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 10)
}

function clockTime(text: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new Error(`not a clock time: ${text}`)
  return text
}

function cutOffEffect(text: string): CutOffEffect {
  if (text !== 'received-next-working-day' && text !== 'transfer-next-working-day')
    throw new Error(`not an effect: ${text}`)
  return text
}

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new Error(`not a whole number: ${text}`)
  return Number(text)
}
