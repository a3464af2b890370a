import { PdfError, isDict, isRef, nameOf, textOf } from './objects.ts'
import type { PdfDict, PdfRef, PdfValue } from './objects.ts'
import type { PdfFile } from './file.ts'

/** Lower left and upper right corner, in points from the lower left corner of the page. */
export type Rect = [left: number, bottom: number, right: number, top: number]

/** The rectangle of a box given by its lower left corner and its size, in points. */
export const rectAt = (box: { x: number; y: number; width: number; height: number }): Rect => [
  box.x,
  box.y,
  box.x + box.width,
  box.y + box.height,
]

/** A terminal field of the form, with what it inherits. */
export type FormField = { ref: PdfRef; name: string; type: string | undefined; value: PdfValue; dict: PdfDict }

const MAX_FIELDS = 10_000
const MAX_PAGES = 20_000

export function acroFormOf(file: PdfFile): PdfDict | undefined {
  return file.dict(file.dict(file.rootRef)?.entries.get('AcroForm'))
}

/** All terminal fields in the order of the form. */
export function formFields(file: PdfFile): FormField[] {
  const found: FormField[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue, inherited: { name: string; type?: string; value: PdfValue }) => {
    if (!isRef(value) || seen.has(value.num)) return
    if (seen.size >= MAX_FIELDS) throw new PdfError('too-large', 'too many fields')
    seen.add(value.num)
    const dict = file.dict(value)
    if (!dict) return
    const part = textOf(file.resolve(dict.entries.get('T')))
    const own = {
      name: part === undefined ? inherited.name : inherited.name ? `${inherited.name}.${part}` : part,
      type: nameOf(file.resolve(dict.entries.get('FT'))) ?? inherited.type,
      value: dict.entries.get('V') ?? inherited.value,
    }
    const kids = file.resolve(dict.entries.get('Kids'))
    const subfields = Array.isArray(kids) ? kids.filter((kid) => file.dict(kid)?.entries.has('T')) : []
    if (subfields.length === 0) found.push({ ref: value, dict, name: own.name, type: own.type, value: own.value })
    for (const kid of subfields)
      walk(kid, own.type === undefined ? { name: own.name, value: own.value } : { ...own, type: own.type })
  }
  const fields = file.resolve(acroFormOf(file)?.entries.get('Fields'))
  for (const field of Array.isArray(fields) ? fields : []) walk(field, { name: '', value: null })
  return found
}

/** References of the pages in reading order. */
export function pageRefs(file: PdfFile): PdfRef[] {
  const pages: PdfRef[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue | undefined) => {
    if (!isRef(value) || seen.has(value.num)) throw new PdfError('malformed', 'page tree')
    if (seen.size >= MAX_PAGES) throw new PdfError('too-large', 'too many pages')
    seen.add(value.num)
    const dict = file.dict(value)
    const kids = file.resolve(dict?.entries.get('Kids'))
    if (Array.isArray(kids)) kids.forEach(walk)
    else pages.push(value)
  }
  walk(file.dict(file.rootRef)?.entries.get('Pages'))
  return pages
}

export function rectOf(file: PdfFile, dict: PdfDict): Rect | undefined {
  const value = file.resolve(dict.entries.get('Rect'))
  const numbers = (Array.isArray(value) ? value : []).map((item) => file.resolve(item))
  const [a, b, c, d] = numbers
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number') return undefined
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

export const isEmptyValue = (file: PdfFile, value: PdfValue): boolean => {
  const resolved = file.resolve(value)
  return resolved === null || (!isDict(resolved) && textOf(resolved) === '')
}
