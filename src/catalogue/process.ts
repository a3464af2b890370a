import type { Role } from '../platform/actor.ts'

/** Một bước của quy trình, as people see it. */
export type ProcessStep = { code: string; name: string; role: Role; states: string[] }

/** Who may move a dossier from which states to which. An empty `from` begins a dossier. */
export type ProcessTransition = { action: string; from: string[]; to: string; role: Role }

/** Quy trình giải quyết: a state machine as data. */
export type ProcessDefinition = {
  code: string
  version: number
  validFrom: string
  name: string
  steps: ProcessStep[]
  initialStates: string[]
  finalStates: string[]
  transitions: ProcessTransition[]
}

export type ProcessVersion = { id: string; definition: ProcessDefinition }

/** The process every procedure follows unless another is set: Quảng Ninh's five electronic steps. */
export const FIVE_STEPS = 'nam-buoc'

/** The transition an action makes from a state, if the process knows one for any of these roles. `undefined` state: beginning. */
export function transitionOf(
  { transitions }: ProcessDefinition,
  action: string,
  from: string | undefined,
  roles: readonly Role[],
): ProcessTransition | undefined {
  return transitions.find(
    (one) =>
      one.action === action &&
      roles.includes(one.role) &&
      (from === undefined ? one.from.length === 0 : one.from.includes(from)),
  )
}

/** What can be done in a state, and by whom. */
export function transitionsFrom({ transitions }: ProcessDefinition, state: string): ProcessTransition[] {
  return transitions.filter((one) => one.from.includes(state))
}

/** The step a state belongs to; none for states outside the five steps (refused). */
export function stepOfState({ steps }: ProcessDefinition, state: string): ProcessStep | undefined {
  return steps.find((step) => step.states.includes(state))
}

/** What is wrong with a definition, in words for whoever edits it; empty when it can be used. */
export function faultsOf(definition: ProcessDefinition): string[] {
  const { transitions, initialStates, finalStates, steps } = definition
  const states = new Set([...initialStates, ...finalStates, ...transitions.flatMap(({ from, to }) => [...from, to])])
  const reached = new Set(initialStates)
  for (let before = -1; before !== reached.size;) {
    before = reached.size
    for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  const begun = new Set(transitions.filter(({ from }) => from.length === 0).map(({ to }) => to))
  const left = new Set(transitions.flatMap(({ from }) => from))
  const stepped = new Set(steps.flatMap((step) => step.states))
  return [
    ...[...states].filter((state) => !reached.has(state)).map((state) => `"${state}" cannot be reached`),
    ...initialStates.filter((state) => !begun.has(state)).map((state) => `no action begins in "${state}"`),
    ...finalStates.filter((state) => left.has(state)).map((state) => `"${state}" is final and is left again`),
    ...[...states]
      .filter((state) => !left.has(state) && !finalStates.includes(state))
      .map((state) => `nothing leads on from "${state}"`),
    ...[...stepped].filter((state) => !states.has(state)).map((state) => `no transition knows "${state}"`),
  ]
}
