import rules from '../../../data/signing/demanded-levels.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { SignatureLevel } from '../long-term/signature-level.ts'

export type DemandableLevel = Exclude<SignatureLevel, 'B-B'>
export const DEMANDABLE_LEVELS = ['B-T', 'B-LT', 'B-LTA'] as const satisfies DemandableLevel[]

/** mức chữ ký đòi hỏi: what a document is issued at, from a day on; without a procedure, every one. */
export type DemandedLevel = {
  procedureCode: string | null
  validFrom: LegalDate
  level: DemandableLevel
}

export type DefaultLevel = { validFrom: LegalDate; level: DemandableLevel; certainty: string; source: string }
export const DEFAULT_LEVELS = (rules as DefaultLevel[]).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))

/**
 * The level in force on a day: what was set for the procedure, else for all, else the default. No rule in force means the highest:
 * nothing goes out below what may be demanded.
 */
export function levelInForce(
  set: readonly DemandedLevel[],
  procedureCode: string | null,
  on: LegalDate,
  defaults: readonly DefaultLevel[] = DEFAULT_LEVELS,
): DemandableLevel {
  const begun = set
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  const own = begun.findLast((one) => one.procedureCode !== null && one.procedureCode === procedureCode)
  const general = begun.findLast((one) => one.procedureCode === null)
  return (own ?? general ?? defaults.findLast(({ validFrom }) => validFrom <= on))?.level ?? 'B-LTA'
}

/** What is in force or past stays as it is: documents were issued by it. */
export function whyNotDemand({ validFrom }: DemandedLevel, today: LegalDate): Reason | undefined {
  return validFrom < today ? { code: 'signing.level-in-past' } : undefined
}
