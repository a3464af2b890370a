import { Type, type Static } from 'typebox'
import { ROLES } from '../../platform/actor.ts'
import { parseInput } from '../../platform/parse-input.ts'
import { ProcessInput, type ProcessDefinition, type ProcessStep, type StepKind, type UnitRule } from './process.ts'

/** A step as the first definitions wrote it; what they did not say follows from its states. */
const FirstStep = Type.Object({
  code: Type.String(),
  name: Type.String(),
  role: Type.Enum([...ROLES]),
  states: Type.Array(Type.String()),
})
const FirstProcess = Type.Object({ steps: Type.Array(FirstStep) })

/** The kind of a step by a state it holds, the most telling state first. */
const KIND_BY_STATE: [state: string, kind: StepKind][] = [
  ['submitted', 'reception'],
  ['appraising', 'appraisal'],
  ['awaiting-approval', 'approval'],
  ['awaiting-signature', 'signing'],
  ['awaiting-seal', 'sealing'],
  ['finished', 'delivery'],
]

const BY_KIND = {
  reception: { unitRule: 'received-by', produces: ['appointment-slip'], signed: false },
  appraisal: { unitRule: 'handling', produces: ['appraisal', 'result-draft'], signed: false },
  consultation: { unitRule: 'handling', produces: ['opinion'], signed: false },
  approval: { unitRule: 'handling', produces: [], signed: false },
  signing: { unitRule: 'competent', produces: ['result'], signed: true },
  sealing: { unitRule: 'competent', produces: ['result'], signed: true },
  delivery: { unitRule: 'received-by', produces: [], signed: false },
  linked: { unitRule: 'competent', produces: [], signed: false },
} satisfies Record<StepKind, { unitRule: UnitRule; produces: string[]; signed: boolean }>

/** What a step of a kind is when nothing else is said. */
export function usualStep(kind: StepKind): Omit<ProcessStep, 'code' | 'name' | 'role' | 'states'> {
  const { unitRule, produces, signed } = BY_KIND[kind]
  return {
    kind,
    unitRule,
    beside: null,
    budgetHours: null,
    produces: [...produces],
    signed,
    outcomes: [],
    consultation: null,
    linked: null,
  }
}

function kindOf({ states }: Static<typeof FirstStep>): StepKind {
  return KIND_BY_STATE.find(([state]) => states.includes(state))?.[1] ?? 'appraisal'
}

/**
 * A definition as files and the database hold it: what the first form did not say yet is filled in, then all of it is
 * checked. Refuses with `platform.invalid-input` and the places.
 */
export function readProcess(raw: unknown): ProcessDefinition {
  const given = parseInput(FirstProcess, raw)
  return parseInput(ProcessInput, {
    procedureCode: null,
    ...given,
    steps: given.steps.map((step) => ({ ...usualStep(kindOf(step)), ...step })),
  })
}
