import { isDeepStrictEqual } from 'node:util'
import type { ProcessDefinition, ProcessStep, ProcessTransition } from './process.ts'

/** A step's fields that a reader compares. */
export const STEP_FIELDS = [
  'name',
  'kind',
  'role',
  'unitRule',
  'budgetHours',
  'beside',
  'states',
  'produces',
  'signed',
  'outcomes',
  'consultation',
  'linked',
] as const satisfies (keyof ProcessStep)[]
export type StepField = (typeof STEP_FIELDS)[number] | 'position'

/** One thing that differs between two definitions. */
export type ProcessChange =
  | { what: 'process'; field: 'name' | 'procedureCode'; before: string | null; after: string | null }
  | { what: 'step-added' | 'step-removed'; step: ProcessStep }
  | { what: 'step-changed'; step: ProcessStep; field: StepField; before: unknown; after: unknown }
  | { what: 'move-added' | 'move-removed'; move: ProcessMove }

/** One way from one state: a row of the table with a single beginning. `from` null: it begins a dossier. */
export type ProcessMove = Omit<ProcessTransition, 'from'> & { from: string | null }

/** What differs, steps first, by step and field. The version and its date are not a difference. */
export function differenceOf(before: ProcessDefinition, after: ProcessDefinition): ProcessChange[] {
  const [oldMoves, newMoves] = [movesOf(before), movesOf(after)]
  return [
    ...(['name', 'procedureCode'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field): ProcessChange => ({ what: 'process', field, before: before[field], after: after[field] })),
    ...stepChanges(before, after),
    ...[...oldMoves]
      .filter(([key]) => !newMoves.has(key))
      .map(([, move]): ProcessChange => ({ what: 'move-removed', move })),
    ...[...newMoves]
      .filter(([key]) => !oldMoves.has(key))
      .map(([, move]): ProcessChange => ({ what: 'move-added', move })),
  ]
}

function stepChanges(before: ProcessDefinition, after: ProcessDefinition): ProcessChange[] {
  const old = new Map(before.steps.map((step) => [step.code, step]))
  const now = new Map(after.steps.map((step) => [step.code, step]))
  const oldOrder = before.steps.map(({ code }) => code).filter((code) => now.has(code))
  const newOrder = after.steps.map(({ code }) => code).filter((code) => old.has(code))
  const changed = after.steps.flatMap((step): ProcessChange[] => {
    const known = old.get(step.code)
    if (!known) return [{ what: 'step-added', step }]
    const [was, is] = [oldOrder.indexOf(step.code) + 1, newOrder.indexOf(step.code) + 1]
    return [
      ...(was === is ? [] : [{ what: 'step-changed', step, field: 'position', before: was, after: is } as const]),
      ...STEP_FIELDS.filter((field) => !isDeepStrictEqual(known[field], step[field])).map((field): ProcessChange => ({
        what: 'step-changed',
        step,
        field,
        before: known[field],
        after: step[field],
      })),
    ]
  })
  const removed = before.steps.filter(({ code }) => !now.has(code))
  return [...changed, ...removed.map((step): ProcessChange => ({ what: 'step-removed', step }))]
}

function movesOf({ transitions }: ProcessDefinition): Map<string, ProcessMove> {
  const moves = transitions.flatMap(({ from, ...row }) =>
    (from.length === 0 ? [null] : from).map((state): ProcessMove => ({ ...row, from: state })),
  )
  return new Map(moves.map((move) => [moveKey(move), move]))
}

function moveKey({ action, from, to, role, automatic, reopens }: ProcessMove): string {
  return [action, from, to, role, automatic === true, reopens === true].join(' ')
}
