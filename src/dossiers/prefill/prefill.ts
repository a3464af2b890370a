import { isDeepStrictEqual } from 'node:util'
import rules from '../../../data/prefill/facts.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import {
  boxesOf,
  fieldsOf,
  isAsked,
  type FieldSpec,
  type FormData,
  type FormDefinition,
  type Prefill,
  type Values,
} from '../../forms/index.ts'
import type { CitizenSource } from '../../identity/index.ts'

/** Nguồn dữ liệu: who says so. */
export type OriginSource = CitizenSource | 'identity-card' | 'vault' | 'earlier-dossier'

/** Something already held of a person, in the stored form of an answer. */
export type HeldFact = {
  fact: string
  value: unknown
  source: OriginSource
  takenAt: Date | null
  /** The document or dossier it stands in. */
  reference: string | null
}

/** Where an answer comes from. Answers without one were typed by whoever filed. */
export type Origin = Pick<HeldFact, 'source' | 'takenAt' | 'reference'>
export type AnswerOrigin = Origin & { field: string; /** The person answered something else. */ changed: boolean }

/** Answers put in from what is held. */
export type HeldAnswers = {
  /** Cannot be changed here; wins over anything sent. */
  locked: Values
  /** Put into the boxes at first; the person may have moved or have a new telephone. */
  suggested: Values
  origins: Record<string, Origin>
}

/** Sources whose word about who a person is cannot be changed on a form. */
const STATE: readonly OriginSource[] = ['identity-provider', 'citizen-registry']

/** Căn cứ: Nghị định 118/2025/NĐ-CP (không yêu cầu khai lại thông tin đã có). Fields the form does not have are left out. */
export function heldAnswers(
  form: FormDefinition,
  facts: readonly HeldFact[],
  on: LegalDate,
  /** Answers so far, which may decide whose data a question asks for. */
  told: FormData = {},
): HeldAnswers {
  const held: HeldAnswers = { locked: {}, suggested: {}, origins: {} }
  for (const { spec, fact, change } of heldFields(form, facts, on, told)) {
    const isLocked = change === 'refused' && STATE.includes(fact.source)
    Object.assign(isLocked ? held.locked : held.suggested, Object.fromEntries(boxesOf(spec, spec.name, fact.value)))
    const { source, takenAt, reference } = fact
    held.origins[spec.name] = { source, takenAt, reference }
  }
  return held
}

/** Where the answers of a filed form come from, as far as somebody else held them. */
export function originsOf(
  form: FormDefinition,
  answers: FormData,
  facts: readonly HeldFact[],
  on: LegalDate,
): AnswerOrigin[] {
  return heldFields(form, facts, on, answers).flatMap(({ spec: { name: field }, fact }) => {
    const { source, takenAt, reference, value } = fact
    if (answers[field] === undefined) return []
    return [{ field, source, takenAt, reference, changed: !isDeepStrictEqual(answers[field], value) }]
  })
}

type HeldField = { spec: FieldSpec; fact: HeldFact; change: Prefill['change'] }

/** The questions something is held for; the first source that knows wins. */
function heldFields(form: FormDefinition, facts: readonly HeldFact[], on: LegalDate, told: FormData): HeldField[] {
  return fieldsOf(form).flatMap((spec) => {
    if (!isAsked({ when: spec.prefill?.when }, told)) return []
    const name = spec.prefill?.fact ?? spec.name
    const change = spec.prefill?.change ?? changeOf(name, on)
    const fact = change && facts.find((one) => one.fact === name)
    return fact ? [{ spec, fact, change }] : []
  })
}

/** Whether the law lets a person say otherwise; nothing for facts that are not put in by themselves. */
function changeOf(fact: string, on: LegalDate): Prefill['change'] | undefined {
  const rule = rules.filter((one) => one.fact === fact && one.validFrom <= on).at(-1)
  if (!rule) return undefined
  return rule.change === 'refused' ? 'refused' : 'allowed'
}
