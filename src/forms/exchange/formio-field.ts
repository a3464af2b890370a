import type { FieldKind, FieldOption, FieldSpec } from '../form.ts'
import { formioTexts as words } from '../officers.texts.ts'
import { asRaw, labelOf, noted, type Component, type Notes } from './formio-component.ts'
import { conditionOf } from './formio-condition.ts'

const KINDS: Record<string, FieldKind> = {
  textfield: 'text',
  textarea: 'long-text',
  number: 'number',
  currency: 'money',
  select: 'choice',
  radio: 'choice',
  selectboxes: 'choices',
  checkbox: 'confirm',
  datetime: 'date',
  day: 'date',
  email: 'email',
  phoneNumber: 'phone',
}

/** Settings a question has no place for; their loss is said where they say something. */
const UNTAKEN = ['calculateValue', 'customDefaultValue', 'logic', 'prefix', 'inputMask', 'defaultValue']
const UNTAKEN_CHECKS = ['custom', 'json', 'minWords', 'maxWords', 'step', 'unique']

/** One question of form.io; nothing, with a note, for a component of another kind. */
export function fieldOf(component: Component, notes: Notes): FieldSpec | undefined {
  const { type, raw, validate } = component
  const known = KINDS[type]
  if (!known) {
    noted(notes, component, words.unknown(type))
    return undefined
  }
  const options = optionsOf(component)
  if ((known === 'choice' || known === 'choices') && options.length === 0) {
    noted(notes, component, words.noOptions)
    return undefined
  }
  const kind = raw.multiple === true && known === 'choice' ? 'choices' : known
  if (raw.multiple === true && known !== 'choice') noted(notes, component, words.multiple)
  sayLost(component, kind, notes)
  const when = conditionOf(component, notes)
  return {
    name: component.name,
    kind,
    label: labelOf(component) || component.key,
    ...hintsOf(component),
    required: validate.required === true,
    ...(options.length > 0 ? { options } : {}),
    ...boundsOf(component, kind),
    ...(when ? { when } : {}),
  }
}

function hintsOf({ raw }: Component): Partial<FieldSpec> {
  const text = (value: unknown) => (typeof value === 'string' ? withoutMarkup(value) : '')
  const [hint, help, example] = [text(raw.description), text(raw.tooltip), text(raw.placeholder)]
  return {
    ...(hint === '' ? {} : { hint: hint.slice(0, 500) }),
    ...(help === '' ? {} : { help: help.slice(0, 4000) }),
    ...(example === '' ? {} : { example: example.slice(0, 500) }),
    ...(typeof raw.suffix === 'string' && raw.suffix !== '' ? { unit: raw.suffix } : {}),
  }
}

function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function optionsOf({ type, raw }: Component): FieldOption[] {
  const listed = type === 'select' ? asRaw(raw.data).values : raw.values
  const seen = new Set<string>()
  return (Array.isArray(listed) ? listed : []).flatMap((one) => {
    const { value, label } = asRaw(one)
    const key = String(value ?? '').replaceAll('\n', ' ')
    if (key === '' || seen.has(key)) return []
    seen.add(key)
    return [{ value: key, label: typeof label === 'string' && label.trim() !== '' ? label.trim() : key }]
  })
}

function boundsOf({ validate, raw }: Component, kind: FieldKind): Partial<FieldSpec> {
  const whole = (value: unknown) =>
    Number.isInteger(Number(value)) && value !== '' && value !== null ? Number(value) : undefined
  const given = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value })
  if (kind === 'number' || kind === 'money') {
    const number = (value: unknown) =>
      value === '' || value === null || value === undefined ? undefined : Number(value)
    const decimals = kind === 'number' ? whole(raw.decimalLimit) : undefined
    return {
      ...given('min', number(validate.min)),
      ...given('max', number(validate.max)),
      ...given('decimals', decimals),
    }
  }
  if (kind === 'choices')
    return { ...given('min', whole(validate.minSelectedCount)), ...given('max', whole(validate.maxSelectedCount)) }
  if (kind !== 'text' && kind !== 'long-text') return {}
  const pattern = typeof validate.pattern === 'string' ? validate.pattern : ''
  const told = typeof validate.patternMessage === 'string' ? validate.patternMessage : ''
  return {
    ...given('minLength', whole(validate.minLength) || undefined),
    ...given('maxLength', whole(validate.maxLength) || undefined),
    ...(pattern === '' ? {} : { pattern }),
    ...(pattern === '' || told === '' ? {} : { patternHint: told }),
  }
}

function sayLost(component: Component, kind: FieldKind, notes: Notes): void {
  const { raw, validate, type } = component
  const says = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && value !== false && !isEmpty(value)
  for (const name of UNTAKEN) if (says(raw[name])) noted(notes, component, words.setting(name))
  for (const name of UNTAKEN_CHECKS)
    if (says(validate[name])) noted(notes, component, words.setting(`validate.${name}`))
  if (type === 'datetime' && raw.enableTime !== false) noted(notes, component, words.onlyDay)
  if (type === 'select' && says(raw.dataSrc) && raw.dataSrc !== 'values')
    noted(notes, component, words.setting('dataSrc'))
  const isText = kind === 'text' || kind === 'long-text'
  for (const name of ['pattern', 'minLength', 'maxLength'])
    if (!isText && says(validate[name])) noted(notes, component, words.setting(`validate.${name}`))
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => one === false || one === '')
}
