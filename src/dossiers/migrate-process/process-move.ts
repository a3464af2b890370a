import type { Reason } from '../../platform/refusal.ts'
import { statesOf, stepOfState, transitionsFrom, type ProcessDefinition } from '../../catalogue/index.ts'
import { hasEnded, type Dossier } from '../dossier.ts'

type Pinned = Pick<Dossier, 'handling' | 'procedureCode'>

/** What a new process changes for a dossier where it stands. Its due date never changes by this. */
export type MoveEffect = {
  step: { before: string | null; after: string | null }
  /** Who does the step. */
  role: { before: string | null; after: string | null }
  /** Actions possible in its state under one process only. */
  gained: string[]
  lost: string[]
}

/**
 * Why a running dossier cannot go on under another version, if so: it has ended, it is there already, the process is not
 * for its procedure, or its state has no place in it.
 */
export function whyNotMoveProcess(
  { handling, procedureCode }: Pinned,
  from: ProcessDefinition,
  to: ProcessDefinition,
): Reason | undefined {
  if (hasEnded(handling)) return { code: 'dossiers.process-ended' }
  if (from.code === to.code && from.version === to.version) return { code: 'dossiers.process-already' }
  const isForIt = to.procedureCode === null ? from.code === to.code : to.procedureCode === procedureCode
  if (!isForIt) return { code: 'dossiers.process-not-for', facts: { procedure: procedureCode } }
  const stands = statesOf(to).includes(handling) && !to.finalStates.includes(handling)
  if (!stands) return { code: 'dossiers.process-no-state', facts: { handling } }
  if (stepOfState(from, handling) && !stepOfState(to, handling)) {
    return { code: 'dossiers.process-no-step', facts: { handling } }
  }
  return undefined
}

export function effectOf({ handling }: Pinned, from: ProcessDefinition, to: ProcessDefinition): MoveEffect {
  const [before, after] = [stepOfState(from, handling), stepOfState(to, handling)]
  const [had, has] = [from, to].map((process) => [
    ...new Set(transitionsFrom(process, handling).map(({ action }) => action)),
  ]) as [string[], string[]]
  return {
    step: { before: before?.name ?? null, after: after?.name ?? null },
    role: { before: before?.role ?? null, after: after?.role ?? null },
    gained: has.filter((action) => !had.includes(action)),
    lost: had.filter((action) => !has.includes(action)),
  }
}
