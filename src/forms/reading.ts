import { nfc } from '../platform/text.ts'
import { inOrderOfConditions, isAsked } from './condition.ts'
import {
  fieldsOf,
  groupsOf,
  namesOf,
  rootOf,
  type FieldError,
  type FieldSpec,
  type FormData,
  type FormDefinition,
  type Group,
} from './form.ts'
import { countOf, writtenEntries } from './groups.ts'
import { BETWEEN_TICKS } from './kinds/choices.ts'
import type { Boxes, Reading, ReadScope } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { fieldError, findErrors, type SchemaCheck } from './rules.ts'

/** A parsed form body, or the raw values of a saved draft. */
export type FormBody = Record<string, string | string[] | undefined>

/** As typed, composed and without invisible characters: what the page shows again. Boxes of a group: `members.1.fullName`. */
export type Values = Record<string, string>

export type Answers = {
  values: Values
  /** Understood and normalised: what is stored. Fields in error are left out. */
  data: FormData
  errors: FieldError[]
}

export type AnswerScope = ReadScope & {
  /** Only this page's questions, the others stay for later. */ page?: string | undefined
}

type Reader = {
  body: FormBody
  scope: AnswerScope
  values: Values
  /** What could not be read, by path in the data. */
  unread: Map<string, FieldError>
  undecided: Set<string>
}

/** Reads what a person typed. Nothing typed is lost: whatever is not understood stays in `values` beside its error. */
export function readWith(definition: FormDefinition, body: FormBody, scope: AnswerScope, check: SchemaCheck): Answers {
  const reader: Reader = { body, scope, values: {}, unread: new Map(), undecided: new Set() }
  const data = readFields(reader, fieldsOf(definition), '', '')
  const entries = new Map(groupsOf(definition).map((group) => [group.name, readGroup(reader, group, data)]))
  const atHand = namesOf(definition, scope.page)
  const errors = findErrors(definition, data, check, scope, reader).filter(({ field }) => atHand.has(rootOf(field)))
  for (const { field } of errors) forget(data, field.split('.'))
  return {
    values: reader.values,
    data,
    errors: errors.map((error) => ({ ...error, field: asTyped(error.field, entries) })),
  }
}

function readFields(reader: Reader, fields: FieldSpec[], at: string, box: string): FormData {
  const data: FormData = {}
  for (const spec of inOrderOfConditions(fields) ?? fields) {
    const reading = readField(reader, spec, box + spec.name, isAsked(spec, data))
    if (reading === undefined) continue
    if ('value' in reading) data[spec.name] = reading.value
    else if ('later' in reading) reader.undecided.add(at + spec.name)
    else {
      const [first = ''] = kindOf(spec.kind).boxes?.names ?? []
      const typed = reader.values[box + spec.name + (first && `.${first}`)] ?? ''
      reader.unread.set(at + spec.name, fieldError(at + spec.name, spec, reading, typed))
    }
  }
  return data
}

/** Keeps what stands in the boxes; understands it when it is asked for. */
function readField({ body, values, scope }: Reader, spec: FieldSpec, box: string, asked: boolean): Reading | undefined {
  const kind = kindOf(spec.kind)
  const typed = (name: string): string | undefined => {
    const sent = Object.hasOwn(body, name) ? body[name] : undefined
    const text = cleaned(spec.kind === 'choices' && Array.isArray(sent) ? sent.join(BETWEEN_TICKS) : sent)
    if (text !== undefined) values[name] = text
    return text
  }
  if (!kind.boxes) {
    const text = typed(box)
    return text && asked ? kind.read(text, spec, scope) : undefined
  }
  const boxes: Boxes = Object.fromEntries(kind.boxes.names.map((name) => [name, typed(`${box}.${name}`) ?? '']))
  const isBlank = Object.values(boxes).every((text) => text === '')
  return asked && !isBlank ? kind.boxes.read(boxes, spec, scope) : undefined
}

/** Reads the entries somebody wrote into, and tells their places among the typed ones. */
function readGroup(reader: Reader, group: Group, data: FormData): number[] {
  const { name, fields } = group
  const count = countOf(group, reader.body)
  if (Object.hasOwn(reader.body, name)) reader.values[name] = String(count)
  const written = writtenEntries(group, reader.body, count)
  for (let index = 0; index < count; index += 1)
    if (!written.includes(index))
      for (const spec of fields) readField(reader, spec, `${name}.${index}.${spec.name}`, false)
  const entries = written.map((index, position) =>
    readFields(reader, fields, `${name}.${position}.`, `${name}.${index}.`),
  )
  if (entries.length > 0 && isAsked(group, data)) data[name] = entries
  return written
}

/** Blank entries were passed over: the second in the data may be the third on the page. */
function asTyped(field: string, entries: ReadonlyMap<string, number[]>): string {
  const [root = '', index, ...rest] = field.split('.')
  const typed = index === undefined ? undefined : entries.get(root)?.[Number(index)]
  return typed === undefined ? field : [root, typed, ...rest].join('.')
}

function forget(data: FormData, [name = '', ...rest]: string[]): void {
  const value = data[name]
  if (rest.length === 0 || !Array.isArray(value)) delete data[name]
  else forget(value[Number(rest[0])] as FormData, rest.slice(1))
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
