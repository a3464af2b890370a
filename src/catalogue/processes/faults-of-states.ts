import type { FaultKnowledge, ProcessFault } from './faults.ts'
import { statesOf, stepOfState, type ProcessDefinition, type ProcessTransition } from './process.ts'

/** What is wrong with the states and the ways between them. */
export function stateFaults(definition: ProcessDefinition, vocabulary: FaultKnowledge['vocabulary']): ProcessFault[] {
  return [
    ...unreachable(definition),
    ...beginnings(definition),
    ...endings(definition),
    ...loopsWithoutPerson(definition),
    ...unknownWords(definition, vocabulary),
  ]
}

const atState = (code: string) => ({ kind: 'state', code }) as const

function reachedFrom(begin: Iterable<string>, edges: (state: string) => readonly string[]): Set<string> {
  const reached = new Set(begin)
  for (const state of reached) for (const next of edges(state)) reached.add(next)
  return reached
}

const after = (transitions: readonly ProcessTransition[]) => (state: string) =>
  transitions.filter(({ from }) => from.includes(state)).map(({ to }) => to)

function unreachable(definition: ProcessDefinition): ProcessFault[] {
  const { transitions, initialStates, steps } = definition
  const reached = reachedFrom(initialStates, after(transitions))
  const lost = statesOf(definition).filter((state) => !reached.has(state))
  const lostSteps = steps.filter(({ states }) => states.length > 0 && states.every((state) => !reached.has(state)))
  return [
    ...lostSteps.map(({ code, name }): ProcessFault => ({
      code: 'unreachable-step',
      place: { kind: 'step', code, name },
    })),
    ...lost
      .filter((state) => !lostSteps.some((step) => step.states.includes(state)))
      .map((state): ProcessFault => ({ code: 'unreachable-state', place: atState(state) })),
  ]
}

function beginnings({ transitions, initialStates }: ProcessDefinition): ProcessFault[] {
  const begun = new Set(transitions.filter(({ from }) => from.length === 0).map(({ to }) => to))
  return initialStates
    .filter((state) => !begun.has(state))
    .map((state) => ({ code: 'no-beginning', place: atState(state) }))
}

function endings(definition: ProcessDefinition): ProcessFault[] {
  const { transitions, finalStates } = definition
  const left = new Set(transitions.flatMap(({ from }) => from))
  const before = (state: string) => transitions.filter(({ to }) => to === state).flatMap(({ from }) => from)
  const ending = reachedFrom(finalStates, before)
  const goesOn = finalStates.filter((state) =>
    transitions.some(({ from, reopens }) => from.includes(state) && reopens !== true),
  )
  const open = statesOf(definition).filter((state) => !finalStates.includes(state))
  return [
    ...goesOn.map((state): ProcessFault => ({ code: 'final-left', place: atState(state) })),
    ...open
      .filter((state) => !ending.has(state))
      .map((state): ProcessFault => ({
        code: left.has(state) ? 'no-way-to-an-end' : 'dead-end',
        place: placeOfEnd(definition, state),
      })),
  ]
}

/** A dead end is best found by the step it stops in. */
function placeOfEnd(definition: ProcessDefinition, state: string): ProcessFault['place'] {
  const step = stepOfState(definition, state)
  return step && step.states.length === 1 ? { kind: 'step', code: step.code, name: step.name } : atState(state)
}

/** Moves nobody makes must not go round. */
function loopsWithoutPerson({ transitions }: ProcessDefinition): ProcessFault[] {
  const alone = transitions.filter(({ automatic }) => automatic === true)
  return alone
    .filter(({ from, to }) => {
      const reached = reachedFrom([to], after(alone))
      return from.some((state) => reached.has(state))
    })
    .map(({ action, from, to }) => ({ code: 'loop-without-person', place: { kind: 'transition', action, from, to } }))
}

function unknownWords(definition: ProcessDefinition, vocabulary: FaultKnowledge['vocabulary']): ProcessFault[] {
  if (!vocabulary) return []
  return [
    ...statesOf(definition)
      .filter((state) => !vocabulary.states.has(state))
      .map((state): ProcessFault => ({ code: 'unknown-state', place: atState(state) })),
    ...definition.transitions
      .filter(({ action }) => !vocabulary.actions.has(action))
      .map(({ action, from, to }): ProcessFault => ({
        code: 'unknown-action',
        place: { kind: 'transition', action, from, to },
      })),
  ]
}
