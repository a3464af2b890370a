import { Type, type Static } from 'typebox'
import { GRANTS } from '../results/index.ts'
import type { LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import { CHECKS, type CheckCode } from './check.ts'
import { REGISTER_FIELDS, type RegisterField } from './register-field.ts'

const Names = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 40 })

/**
 * khai báo giải quyết tự động: after which checks a procedure's result is issued with no officer, what of it the register must
 * confirm, and on which paper. A draft may be wrong; what is published was checked by `faultsOf`.
 */
export const DefinitionInput = Type.Object(
  {
    checks: Names,
    /** Answers that must be filled. */
    answers: Names,
    /** What the register must confirm; that alone is printed. */
    registerFields: Names,
    result: Type.Object(
      { title: Type.String({ minLength: 3, maxLength: 300 }), template: Type.Enum([...GRANTS]) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false, title: 'InstantDefinition' },
)
export type Definition = Static<typeof DefinitionInput>

export type Certainty = 'recorded' | 'demo-setting'

export type Declaration = {
  id: string
  procedureCode: string
  version: number
  validFrom: LegalDate
  definition: Definition
  /** `demo-setting`: a local setting of the demonstration province, confirmed by nobody. */
  certainty: Certainty
  publishedAt: Date
  publishedBy: string
}

/** Without these nothing is decided by machine. */
export const COMPULSORY: readonly CheckCode[] = ['data-present', 'for-oneself', 'register-confirms', 'fee-settled']
const WHO: readonly RegisterField[] = ['fullName', 'bornOn']

/** What a definition is held against when it is published. */
export type Surroundings = {
  /** Undefined: no such procedure in force. */
  procedure: { isOnline: boolean; resultTitles: readonly string[]; formFields: readonly string[] } | undefined
  /** Kinds of the steps of the process its dossiers follow. */
  stepKinds: readonly string[]
  hasAuthority: boolean
}

/** Why a definition cannot be published, all reasons at once. */
export function faultsOf(definition: Definition, { procedure, stepKinds, hasAuthority }: Surroundings): Reason[] {
  if (!procedure) return [{ code: 'no-procedure' }]
  const known = (list: readonly string[], name: string) => list.includes(name)
  const { checks, answers, registerFields, result } = definition
  return [
    ...checks.filter((code) => !known(CHECKS, code)).map((name) => ({ code: 'unknown-check', facts: { name } })),
    ...COMPULSORY.filter((code) => !known(checks, code)).map((name) => ({ code: 'check-missing', facts: { name } })),
    ...answers
      .filter((name) => !known(procedure.formFields, name))
      .map((name) => ({ code: 'unknown-answer', facts: { name } })),
    ...registerFields
      .filter((name) => !known(REGISTER_FIELDS, name))
      .map((name) => ({ code: 'unknown-register-field', facts: { name } })),
    ...WHO.filter((name) => !known(registerFields, name)).map((name) => ({ code: 'field-missing', facts: { name } })),
    ...(known(procedure.resultTitles, result.title)
      ? []
      : [{ code: 'not-its-result', facts: { title: result.title } }]),
    ...(procedure.isOnline ? [] : [{ code: 'not-online' }]),
    ...(stepKinds.some((kind) => kind === 'consultation' || kind === 'linked') ? [{ code: 'asks-others' }] : []),
    ...(hasAuthority ? [] : [{ code: 'no-authority' }]),
  ]
}
