import type { Reason } from '../../platform/refusal.ts'
import type { ProcessDefinition } from '../../catalogue/index.ts'
import { demandsInitials } from '../initials/initials.ts'
import type { Dossier, Handling } from '../../dossiers/index.ts'
import type { BatchLine, Result, ResultState } from '../result.ts'

/** How many applicants one decision may list: what one press seals while the clerk waits. */
export const MOST_IN_BATCH = 50
export const FEWEST_IN_BATCH = 2

/** quyết định chung: one decision for many applicants. Its paper is a `Result` under the batch's id. */
export type Batch = {
  id: string
  /** đợt: what officers call it before the decision has a number. */
  no: number
  procedureCode: string
  unitId: string
  gatheredByAccountId: string
  gatheredByName: string
  gatheredAt: Date
}

/** One dossier of a batch: still in it, out of it with a reason, or finished with its own extract. */
export type BatchMember = {
  batchId: string
  dossierId: string
  dossierCode: string
  state: 'in' | 'out' | 'done'
  reason: string | null
  byName: string | null
  leftAt: Date | null
}

type Gatherable = Pick<Dossier, 'procedureCode' | 'competentUnitId' | 'handlingUnitId' | 'appraisal' | 'finishedAt'>

/**
 * Why a dossier cannot go with the first of them; whether its specialist may draft now is for the process to say. Where the process has
 * each draft initialled, each is a paper of its own.
 */
export function whyNotGather(
  dossier: Gatherable,
  first: Gatherable,
  process: Pick<ProcessDefinition, 'steps'>,
): Reason | undefined {
  if (demandsInitials(process)) return { code: 'results.batch-initials' }
  if (dossier.finishedAt !== null) return { code: 'results.batch-resolved-before' }
  if (dossier.appraisal !== 'eligible') return { code: 'results.batch-not-eligible' }
  const isAlike =
    dossier.procedureCode === first.procedureCode &&
    dossier.competentUnitId === first.competentUnitId &&
    dossier.handlingUnitId === first.handlingUnitId
  return isAlike ? undefined : { code: 'results.batch-differs' }
}

/** Where a member stands while the decision is in this state; standing elsewhere it has fallen out. */
const STANDS_AT: Partial<Record<ResultState, Handling>> = {
  draft: 'awaiting-approval',
  approved: 'awaiting-signature',
  signed: 'awaiting-seal',
  sealed: 'awaiting-seal',
}

export function stillStands({ handling }: Pick<Dossier, 'handling'>, { state }: Pick<Result, 'state'>): boolean {
  return STANDS_AT[state] === handling
}

/** Why nobody can be taken out: a list that was signed stays as it was signed. */
export function whyNotRemove(
  { state }: Pick<Result, 'state'>,
  member: Pick<BatchMember, 'state'> | undefined,
): Reason | undefined {
  if (state !== 'draft' && state !== 'approved') return { code: 'results.batch-signed' }
  return member?.state === 'in' ? undefined : { code: 'results.batch-no-member' }
}

/** Why this is not the paper that was read: somebody left the list since. */
export function whyNotAsRead({ version }: Pick<Result, 'version'>, seen: number): Reason | undefined {
  return version === seen ? undefined : { code: 'results.batch-list-changed' }
}

/** The list without those who left, numbered anew. */
export function linesLeft(lines: readonly BatchLine[], members: readonly Pick<BatchMember, 'dossierCode' | 'state'>[]) {
  const inside = new Set(members.filter(({ state }) => state === 'in').map(({ dossierCode }) => dossierCode))
  return lines.filter(({ dossierCode }) => inside.has(dossierCode)).map((line, index) => ({ ...line, no: index + 1 }))
}
