import { PdfError, isDict, isStream, spend } from './objects.ts'
import type { Budget, PdfDict } from './objects.ts'
import { decodeStream } from './flate.ts'
import { PdfParser } from './parse.ts'

/** Where an object is: at an offset of the file, or as the n-th object inside an object stream. */
export type XrefEntry =
  | { kind: 'offset'; offset: number; gen: number }
  | { kind: 'packed'; container: number; index: number }
  | { kind: 'free' }

/** One cross-reference section with its trailer; `stream` tells which of the two forms it has. */
export type XrefSection = { at: number; stream: boolean; entries: Map<number, XrefEntry>; trailer: PdfDict }

const MAX_SECTIONS = 256
const MAX_OBJECTS = 500_000

/** The offset named by the `startxref` that ends the file, which must end with `%%EOF` and little white space. */
export function startOfXref(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 64))).toString('latin1')
  const match = /startxref\s+(\d{1,12})\s+%%EOF\s{0,8}$/.exec(tail)
  if (!match?.[1]) throw new PdfError('malformed', 'the file does not end with startxref and %%EOF')
  return Number(match[1])
}

/** All sections from the newest to the oldest, following Prev as a reader does. */
export function readXrefSections(bytes: Uint8Array, budget: Budget): XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  const waiting = [startOfXref(bytes)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) throw new PdfError('malformed', 'cross-reference sections in a circle')
    if (seen.size >= MAX_SECTIONS) throw new PdfError('too-large', 'too many cross-reference sections')
    seen.add(at)
    const section = readSection(bytes, at, budget)
    sections.push(section)
    const prev = section.trailer.entries.get('Prev')
    const hybrid = section.stream ? undefined : section.trailer.entries.get('XRefStm')
    if (typeof prev === 'number') waiting.push(prev)
    // A hybrid file: its stream comes right after its table and before older sections.
    if (typeof hybrid === 'number') sections.push(readSection(bytes, hybrid, budget))
  }
  return sections
}

function readSection(bytes: Uint8Array, at: number, budget: Budget): XrefSection {
  if (!Number.isInteger(at) || at < 0 || at >= bytes.length) throw new PdfError('malformed', 'startxref outside')
  const parser = new PdfParser(bytes, at, budget)
  if (bytes[at] === 0x78) return readTable(parser, at, budget)
  const { value } = parser.indirectObject((length) => (typeof length === 'number' ? length : NaN))
  if (!isStream(value)) throw new PdfError('malformed', 'cross-reference stream expected')
  return {
    at,
    stream: true,
    entries: streamEntries(value.dict, decodeStream(value, budget), budget),
    trailer: value.dict,
  }
}

function readTable(parser: PdfParser, at: number, budget: Budget): XrefSection {
  const entries = new Map<number, XrefEntry>()
  parser.expect('xref')
  for (;;) {
    const back = parser.at
    if (parser.word() === 'trailer') break
    parser.at = back
    const first = parser.integer()
    const count = parser.integer()
    checkCount(first + count)
    spend(budget, 'values', count)
    for (let num = first; num < first + count; num++) {
      const offset = parser.integer()
      const gen = parser.integer()
      add(entries, num, parser.word() === 'n' ? { kind: 'offset', offset, gen } : { kind: 'free' })
    }
  }
  const trailer = parser.value()
  if (!isDict(trailer)) throw new PdfError('malformed', 'trailer expected')
  return { at, stream: false, entries, trailer }
}

function streamEntries(dict: PdfDict, data: Uint8Array, budget: Budget): Map<number, XrefEntry> {
  const widths = integers(dict, 'W')
  const index = dict.entries.has('Index') ? integers(dict, 'Index') : [0, ...integers(dict, 'Size')]
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const entries = new Map<number, XrefEntry>()
  let at = 0
  const field = (width: number) => {
    let value = 0
    for (const end = at + width; at < end; at++) value = value * 256 + (data[at] ?? 0)
    return value
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    checkCount(first + count)
    spend(budget, 'values', count)
    if (at + count * (typeWidth + secondWidth + thirdWidth) > data.length) {
      throw new PdfError('malformed', 'cross-reference stream too short')
    }
    for (let num = first; num < first + count; num++) {
      const type = typeWidth ? field(typeWidth) : 1
      const [second, third] = [field(secondWidth), field(thirdWidth)]
      if (type === 1) add(entries, num, { kind: 'offset', offset: second, gen: third })
      else if (type === 2) add(entries, num, { kind: 'packed', container: second, index: third })
      else add(entries, num, { kind: 'free' })
    }
  }
  return entries
}

function add(entries: Map<number, XrefEntry>, num: number, entry: XrefEntry): void {
  // Readers disagree on which of two entries counts.
  if (entries.has(num)) throw new PdfError('malformed', `object ${num} listed twice in one section`)
  entries.set(num, entry)
}

function checkCount(count: number): void {
  if (count > MAX_OBJECTS) throw new PdfError('too-large', 'too many objects')
}

function integers(dict: PdfDict, key: string): number[] {
  const value = dict.entries.get(key)
  const items = Array.isArray(value) ? value : [value]
  return items.map((item) => {
    if (typeof item === 'number' && Number.isInteger(item) && item >= 0) return item
    throw new PdfError('malformed', `${key} of the cross-reference stream`)
  })
}
