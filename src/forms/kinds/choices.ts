import { TICKED } from '../condition.ts'
import type { FieldSpec } from '../form.ts'
import type { Kind } from './kind.ts'

function labelOf(value: unknown, spec: FieldSpec): string {
  return spec.options?.find((option) => option.value === value)?.label ?? String(value)
}

const valuesOf = (spec: FieldSpec) => (spec.options ?? []).map(({ value }) => value)

export const choice: Kind = {
  example: '',
  read: (text) => ({ value: text }),
  schema: (spec) => ({ type: 'string', enum: valuesOf(spec) }),
  show: labelOf,
  typed: String,
}

/** What separates the ticked boxes of one question in `values`. */
export const BETWEEN_TICKS = '\n'

/** Several boxes to tick; stored in the order of the form. */
export const choices: Kind = {
  example: '',
  read(text, spec) {
    const ticked = new Set(text.split(BETWEEN_TICKS).map((one) => one.trim()))
    const known = valuesOf(spec)
    if ([...ticked].some((one) => !known.includes(one))) return { problem: 'not-an-option' }
    return { value: known.filter((one) => ticked.has(one)) }
  },
  schema: (spec) => ({
    type: 'array',
    items: { type: 'string', enum: valuesOf(spec) },
    uniqueItems: true,
    minItems: Math.max(1, spec.min ?? 1),
    ...(spec.max === undefined ? {} : { maxItems: spec.max }),
  }),
  show: (value, spec) => (value as string[]).map((one) => labelOf(one, spec)).join('; '),
  typed: (value) => (value as string[]).join(BETWEEN_TICKS),
}

/** Xã, phường, đặc khu: its code. The list changes with the law, so pages pass it in with `withCommunes`. */
export const commune: Kind = {
  example: '',
  read: (text) => ({ value: text }),
  schema: (spec) =>
    spec.options
      ? { type: 'string', enum: spec.options.map(({ value }) => value) }
      : { type: 'string', pattern: '^\\d{5}$' },
  show: labelOf,
  typed: String,
}

export const CONFIRMED = TICKED

export const confirm: Kind = {
  example: '',
  read: (text) => (text === CONFIRMED ? { value: true } : { problem: 'not-an-option' }),
  schema: (spec) => (spec.required ? { const: true } : { type: 'boolean' }),
  show: (value) => (value === true ? '✓' : ''),
  typed: (value) => (value === true ? CONFIRMED : ''),
}
