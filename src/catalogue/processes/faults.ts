import type { Role } from '../../platform/actor.ts'
import type { Term } from '../../platform/term.ts'
import { overTermFaults } from './faults-of-budgets.ts'
import { bodyFaults } from './faults-of-bodies.ts'
import { paperFaults } from './faults-of-papers.ts'
import { stateFaults } from './faults-of-states.ts'
import { stepFaults } from './faults-of-steps.ts'
import type { ProcessDefinition, UnitRule } from './process.ts'

export const FAULT_CODES = [
  'unreachable-state',
  'unreachable-step',
  'dead-end',
  'no-way-to-an-end',
  'no-beginning',
  'final-left',
  'loop-without-person',
  'unknown-state',
  'unknown-action',
  'state-without-transition',
  'state-in-two-steps',
  'step-without-state',
  'step-code-twice',
  'step-out-of-order',
  'beside-unknown',
  'role-cannot-act',
  'role-unheld',
  'unit-unknown',
  'over-term',
  'longer-than-its-step',
  'consultation-missing',
  'consultation-without-bodies',
  'consultation-without-term',
  'consultation-without-rule',
  'linked-missing',
  'linked-without-bodies',
  'linked-without-term',
  'linked-without-lead',
  'body-unknown',
  'body-ended',
  'body-without-people',
  'body-twice',
  'paper-unknown',
  'paper-never-left',
  'paper-never-signed',
  'procedure-missing',
  'procedure-not-for-default',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** Where in a process a fault lies. */
export type FaultPlace =
  | { kind: 'process' }
  | { kind: 'step'; code: string; name: string }
  | { kind: 'state'; code: string }
  | { kind: 'transition'; action: string; from: readonly string[]; to: string }

/** Why a process cannot be published, and where; words in `faultText`. */
export type ProcessFault = { code: FaultCode; place: FaultPlace; facts?: Record<string, string | number> }

/** How many people hold a role in each unit that a unit rule may lead to. */
export type Holders = {
  role: Role
  unitRule: UnitRule
  /** Empty: the rule leads to no unit at all. */
  units: readonly { name: string; people: number }[]
}

/** A body a process names by its code: as it is on the day, or what became of it. */
export type NamedBody = {
  code: string
  standing: 'in-force' | 'ended' | 'unknown'
  name: string
  /** Who took over from one that ended. */
  successors: readonly string[]
  /** How many can answer for it. */
  people: number
}

/** What must be known besides the definition; whatever is left out is not checked. */
export type FaultKnowledge = {
  /** States and actions the system knows how to do. */
  vocabulary?: { states: ReadonlySet<string>; actions: ReadonlySet<string> }
  /** Legal terms of the procedures that will follow it, with the office hours of a working day. */
  terms?: { hoursPerDay: number; of: readonly { procedureCode: string; term: Term }[] }
  holders?: readonly Holders[]
  bodies?: readonly NamedBody[]
}

/** Everything wrong with a definition; empty when it can be published. */
export function faultsOf(definition: ProcessDefinition, known: FaultKnowledge = {}): ProcessFault[] {
  return [
    ...stateFaults(definition, known.vocabulary),
    ...stepFaults(definition, known.holders),
    ...bodyFaults(definition, known.bodies),
    ...paperFaults(definition),
    ...overTermFaults(definition, known.terms),
  ]
}
