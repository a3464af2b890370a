import { formioTexts as words } from '../officers.texts.ts'

/** What could not be taken over of a component, in words. */
export type Note = { component: string; what: string }
export type Notes = Note[]

type Raw = Record<string, unknown>

/** A component of form.io with what every one has. */
export type Component = { type: string; key: string; name: string; raw: Raw; validate: Raw }

export function asComponent(raw: unknown): Component {
  const own = asRaw(raw)
  const type = typeof own.type === 'string' ? own.type : ''
  const key = typeof own.key === 'string' ? own.key : ''
  return { type, key, name: nameOf(key || type), raw: own, validate: asRaw(own.validate) }
}

export function componentsOf(parent: unknown): Component[] {
  const { components } = asRaw(parent)
  return Array.isArray(components) ? components.map(asComponent) : []
}

export function asRaw(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}
}

/** Keys of form.io may have dots and begin with a figure. */
export function nameOf(key: string): string {
  const plain = key.replaceAll(/[^A-Za-z0-9_-]/g, '_')
  return /^[A-Za-z]/.test(plain) ? plain.slice(0, 60) : `f_${plain}`.slice(0, 60)
}

export function labelOf({ raw }: Component): string {
  const label = [raw.title, raw.legend, raw.label].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof label === 'string' ? label.trim().slice(0, 500) : ''
}

export function isHidden({ raw, type }: Component): boolean {
  return raw.hidden === true || type === 'hidden'
}

export function noted(notes: Notes, component: Component, what: string): void {
  notes.push({ component: labelOf(component) || component.key || component.type || words.unnamed, what })
}
