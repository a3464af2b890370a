import { stepOfState, type ProcessDefinition, type ProcessStep, type ProcessTransition } from './process.ts'

/** One move of a trial. `no` is the row of the process's table. */
export type WalkedMove = { no: number; row: ProcessTransition; step: ProcessStep | undefined }

/** A sample dossier on its way through a process; nothing of it is kept. */
export type Walk = {
  /** Null before it is filed. */
  state: string | null
  step: ProcessStep | undefined
  moves: WalkedMove[]
  /** What can be done now, and by whom. */
  open: WalkedMove[]
  hasEnded: boolean
}

/** Walks rows of the table one after another; stops at the first that is not possible from where it stands. */
export function walkProcess(process: ProcessDefinition, path: readonly number[]): Walk {
  const moves: WalkedMove[] = []
  let state: string | null = null
  for (const no of path) {
    const row: ProcessTransition | undefined = process.transitions[no]
    if (!row || !leads(row, state)) break
    moves.push({ no, row, step: stepOfState(process, row.to) })
    state = row.to
  }
  const from = state
  const open = process.transitions
    .map((row, no): WalkedMove => ({ no, row, step: stepOfState(process, row.to) }))
    .filter(({ row }) => leads(row, from))
  return {
    state,
    step: state === null ? undefined : stepOfState(process, state),
    moves,
    open,
    hasEnded: state !== null && process.finalStates.includes(state),
  }
}

function leads({ from }: ProcessTransition, state: string | null): boolean {
  return state === null ? from.length === 0 : from.includes(state)
}
