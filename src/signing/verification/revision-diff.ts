import { changedKeys, isDict, isRef, isStream, nameOf, sameValue, textOf } from '../pdf/objects.ts'
import type { PdfDict, PdfRef, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { acroFormOf, formFields, isEmptyValue, pageRefs, rectOf } from '../pdf/form.ts'
import type { FormField } from '../pdf/form.ts'
import { reachable } from './reachable.ts'
import type { ChangeProblem } from './report.ts'

/**
 * What may lie between two revisions. `signature` is the object number of the signature that ends the newer one; without
 * it, nobody signed for the changes. `fillAllowed` and `signAllowed` come from the certification (DocMDP).
 */
export type Permission = { signature: number | undefined; fillAllowed: boolean; signAllowed: boolean }
export type RevisionDiff = { problems: ChangeProblem[]; filledTexts: { fieldName: string; text: string }[] }

/** A later signature may show itself, but not cover this much of a page. */
const MAX_SHARE_OF_PAGE = 0.25

/**
 * Compares two revisions object by object. An honest later signature appends its own objects and touches the form; anything
 * else that readers would show differently is a change, even if every signature still computes.
 */
export function diffRevisions(before: PdfFile, after: PdfFile, permission: Permission): RevisionDiff {
  const result: RevisionDiff = { problems: [], filledTexts: [] }
  const changed = changedObjects(before, after)
  if (changed.length === 0) return result
  if (!sameValue(before.rootRef, after.rootRef)) return { ...result, problems: ['catalog-changed'] }
  const roles = rolesOf(before)
  const { dangling, outside } = reachable(before)
  const problems = new Set<ChangeProblem>()
  for (const { ref, old, now, isNew, isGone } of changed) {
    if (isNew) {
      if (dangling.has(ref.num)) problems.add('hidden-object-activated')
      continue
    }
    const role = isGone ? undefined : roles(ref.num)
    if (isGone) problems.add('object-removed')
    else if (role === 'catalog') for (const one of catalogProblems(before, after, old, now)) problems.add(one)
    else if (role === 'form') for (const one of formProblems(before, after, permission)) problems.add(one)
    else if (role === 'page') for (const one of pageProblems(old, now)) problems.add(one)
    else if (role === 'fields' || role === 'annotations') continue
    else if (role === 'silent' && !outside.has(ref.num)) continue
    else if (role !== undefined && typeof role === 'object') {
      const outcome = fieldOutcome(role, before, after, now, permission)
      if (outcome.problem) problems.add(outcome.problem)
      if (outcome.text !== undefined) result.filledTexts.push({ fieldName: role.name, text: outcome.text })
    } else problems.add('content-changed')
  }
  // Looked at always, as these lists may be objects of their own or stand inside the objects above.
  for (const one of formProblems(before, after, permission)) problems.add(one)
  for (const one of annotationProblems(before, after, permission)) problems.add(one)
  return { ...result, problems: [...problems] }
}

type Change = { ref: PdfRef; old: PdfValue; now: PdfValue; isNew: boolean; isGone: boolean }

function changedObjects(before: PdfFile, after: PdfFile): Change[] {
  const changes: Change[] = []
  for (const [num, entry] of after.xref) {
    const earlier = before.xref.get(num)
    if (earlier && sameEntry(earlier, entry)) continue
    const wasUsed = earlier !== undefined && earlier.kind !== 'free'
    if (entry.kind === 'free') {
      if (wasUsed) changes.push({ ref: refTo(num, earlier), old: null, now: null, isNew: false, isGone: true })
      continue
    }
    const now = after.object(refTo(num, entry))
    if (!wasUsed) changes.push({ ref: refTo(num, entry), old: null, now, isNew: true, isGone: false })
    else {
      const old = before.object(refTo(num, earlier))
      const same = refTo(num, earlier).gen === refTo(num, entry).gen && sameValue(old, now)
      if (!same) changes.push({ ref: refTo(num, entry), old, now, isNew: false, isGone: false })
    }
  }
  return changes
}

type Entry = NonNullable<ReturnType<PdfFile['xref']['get']>>
const refTo = (num: number, entry: Entry): PdfRef => ({
  kind: 'ref',
  num,
  gen: entry.kind === 'offset' ? entry.gen : 0,
})

function sameEntry(a: Entry, b: Entry): boolean {
  if (a.kind === 'offset') return b.kind === 'offset' && a.offset === b.offset && a.gen === b.gen
  if (a.kind === 'packed') return b.kind === 'packed' && a.container === b.container && a.index === b.index
  return b.kind === 'free'
}

type Role = 'catalog' | 'form' | 'fields' | 'page' | 'annotations' | 'silent' | FormField | undefined

/** What an object of the older revision is for; one that is for two things has the first, stricter one. */
function rolesOf(file: PdfFile): (num: number) => Role {
  const roles = new Map<number, Role>()
  const give = (value: PdfValue | undefined, role: Role) => {
    if (isRef(value) && !roles.has(value.num)) roles.set(value.num, role)
  }
  const catalog = file.dict(file.rootRef)
  give(file.rootRef, 'catalog')
  for (const page of pageRefs(file)) give(page, 'page')
  for (const field of formFields(file)) give(field.ref, field)
  give(catalog?.entries.get('AcroForm'), 'form')
  give(acroFormOf(file)?.entries.get('Fields'), 'fields')
  for (const page of pageRefs(file)) give(file.dict(page)?.entries.get('Annots'), 'annotations')
  give(file.trailer.entries.get('Info'), 'silent')
  give(catalog?.entries.get('Metadata'), 'silent')
  const store = catalog?.entries.get('DSS')
  give(store, 'silent')
  for (const part of file.dict(store)?.entries.values() ?? []) give(part, 'silent')
  return (num) => roles.get(num)
}

const CATALOG_MAY_CHANGE = ['AcroForm', 'DSS', 'Extensions', 'Metadata']

function catalogProblems(before: PdfFile, after: PdfFile, old: PdfValue, now: PdfValue): ChangeProblem[] {
  if (!isDict(old) || !isDict(now)) return ['catalog-changed']
  const keys = changedKeys(old, now).filter((key) => !CATALOG_MAY_CHANGE.includes(key))
  const store = after.dict(now.entries.get('DSS'))
  const knownStore = [...(store?.entries.keys() ?? [])].every((key) =>
    ['Type', 'Certs', 'OCSPs', 'CRLs', 'VRI'].includes(key),
  )
  const lostForm = acroFormOf(before) !== undefined && acroFormOf(after) === undefined
  return keys.length > 0 || !knownStore || lostForm ? ['catalog-changed'] : []
}

const FORM_MAY_CHANGE = ['Fields', 'SigFlags', 'DR', 'DA']

function formProblems(before: PdfFile, after: PdfFile, permission: Permission): ChangeProblem[] {
  const empty: PdfDict = { kind: 'dict', entries: new Map() }
  const [old, now] = [acroFormOf(before) ?? empty, acroFormOf(after) ?? empty]
  if (changedKeys(old, now).some((key) => !FORM_MAY_CHANGE.includes(key))) return ['form-changed']
  const added = appended(before, old.entries.get('Fields'), after, now.entries.get('Fields'))
  if (!added) return ['form-changed']
  const honest = added.every((field) => isNewSignature(before, after, field, permission.signature))
  if (!honest) return ['form-changed']
  return added.length > 0 && !permission.signAllowed ? ['not-permitted-by-certification'] : []
}

function pageProblems(old: PdfValue, now: PdfValue): ChangeProblem[] {
  if (!isDict(old) || !isDict(now)) return ['page-changed']
  return changedKeys(old, now).some((key) => key !== 'Annots') ? ['page-changed'] : []
}

function annotationProblems(before: PdfFile, after: PdfFile, permission: Permission): ChangeProblem[] {
  const problems: ChangeProblem[] = []
  const pages = pageRefs(after)
  const oldPages = pageRefs(before)
  if (!sameValue(oldPages, pages)) return ['page-changed']
  for (const page of pages) {
    const [old, now] = [before.dict(page), after.dict(page)]
    const added = appended(before, old?.entries.get('Annots'), after, now?.entries.get('Annots'))
    if (!added || !now) problems.push('annotation-added')
    else {
      for (const widget of added) {
        if (!isNewSignature(before, after, widget, permission.signature)) problems.push('annotation-added')
        else if (shareOfPage(after, now, widget) > MAX_SHARE_OF_PAGE) problems.push('signature-covers-page')
      }
    }
  }
  return problems
}

/** What the newer list has beyond the older one, or undefined when it does not begin with it. */
function appended(
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
function isNewSignature(before: PdfFile, after: PdfFile, value: PdfValue, signature: number | undefined): boolean {
  if (!isRef(value) || (before.xref.get(value.num) ?? { kind: 'free' }).kind !== 'free') return false
  const own = after.dict(value)
  const parent = after.dict(own?.entries.get('Parent'))
  if (!own || own.entries.has('A') || own.entries.has('AA')) return false
  const signed = own.entries.get('V') ?? parent?.entries.get('V')
  const type = nameOf(own.entries.get('FT') ?? parent?.entries.get('FT'))
  return type === 'Sig' && isRef(signed) && signed.num === signature
}

function shareOfPage(file: PdfFile, page: PdfDict, widget: PdfValue): number {
  const dict = file.dict(widget)
  const rect = dict && rectOf(file, dict)
  let holder: PdfDict | undefined = page
  for (let level = 0; holder && !holder.entries.has('MediaBox') && level < 32; level++) {
    holder = file.dict(holder.entries.get('Parent'))
  }
  const box =
    holder && rectOf(file, { kind: 'dict', entries: new Map([['Rect', holder.entries.get('MediaBox') ?? null]]) })
  if (!rect || !box) return 1
  const area = ([left, bottom, right, top]: typeof rect) => (right - left) * (top - bottom)
  return area(rect) / Math.max(1, area(box))
}

/** The first filling in of a field that stood empty when the earlier signer signed. */
function fieldOutcome(
  field: FormField,
  before: PdfFile,
  after: PdfFile,
  now: PdfValue,
  permission: Permission,
): { problem?: ChangeProblem; text?: string } {
  if (!isDict(now) || !isEmptyValue(before, field.value)) return { problem: 'field-changed' }
  if (changedKeys(field.dict, now).some((key) => key !== 'V' && key !== 'AP')) return { problem: 'field-changed' }
  const value = now.entries.get('V')
  if (field.type === 'Sig') {
    if (!isRef(value) || value.num !== permission.signature) return { problem: 'field-changed' }
    return permission.signAllowed ? {} : { problem: 'not-permitted-by-certification' }
  }
  const text = textOf(after.resolve(value))
  const look = after.resolve(after.dict(now.entries.get('AP'))?.entries.get('N'))
  if (field.type !== 'Tx' || text === undefined || !isStream(look)) return { problem: 'field-changed' }
  if (permission.signature === undefined) return { problem: 'fill-not-signed' }
  return permission.fillAllowed ? { text } : { problem: 'not-permitted-by-certification' }
}
