import { Type, type Static } from 'typebox'
import { ROLES, type Role } from '../../platform/actor.ts'

/** The process every procedure follows unless another is set: Quảng Ninh's five electronic steps. */
export const FIVE_STEPS = 'nam-buoc'

/** loại bước: tiếp nhận, thẩm định, lấy ý kiến, phê duyệt, ký số, đóng dấu, trả kết quả, liên thông. */
export const STEP_KINDS = [
  'reception',
  'appraisal',
  'consultation',
  'approval',
  'signing',
  'sealing',
  'delivery',
  'linked',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Where the person of a step sits, seen from the dossier; a named unit is `unit:<code>`. */
export const UNIT_RULES = ['received-by', 'competent', 'handling', 'superior'] as const
export type UnitRule = (typeof UNIT_RULES)[number] | `unit:${string}`

/** When the answers of consulted bodies are enough: all, most, or silence after the term means agreement. */
export const COMPLETENESS_RULES = ['all', 'majority', 'silence-agrees'] as const

const strict = { additionalProperties: false }
const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' })
const State = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z][a-z-]*$' })
const Action = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z][A-Za-z]*$' })
// One line of text that XML can carry too.
const LINE = '[^\\u0000-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*'
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: `^(?=.*\\S)${LINE}$` })
const Line = Type.String({ maxLength: 300, pattern: `^${LINE}$` })
const UnitCode = Type.String({ minLength: 1, maxLength: 40, pattern: '^\\S+$' })
const Hours = Type.Union([Type.Number({ exclusiveMinimum: 0, maximum: 20_000, multipleOf: 0.25 }), Type.Null()], {
  description: 'Office hours',
})
const UnitRuleInput = Type.Unsafe<UnitRule>({
  type: 'string',
  maxLength: 50,
  pattern: `^(${UNIT_RULES.join('|')}|unit:\\S+)$`,
})

/** lấy ý kiến: bodies asked side by side; what is null must be settled before publishing. */
export const ConsultationInput = Type.Object(
  {
    bodies: Type.Array(UnitCode, { maxItems: 30 }),
    termHours: Hours,
    completeness: Type.Union([Type.Enum([...COMPLETENESS_RULES]), Type.Null()]),
    /** Who decides after the answers. */
    lead: UnitRuleInput,
  },
  strict,
)
export type Consultation = Static<typeof ConsultationInput>

/** liên thông: several bodies of one level at once with a lead, or up a level and back. */
export const LinkedInput = Type.Object(
  {
    direction: Type.Enum(['same-level', 'superior']),
    bodies: Type.Array(Type.Object({ unitCode: UnitCode, duty: Line, termHours: Hours }, strict), { maxItems: 30 }),
    lead: Type.Union([UnitRuleInput, Type.Null()]),
  },
  strict,
)
export type LinkedProcedure = Static<typeof LinkedInput>

/** bước của quy trình, as people see it. */
export const StepInput = Type.Object(
  {
    code: Code,
    name: Words,
    kind: Type.Enum([...STEP_KINDS]),
    role: Type.Enum([...ROLES]),
    unitRule: UnitRuleInput,
    /** Handling states that belong to it; none for a step beside another. */
    states: Type.Array(State, { maxItems: 20 }),
    /** The step it runs beside (consultation, linked procedure); null in the main line. */
    beside: Type.Union([Code, Type.Null()]),
    /** Null: its share of the legal term, see `budgetsFor`. */
    budgetHours: Hours,
    /** Kinds of paper it must leave behind. */
    produces: Type.Array(Code, { maxItems: 20 }),
    /** What it leaves behind must be signed. */
    signed: Type.Boolean(),
    outcomes: Type.Array(Type.Object({ action: Action, name: Words }, strict), { maxItems: 20 }),
    consultation: Type.Union([ConsultationInput, Type.Null()]),
    linked: Type.Union([LinkedInput, Type.Null()]),
  },
  strict,
)
export type ProcessStep = Static<typeof StepInput>
export type StepOutcome = ProcessStep['outcomes'][number]

/** Who may move a dossier from which states to which. An empty `from` begins a dossier. */
const TransitionInput = Type.Object(
  {
    action: Action,
    from: Type.Array(State, { maxItems: 20 }),
    to: State,
    role: Type.Enum([...ROLES]),
    /** The system makes it by itself, with nobody deciding. */
    automatic: Type.Optional(Type.Boolean()),
    /** The one way out of a final state: what was ended is taken up again (a mistake in an issued result). */
    reopens: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type ProcessTransition = Static<typeof TransitionInput>

/** quy trình giải quyết: a state machine as data. */
export const ProcessInput = Type.Object(
  {
    code: Code,
    version: Type.Integer({ minimum: 1, maximum: 10_000 }),
    validFrom: Type.String({ format: 'date' }),
    name: Words,
    /** The one procedure it is for; null: every procedure without one of its own. */
    procedureCode: Type.Union([Type.String({ pattern: '^[1-6]\\.\\d{6}$' }), Type.Null()]),
    steps: Type.Array(StepInput, { minItems: 1, maxItems: 40 }),
    initialStates: Type.Array(State, { minItems: 1, maxItems: 10 }),
    finalStates: Type.Array(State, { minItems: 1, maxItems: 10 }),
    transitions: Type.Array(TransitionInput, { minItems: 1, maxItems: 200 }),
  },
  { ...strict, title: 'Process' },
)
export type ProcessDefinition = Static<typeof ProcessInput>

export type ProcessVersion = { id: string; definition: ProcessDefinition }

/** The transition an action makes from a state, if the process knows one for any of these roles. `undefined` state: beginning. */
export function transitionOf(
  { transitions }: Pick<ProcessDefinition, 'transitions'>,
  action: string,
  from: string | undefined,
  roles: readonly Role[],
): ProcessTransition | undefined {
  return transitions.find(
    (one) =>
      one.action === action &&
      roles.some((role) => role === one.role) &&
      (from === undefined ? one.from.length === 0 : one.from.includes(from)),
  )
}

/** What can be done in a state, and by whom. */
export function transitionsFrom(
  { transitions }: Pick<ProcessDefinition, 'transitions'>,
  state: string,
): ProcessTransition[] {
  return transitions.filter((one) => one.from.includes(state))
}

/** The step a state belongs to; none for states outside the steps (refused). */
export function stepOfState({ steps }: Pick<ProcessDefinition, 'steps'>, state: string): ProcessStep | undefined {
  return steps.find((step) => step.states.includes(state))
}

/** The main line, without the steps that run beside another. */
export function mainSteps({ steps }: Pick<ProcessDefinition, 'steps'>): ProcessStep[] {
  return steps.filter(({ beside }) => beside === null)
}

/** Every state the process knows, in the order it meets them. */
export function statesOf({
  initialStates,
  finalStates,
  transitions,
}: Pick<ProcessDefinition, 'initialStates' | 'finalStates' | 'transitions'>): string[] {
  return [...new Set([...initialStates, ...transitions.flatMap(({ from, to }) => [...from, to]), ...finalStates])]
}
