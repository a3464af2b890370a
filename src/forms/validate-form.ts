import type { ErrorObject } from 'ajv/dist/2020.js'
import type { LegalDate } from '../platform/dates.ts'
import { fieldsOf, isAsked, type FieldError, type FieldSpec, type FormData, type FormDefinition } from './form.ts'
import type { Found, Problem } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { personalIdFacts } from './kinds/personal-id.ts'
import { schemaErrors } from './schema.ts'
import { problemSentence, strangeFieldSentence } from './texts.ts'

const PROBLEMS: Record<string, Problem> = {
  required: 'missing',
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  maximum: 'too-large',
  enum: 'not-an-option',
  const: 'not-an-option',
}

/** Everything wrong with normalised data, at most one error a field, in the order of the form. */
export function validateForm(definition: FormDefinition, data: FormData, today: LegalDate): FieldError[] {
  const fields = fieldsOf(definition)
  const bySchema = new Map<string, ErrorObject>()
  for (const error of schemaErrors(definition.schema, data)) {
    const field = fieldOfError(error)
    if (field !== undefined && !bySchema.has(field)) bySchema.set(field, error)
  }
  const known = fields.flatMap((spec) => {
    const error = bySchema.get(spec.name)
    const found = error ? foundBySchema(spec, error, data) : checked(spec, data, today)
    return found ? [fieldError(spec, found, shownTyped(spec, data[spec.name]))] : []
  })
  const strange = [...bySchema.keys()].filter((name) => !fields.some((spec) => spec.name === name))
  return [...known, ...strange.map((field) => ({ field, code: 'strange', message: strangeFieldSentence(field) }))]
}

export function fieldError(spec: FieldSpec, found: Found, typed: string): FieldError {
  return {
    field: spec.name,
    code: found.problem,
    message: problemSentence(spec, found, typed, kindOf(spec.kind).example),
  }
}

function fieldOfError({ keyword, instancePath, params }: ErrorObject): string | undefined {
  const named = params as { missingProperty?: string; additionalProperty?: string }
  if (keyword === 'required') return named.missingProperty
  if (keyword === 'additionalProperties') return named.additionalProperty
  // `if` only announces that its branch failed; the branch's own errors say where.
  return keyword === 'if' ? undefined : instancePath.split('/')[1]
}

function foundBySchema(spec: FieldSpec, error: ErrorObject, data: FormData): Found {
  const value = data[spec.name]
  if (spec.kind === 'confirm') return { problem: 'missing' }
  const problem = PROBLEMS[error.keyword]
  if (problem) return { problem, facts: boundFacts(error, value) }
  const reading = typeof value === 'string' ? kindOf(spec.kind).read(value, spec) : undefined
  return reading && 'problem' in reading ? reading : { problem: 'unreadable' }
}

function boundFacts({ params }: ErrorObject, value: unknown): Record<string, number> {
  const { limit } = params as { limit?: number }
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(typeof value === 'string' ? { count: [...value].length } : {}),
  }
}

function checked(spec: FieldSpec, data: FormData, today: LegalDate): Found | undefined {
  const value = data[spec.name]
  if (value === undefined || !isAsked(spec, data)) return undefined
  return kindOf(spec.kind).check?.(value, spec, today) ?? birthYearDiffers(spec, data)
}

/** The number of a person whose year of birth is corrected is replaced (Decree 137/2015, Article 16), so both agree. */
function birthYearDiffers(spec: FieldSpec, data: FormData): Found | undefined {
  const facts = spec.bornWith === undefined ? undefined : personalIdFacts(String(data[spec.bornWith] ?? ''))
  if (!facts || Number(String(data[spec.name]).slice(0, 4)) === facts.birthYear) return undefined
  return { problem: 'birth-year-differs', facts: { year: facts.birthYear } }
}

function shownTyped(spec: FieldSpec, value: unknown): string {
  return value === undefined ? '' : kindOf(spec.kind).show(value, { ...spec, unit: undefined })
}
