import type { FieldSpec } from '../form.ts'
import type { Kind } from './kind.ts'

function labelOf(value: unknown, spec: FieldSpec): string {
  return spec.options?.find((option) => option.value === value)?.label ?? String(value)
}

export const choice: Kind = {
  example: '',
  read: (text) => ({ value: text }),
  schema: (spec) => ({ type: 'string', enum: (spec.options ?? []).map(({ value }) => value) }),
  show: labelOf,
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
}

export const CONFIRMED = 'yes'

export const confirm: Kind = {
  example: '',
  read: (text) => (text === CONFIRMED ? { value: true } : { problem: 'not-an-option' }),
  schema: (spec) => (spec.required ? { const: true } : { type: 'boolean' }),
  show: (value) => (value === true ? '✓' : ''),
}
