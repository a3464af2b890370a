import schedule from '../../data/archive/retention.json' with { type: 'json' }
import type { LegalDate } from '../platform/dates.ts'
import { monthsAfter } from '../documents/index.ts'

/** thời hạn bảo quản */
export type Keep = 'permanent' | number
export type RetentionRule = {
  from: LegalDate
  types: readonly string[]
  /** Months a paper stays with the office before the archive gets it. */
  operatingMonths: number
  keep: Keep
  source: string
  certainty: string
}

export const RULES = schedule.rules as readonly RetentionRule[]

/** The rule for a kind of paper on a day; none before there is one: then nothing is due and nothing is guessed. */
export function retentionOf(
  typeCode: string | null,
  on: LegalDate,
  rules: readonly RetentionRule[] = RULES,
): RetentionRule | undefined {
  const inForce = rules.filter(({ from }) => from <= on)
  const naming = (type: string) => inForce.findLast(({ types }) => types.includes(type))
  return (typeCode === null ? undefined : naming(typeCode)) ?? naming('*')
}

/** The day from which a paper is to be handed over. */
export function dueOn(enteredOn: LegalDate, { operatingMonths }: Pick<RetentionRule, 'operatingMonths'>): LegalDate {
  return monthsAfter(enteredOn, operatingMonths)
}
