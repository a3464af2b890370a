import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Dossier } from '../dossier.ts'

/** Why handling is stopped: người nộp đề nghị, không bổ sung đúng hạn, lý do khác. */
export const CLOSURE_GROUNDS = ['asked-by-applicant', 'not-supplied-in-time', 'other'] as const
export type ClosureGround = (typeof CLOSURE_GROUNDS)[number]

/** How a dossier ended without a result: withdrawn by the citizen, or stopped by a notice (form 05). */
export type Closure = {
  kind: 'withdrawn' | 'stopped'
  ground: ClosureGround
  reason: string
  legalBasis: string | null
  byAccountId: string
  byName: string
  at: Date
}

/** Not supplying in time is a ground only once the day asked for has passed without an answer. */
export function whyNotStop(
  { handling }: Pick<Dossier, 'handling'>,
  ground: ClosureGround,
  replyBy: LegalDate | undefined,
  today: LegalDate,
): Reason | undefined {
  if (ground !== 'not-supplied-in-time') return undefined
  if (handling !== 'awaiting-supplement' || replyBy === undefined) return { code: 'dossiers.nothing-awaited' }
  return replyBy < today ? undefined : { code: 'dossiers.supply-time-runs', facts: { replyBy } }
}
