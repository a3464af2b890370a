import { changedKeys, isDict, isRef, isStream, nameOf, sameValue, textOf } from '../pdf/objects.ts'
import type { PdfDict, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { acroFormOf, isEmptyValue } from '../pdf/form.ts'
import type { FormField } from '../pdf/form.ts'
import type { ChangeProblem } from './report.ts'

/**
 * What may lie between two revisions. `signature` is the object number of the signature that ends the newer one; without
 * it, nobody signed for the changes. What may be filled in and signed comes from earlier signers (DocMDP, FieldMDP).
 */
export type Permission = {
  signature: number | undefined
  mayFill(fieldName: string): boolean
  maySign(fieldName: string): boolean
}

const FORM_MAY_CHANGE = ['Fields', 'SigFlags', 'DR', 'DA']
const EMPTY: PdfDict = { kind: 'dict', entries: new Map() }

export function formProblems(before: PdfFile, after: PdfFile, permission: Permission): ChangeProblem[] {
  const [old, now] = [acroFormOf(before) ?? EMPTY, acroFormOf(after) ?? EMPTY]
  if (changedKeys(old, now).some((key) => !FORM_MAY_CHANGE.includes(key))) return ['form-changed']
  if (!keepsResources(before, old, after, now)) return ['form-changed']
  const added = appended(before, old.entries.get('Fields'), after, now.entries.get('Fields'))
  if (!added) return ['form-changed']
  const honest = added.every((field) => isNewSignature(before, after, field, permission.signature))
  if (!honest) return ['form-changed']
  const names = added.map((field) => textOf(after.resolve(after.dict(field)?.entries.get('T'))) ?? '')
  return names.some((fieldName) => !permission.maySign(fieldName)) ? ['not-permitted-by-certification'] : []
}

/** Fonts for filling in may be added; one that was there decides how later text looks and stays what it was. */
function keepsResources(before: PdfFile, old: PdfDict, after: PdfFile, now: PdfDict): boolean {
  const [earlier, later] = [before.dict(old.entries.get('DR')), after.dict(now.entries.get('DR'))]
  return [...(earlier?.entries ?? [])].every(([kind, value]) => {
    const [one, other] = [before.resolve(value), after.resolve(later?.entries.get(kind))]
    if (!isDict(one) || !isDict(other)) return sameValue(one, other)
    return [...one.entries].every(([key, item]) => sameValue(item, other.entries.get(key)))
  })
}

/** What the newer list has beyond the older one, or undefined when it does not begin with it. */
export function appended(
  before: PdfFile,
  old: PdfValue | undefined,
  after: PdfFile,
  now: PdfValue | undefined,
): PdfValue[] | undefined {
  const [oldList, newList] = [before.resolve(old), after.resolve(now)]
  const [first, second] = [Array.isArray(oldList) ? oldList : [], Array.isArray(newList) ? newList : []]
  return sameValue(first, second.slice(0, first.length)) ? second.slice(first.length) : undefined
}

/** A field or widget that did not exist, belongs to the signature that ends this revision, and does nothing else. */
export function isNewSignature(
  before: PdfFile,
  after: PdfFile,
  value: PdfValue,
  signature: number | undefined,
): boolean {
  if (!isRef(value) || (before.xref.get(value.num) ?? { kind: 'free' }).kind !== 'free') return false
  const own = after.dict(value)
  const parent = after.dict(own?.entries.get('Parent'))
  if (!own || own.entries.has('A') || own.entries.has('AA')) return false
  const signed = own.entries.get('V') ?? parent?.entries.get('V')
  const type = nameOf(own.entries.get('FT') ?? parent?.entries.get('FT'))
  return type === 'Sig' && isRef(signed) && signed.num === signature
}

type FieldOutcome = { problem?: ChangeProblem; text?: string }

/** The first filling in of a field that stood empty when the earlier signer signed. */
export function fieldOutcome(
  field: FormField,
  before: PdfFile,
  after: PdfFile,
  now: PdfValue,
  permission: Permission,
): FieldOutcome {
  if (!isDict(now) || !isEmptyField(before, field)) return { problem: 'field-changed' }
  if (changedKeys(field.dict, now).some((key) => key !== 'V' && key !== 'AP' && key !== 'AS')) {
    return { problem: 'field-changed' }
  }
  const value = now.entries.get('V')
  if (field.type === 'Sig') {
    if (!isRef(value) || value.num !== permission.signature) return { problem: 'field-changed' }
    return permission.maySign(field.name) ? {} : { problem: 'not-permitted-by-certification' }
  }
  const text = filledText(field, after, now)
  if (text === undefined) return { problem: 'field-changed' }
  if (permission.signature === undefined) return { problem: 'fill-not-signed' }
  return permission.mayFill(field.name) ? { text } : { problem: 'not-permitted-by-certification' }
}

/** The look of a field may stand in an object of its own: it changes only together with an empty field. */
export function widgetProblem(
  field: FormField,
  before: PdfFile,
  old: PdfValue,
  now: PdfValue,
  permission: Permission,
): ChangeProblem | undefined {
  if (!isDict(old) || !isDict(now) || !isEmptyField(before, field)) return 'field-changed'
  if (changedKeys(old, now).some((key) => key !== 'AP' && key !== 'AS')) return 'field-changed'
  return permission.signature === undefined ? 'fill-not-signed' : undefined
}

/** A box not ticked says Off. */
const isEmptyField = (file: PdfFile, field: FormField): boolean =>
  isEmptyValue(file, field.value) || (field.type === 'Btn' && nameOf(file.resolve(field.value)) === 'Off')

function filledText(field: FormField, after: PdfFile, now: PdfDict): string | undefined {
  const value = after.resolve(now.entries.get('V'))
  // The looks of a box were drawn before: ticking only chooses one.
  if (field.type === 'Btn')
    return sameValue(field.dict.entries.get('AP'), now.entries.get('AP')) ? nameOf(value) : undefined
  const look = after.resolve(after.dict(now.entries.get('AP'))?.entries.get('N'))
  const hasLook = isStream(look) || Array.isArray(after.resolve(now.entries.get('Kids')))
  return (field.type === 'Tx' || field.type === 'Ch') && hasLook ? textOf(value) : undefined
}
