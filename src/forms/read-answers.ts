import type { LegalDate } from '../platform/dates.ts'
import { nfc } from '../platform/text.ts'
import { fieldsOf, isAsked, type FieldError, type FieldSpec, type FormData, type FormDefinition } from './form.ts'
import type { Found, Reading } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { fieldError, validateForm } from './validate-form.ts'

/** A parsed form body, or the raw values of a saved draft. */
export type FormBody = Record<string, string | string[] | undefined>

export type Answers = {
  /** As typed, composed and without invisible characters: what the page shows again. */
  values: Record<string, string>
  /** Understood and normalised: what is stored. Fields in error are left out. */
  data: FormData
  errors: FieldError[]
}

type Scope = { today: LegalDate; /** Only this page's questions, the others stay for later. */ page?: string }

/** Reads what a person typed. Nothing typed is lost: whatever is not understood stays in `values` beside its error. */
export function readAnswers(definition: FormDefinition, body: FormBody, { today, page }: Scope): Answers {
  const all = fieldsOf(definition)
  const values: Record<string, string> = {}
  const data: FormData = {}
  const unread = new Map<string, Found>()
  for (const spec of inOrderOfConditions(all)) {
    const typed = Object.hasOwn(body, spec.name) ? cleaned(body[spec.name]) : undefined
    if (typed === undefined) continue
    values[spec.name] = typed
    if (typed === '' || !isAsked(spec, data)) continue
    const reading = read(spec, typed)
    if ('value' in reading) data[spec.name] = reading.value
    else unread.set(spec.name, reading)
  }
  const atHand = new Set(fieldsOf(definition, page).map((spec) => spec.name))
  const ruled = new Map(validateForm(definition, data, today).map((error) => [error.field, error]))
  const errors = all.flatMap((spec) => {
    const found = unread.get(spec.name)
    const error = ruled.get(spec.name)
    if (!atHand.has(spec.name) || (!found && !error)) return []
    const typed = values[spec.name] ?? ''
    if (found) return [fieldError(spec, found, typed)]
    return error ? [error] : []
  })
  for (const error of errors) delete data[error.field]
  return { values, data, errors }
}

/** Fields that decide whether others are asked come first. */
function inOrderOfConditions(fields: FieldSpec[]): FieldSpec[] {
  return [...fields.filter((spec) => !spec.when), ...fields.filter((spec) => spec.when)]
}

function read(spec: FieldSpec, typed: string): Reading {
  return kindOf(spec.kind).read(typed, spec)
}

// Control characters (but tab and line breaks), zero-width characters, marks of writing direction.
const INVISIBLE = /[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

function cleaned(raw: string | string[] | undefined): string | undefined {
  const text = Array.isArray(raw) ? raw.at(-1) : raw
  if (text === undefined) return undefined
  return nfc(text)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/[^\S\n]/g, ' ')
    .trim()
}
