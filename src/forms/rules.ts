import type { ErrorObject } from 'ajv/dist/2020.js'
import { brokenComparison, type Known } from './comparison.ts'
import { isAsked } from './condition.ts'
import {
  fieldsOf,
  sectionsOf,
  waitingFor,
  type FieldError,
  type FieldSpec,
  type FormData,
  type FormDefinition,
  type Repeat,
} from './form.ts'
import type { Found, Problem, ReadScope } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { personalIdFacts } from './kinds/personal-id.ts'
import { groupSentence, problemSentence, strangeFieldSentence } from './texts.ts'

/** What a schema finds wrong: the compiled schema of the server, or the one a browser was sent. */
export type SchemaCheck = (data: FormData) => ErrorObject[]

/** What reading found already, by path in the data. */
export type Read = { unread: ReadonlyMap<string, FieldError>; undecided: ReadonlySet<string> }

const NOTHING_READ: Read = { unread: new Map(), undecided: new Set() }

/** Everything wrong with normalised data, at most one error a question, in the order of the form. */
export function findErrors(
  definition: Pick<FormDefinition, 'layout'>,
  data: FormData,
  check: SchemaCheck,
  scope: ReadScope,
  { unread, undecided }: Read = NOTHING_READ,
): FieldError[] {
  const bySchema = new Map<string, ErrorObject>()
  for (const error of check(data)) {
    const path = pathOf(error)
    if (path !== undefined && !bySchema.has(path)) bySchema.set(path, error)
  }
  const seen = new Set<string>()
  const known = questionsIn(definition, data).flatMap((question): FieldError[] => {
    const { at } = question
    const own = [...bySchema.keys()].filter((path) => path === at || (question.spec && path.startsWith(`${at}.`)))
    for (const path of own) seen.add(path)
    const early = unread.get(at)
    if (early) return [early]
    if (undecided.has(at)) return []
    const error = bySchema.get(own[0] ?? '')
    if (!question.spec) return error ? [groupError(question.repeat, error)] : []
    const { spec, answers, known } = question
    const found = error ? foundBySchema(spec, error, answers, scope) : checked(spec, answers, known, scope)
    return found ? [fieldError(at, spec, found, shownTyped(spec, answers[spec.name]))] : []
  })
  const strange = [...bySchema.keys()].filter((path) => !seen.has(path))
  return [...known, ...strange.map((field) => ({ field, code: 'strange', message: strangeFieldSentence(field) }))]
}

/** `known`: what its answer may be compared with, the nearest first. */
type Asked = { at: string; spec: FieldSpec; answers: FormData; known: Known[] }
type Question = Asked | { at: string; spec?: undefined; repeat: Repeat }

/** Every question of a form, once for each entry there is, in the order of the form. */
function questionsIn(definition: Pick<FormDefinition, 'layout'>, data: FormData): Question[] {
  const form: Known = { fields: fieldsOf(definition), data }
  return sectionsOf(definition).flatMap(({ section: { repeat, fields }, when }): Question[] => {
    if (!repeat)
      return fields.map((spec) => ({ at: spec.name, spec: waitingFor(spec, when), answers: data, known: [form] }))
    const entries: unknown[] = Array.isArray(data[repeat.name]) ? (data[repeat.name] as unknown[]) : []
    const put = (entry: unknown, index: number): Question[] => {
      const answers = asAnswers(entry)
      const known = [{ fields, data: answers }, form]
      return fields.map((spec) => ({ at: `${repeat.name}.${index}.${spec.name}`, spec, answers, known }))
    }
    return [{ at: repeat.name, repeat }, ...entries.flatMap(put)]
  })
}

function asAnswers(entry: unknown): FormData {
  return typeof entry === 'object' && entry !== null ? (entry as FormData) : {}
}

export function fieldError(at: string, spec: FieldSpec, found: Found, typed: string): FieldError {
  return {
    field: found.box === undefined ? at : `${at}.${found.box}`,
    code: found.problem,
    message: problemSentence(spec, found, typed, kindOf(spec.kind).example),
  }
}

const PROBLEMS: Record<string, Problem> = {
  required: 'missing',
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  maximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
  enum: 'not-an-option',
  const: 'not-an-option',
}

function groupError(repeat: Repeat, { keyword }: ErrorObject): FieldError {
  const problem = keyword === 'required' ? 'too-few' : (PROBLEMS[keyword] ?? 'unreadable')
  return { field: repeat.name, code: problem, message: groupSentence(repeat, problem) }
}

/** Where an error of the schema is, in the words of paths: `members.1.fullName`. */
function pathOf({ keyword, instancePath, params }: ErrorObject): string | undefined {
  const named = params as { missingProperty?: string; additionalProperty?: string }
  // `if` only announces that its branch failed; the branch's own errors say where.
  if (keyword === 'if') return undefined
  const inner = keyword === 'required' ? named.missingProperty : named.additionalProperty
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return [...steps, ...(inner === undefined ? [] : [inner])].join('.')
}

function foundBySchema(spec: FieldSpec, error: ErrorObject, answers: FormData, scope: ReadScope): Found {
  const value = answers[spec.name]
  if (spec.kind === 'confirm' || value === undefined) return { problem: 'missing' }
  const problem = PROBLEMS[error.keyword]
  if (problem) return { problem, facts: boundFacts(error, value) }
  if (error.keyword === 'pattern' && spec.pattern !== undefined) return { problem: 'pattern' }
  const reading = typeof value === 'string' ? kindOf(spec.kind).read(value, spec, scope) : undefined
  return reading && 'problem' in reading ? reading : { problem: 'unreadable' }
}

function boundFacts({ params }: ErrorObject, value: unknown): Record<string, number> {
  const { limit } = params as { limit?: number }
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(typeof value === 'string' ? { count: [...value].length } : {}),
  }
}

function checked(spec: FieldSpec, answers: FormData, known: readonly Known[], scope: ReadScope): Found | undefined {
  const value = answers[spec.name]
  if (value === undefined || !isAsked(spec, answers)) return undefined
  return (
    kindOf(spec.kind).check?.(value, spec, scope) ?? birthYearDiffers(spec, answers) ?? outOfOrder(spec, value, known)
  )
}

/** Told at the question that is compared, beside what the other one says. */
function outOfOrder(spec: FieldSpec, value: unknown, known: readonly Known[]): Found | undefined {
  const broken = brokenComparison(spec, value, known)
  if (!broken) return undefined
  const { is, other } = broken
  return {
    problem: 'out-of-order',
    facts: { is, other: other.asked ?? `“${other.label}”`, value: shownTyped(other, broken.value) },
  }
}

/** The number of a person whose year of birth is corrected is replaced (Decree 137/2015, Article 16), so both agree. */
function birthYearDiffers(spec: FieldSpec, answers: FormData): Found | undefined {
  const facts = spec.bornWith === undefined ? undefined : personalIdFacts(String(answers[spec.bornWith] ?? ''))
  if (!facts || Number(String(answers[spec.name]).slice(0, 4)) === facts.birthYear) return undefined
  return { problem: 'birth-year-differs', facts: { year: facts.birthYear } }
}

function shownTyped(spec: FieldSpec, value: unknown): string {
  const kind = kindOf(spec.kind)
  if (value === undefined || kind.boxes) return ''
  return Array.isArray(value) ? value.join(', ') : kind.show(value, { ...spec, unit: undefined })
}
