import data from '../../../data/signing/archive-renewal.json' with { type: 'json' }
import { addDays, vietnamDate, type LegalDate } from '../../platform/dates.ts'

/** How long before its end a proof is renewed, with the first day this is in force. */
export type RenewalMargin = { validFrom: LegalDate; daysBefore: number; certainty: string; source: string }
/** The last day on which an algorithm is taken as strong enough. */
export type AlgorithmEnd = { algorithm: string; endsOn: LegalDate; certainty: string; source: string }

export type RenewalRules = { margins: readonly RenewalMargin[]; algorithmEnds: readonly AlgorithmEnd[] }
export const RENEWAL_RULES: RenewalRules = data

/** What a signed file rests on now. */
export type FileProof = {
  /** After this its times can no longer be proven: the first of its signatures counts. */
  provableUntil: Date | undefined
  /** Of its newest document time stamp, or of its signatures and their stamps where it has none. */
  algorithms: readonly string[]
}

/**
 * The day by which the next archive time stamp must be there (EN 319 102-1, 5.6.2.3: a proof holds while its certificate and its
 * algorithms do). An end that is not sure counts like a sure one: it only brings the renewal forward. Undefined when nothing of the
 * file can be proven.
 */
export function renewBy(
  { provableUntil, algorithms }: FileProof,
  on: LegalDate,
  { margins, algorithmEnds }: RenewalRules = RENEWAL_RULES,
): LegalDate | undefined {
  if (!provableUntil) return undefined
  const ends = algorithmEnds.filter(({ algorithm }) => algorithms.includes(algorithm)).map(({ endsOn }) => endsOn)
  const first = [vietnamDate(provableUntil), ...ends].toSorted()[0]
  const margin = margins
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .findLast(({ validFrom }) => validFrom <= on)
  return first && addDays(first, -(margin?.daysBefore ?? 0))
}
