import { Refusal } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'

/** What a box says under the name it has in a form; nothing when it is empty. */
export function text<Name extends string>(form: FormBody, box: string, name: Name): { [Key in Name]?: string } {
  const typed = field(form, box).trim()
  return (typed === '' ? {} : { [name]: typed }) as { [Key in Name]?: string }
}

export function number<Name extends string>(form: FormBody, name: string, as: Name): { [Key in Name]?: number } {
  const value = box(form, name)
  return (value === undefined ? {} : { [as]: value }) as { [Key in Name]?: number }
}

/** A number as people type it; empty is none. Refuses with `forms.bad-number`. */
export function box(form: FormBody, name: string): number | undefined {
  const typed = field(form, name).trim()
  if (typed === '') return undefined
  const value = /^-?\d{1,15}([.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
  if (Number.isNaN(value)) throw new Refusal('forms.bad-number', { typed, box: name })
  return value
}

export function isTicked(form: FormBody, name: string): boolean {
  return field(form, name) !== ''
}
