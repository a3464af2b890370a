import { PdfError, isDict, isRef, isStream, newBudget } from './objects.ts'
import type { Budget, PdfDict, PdfRef, PdfValue } from './objects.ts'
import { decodeStream } from './flate.ts'
import { PdfParser } from './parse.ts'
import { readXrefSections } from './xref.ts'
import type { XrefEntry, XrefSection } from './xref.ts'

/** Bytes. Larger files are refused before parsing. */
export const MAX_PDF_BYTES = 64 * 1024 * 1024

/**
 * A PDF read strictly through its cross-reference sections, as a viewer reads it. No repair: a file that needs repair
 * can be shown differently by two programs and is refused. Objects are parsed when asked for.
 */
export type PdfFile = {
  bytes: Uint8Array
  sections: XrefSection[]
  xref: Map<number, XrefEntry>
  trailer: PdfDict
  rootRef: PdfRef
  /** One more than the highest object number in use. */
  size: number
  object(ref: PdfRef): PdfValue
  /** Follows a reference, once or through a chain. */
  resolve(value: PdfValue | undefined): PdfValue
  dict(value: PdfValue | undefined): PdfDict | undefined
}

/** @throws PdfError */
export function readPdf(bytes: Uint8Array, budget = newBudget()): PdfFile {
  if (bytes.length > MAX_PDF_BYTES) throw new PdfError('too-large', 'file too large')
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
    throw new PdfError('malformed', 'no %PDF header')
  const sections = readXrefSections(bytes, budget)
  const trailer = sections[0]?.trailer
  if (!trailer) throw new PdfError('malformed', 'no trailer')
  if (sections.some((section) => section.trailer.entries.has('Encrypt'))) throw new PdfError('encrypted', 'encrypted')
  const xref = new Map<number, XrefEntry>()
  for (const section of sections) {
    for (const [num, entry] of section.entries) if (!xref.has(num)) xref.set(num, entry)
  }
  const rootRef = trailer.entries.get('Root')
  if (!isRef(rootRef)) throw new PdfError('malformed', 'no catalog')
  const objects = objectReader(bytes, xref, budget)
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let result = value ?? null
    for (let hop = 0; isRef(result); hop++) {
      if (hop > 16) throw new PdfError('malformed', 'references in a circle')
      result = objects(result)
    }
    return result
  }
  const asDict = (value: PdfValue | undefined) => {
    const result = resolve(value)
    return isDict(result) ? result : isStream(result) ? result.dict : undefined
  }
  let size = 1
  for (const num of xref.keys()) size = Math.max(size, num + 1)
  return { bytes, sections, xref, trailer, rootRef, size, object: objects, resolve, dict: asDict }
}

function objectReader(bytes: Uint8Array, xref: Map<number, XrefEntry>, budget: Budget): (ref: PdfRef) => PdfValue {
  const values = new Map<number, PdfValue>()
  const containers = new Map<number, PdfValue[]>()
  const reading = new Set<number>()

  const read = (wanted: PdfRef): PdfValue => {
    const entry = xref.get(wanted.num)
    if (!entry || entry.kind === 'free') return null
    if ((entry.kind === 'offset' ? entry.gen : 0) !== wanted.gen) return null
    const known = values.get(wanted.num)
    if (known !== undefined) return known
    if (reading.has(wanted.num)) throw new PdfError('malformed', 'object inside itself')
    reading.add(wanted.num)
    const value = entry.kind === 'offset' ? atOffset(wanted, entry.offset) : packed(wanted.num, entry)
    reading.delete(wanted.num)
    values.set(wanted.num, value)
    return value
  }

  const atOffset = (wanted: PdfRef, offset: number): PdfValue => {
    if (offset >= bytes.length) throw new PdfError('malformed', `object ${wanted.num} outside the file`)
    const lengthOf = (value: PdfValue | undefined) => {
      const length = isRef(value) ? read(value) : value
      return typeof length === 'number' && length >= 0 ? length : NaN
    }
    const found = new PdfParser(bytes, offset, budget).indirectObject(lengthOf)
    if (found.num !== wanted.num || found.gen !== wanted.gen) {
      throw new PdfError('malformed', `object ${wanted.num} is not where it should be`)
    }
    return found.value
  }

  const packed = (num: number, entry: { container: number; index: number }): PdfValue => {
    let items = containers.get(entry.container)
    if (!items) {
      items = unpack(read({ kind: 'ref', num: entry.container, gen: 0 }), budget)
      containers.set(entry.container, items)
    }
    const [found, value] = [items[entry.index * 2], items[entry.index * 2 + 1]]
    if (found !== num || value === undefined) throw new PdfError('malformed', `object ${num} not in its stream`)
    return value
  }

  return read
}

/** Number and value in turn, for each object in an object stream. */
function unpack(container: PdfValue, budget: Budget): PdfValue[] {
  if (!isStream(container)) throw new PdfError('malformed', 'object stream expected')
  const [count, first] = [container.dict.entries.get('N'), container.dict.entries.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number') throw new PdfError('malformed', 'object stream head')
  const data = decodeStream(container, budget)
  const head = new PdfParser(data, 0, budget)
  const items: PdfValue[] = []
  for (let index = 0; index < count; index++) {
    const num = head.integer()
    items.push(num, new PdfParser(data, first + head.integer(), budget).value())
  }
  return items
}
