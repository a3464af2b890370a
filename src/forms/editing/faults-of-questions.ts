import { measureOf } from '../comparison.ts'
import type { FieldSpec, FormLayout } from '../form.ts'
import { kinds } from '../kinds/kinds.ts'
import { wholeAnswer } from '../kinds/text.ts'
import type { FaultCode, FormFault } from './faults.ts'
import { spotsOf } from './spot.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/

/** What is wrong with each question by itself, and with names that are used twice. */
export function questionFaults(layout: FormLayout, common: readonly FieldSpec[]): FormFault[] {
  const all = spotsOf(layout)
  const groups = layout.pages.flatMap(({ sections }) => sections.flatMap(({ repeat }) => repeat?.name ?? []))
  const once = all.filter(({ section }) => !section.repeat).map(({ spec }) => spec)
  const single = once.map(({ name }) => name)
  const commonNames = new Set(common.map(({ name }) => name))
  return all.flatMap(({ spot, section, spec }) => {
    const fault = (code: FaultCode): FormFault => ({ code, spot, name: spec.label || spec.name })
    // Within a group names are its own; elsewhere questions and groups share one list.
    const peers = section.repeat ? section.fields.map(({ name }) => name) : [...single, ...groups]
    return [
      ...(NAME.test(spec.name) ? [] : [fault('bad-name')]),
      ...(peers.filter((name) => name === spec.name).length > 1 ? [fault('same-name')] : []),
      ...(!section.repeat && commonNames.has(spec.name) ? [fault('common-name')] : []),
      ...(spec.label.trim() === '' ? [fault('question-without-label')] : []),
      ...ownFaults(spec).map(fault),
      ...(isPersonKnown(spec, section.repeat ? section.fields : [...all.map((one) => one.spec), ...common])
        ? []
        : [fault('strange-person')]),
      ...(isComparable(spec, [...(section.repeat ? section.fields : []), ...once, ...common])
        ? []
        : [fault('strange-comparison')]),
    ]
  })
}

function ownFaults(spec: FieldSpec): FaultCode[] {
  if (!Object.hasOwn(kinds, spec.kind)) return ['unknown-kind']
  const { min, max, minLength, maxLength, pattern } = spec
  const isTurned = (least?: number, most?: number) => least !== undefined && most !== undefined && least > most
  return [
    ...optionFaults(spec),
    ...(isTurned(min, max) || isTurned(minLength, maxLength) ? (['bad-bounds'] as const) : []),
    ...(pattern === undefined || isPattern(pattern) ? [] : (['bad-pattern'] as const)),
  ]
}

function optionFaults({ kind, options = [] }: FieldSpec): FaultCode[] {
  if (kind !== 'choice' && kind !== 'choices') return []
  const values = options.map(({ value }) => value)
  if (values.length === 0) return ['no-options']
  return [
    ...(options.some(({ value, label }) => value.trim() === '' || label.trim() === '')
      ? (['option-incomplete'] as const)
      : []),
    ...(new Set(values).size < values.length ? (['same-option'] as const) : []),
  ]
}

function isPersonKnown({ bornWith }: FieldSpec, fields: readonly FieldSpec[]): boolean {
  return bornWith === undefined || fields.some(({ name, kind }) => name === bornWith && kind === 'personal-id')
}

/** Compared are answers that tell the same kind of thing: of the same entry of a group, or asked once. */
function isComparable({ name: own, kind, compared = [] }: FieldSpec, fields: readonly FieldSpec[]): boolean {
  return compared.every(({ field }) => {
    const other = fields.find(({ name }) => name === field)
    return (
      other !== undefined && field !== own && measureOf(kind) !== undefined && measureOf(other.kind) === measureOf(kind)
    )
  })
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(wholeAnswer(pattern), 'u').unicode
  } catch {
    return false
  }
}
