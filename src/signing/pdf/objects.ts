/** PDF values, ISO 32000-1 clause 7.3. Arrays, numbers, booleans and null are plain JavaScript values. */
export type PdfName = { kind: 'name'; name: string }
/** `span` is the place in the file of the token with its delimiters; only parsed strings have it. */
export type PdfString = { kind: 'string'; bytes: Uint8Array; span?: { start: number; end: number; hex: boolean } }
export type PdfRef = { kind: 'ref'; num: number; gen: number }
export type PdfDict = { kind: 'dict'; entries: Map<string, PdfValue> }
export type PdfStream = { kind: 'stream'; dict: PdfDict; data: Uint8Array }
/** Written as it stands: for places that are filled in after the bytes around them are known. */
export type PdfRaw = { kind: 'raw'; text: string }
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | PdfRaw
  | PdfValue[]

/** The file is not a PDF that can be read or signed safely: wrong syntax, a broken table, encryption, a limit passed, XFA. */
export class PdfError extends Error {
  readonly code: 'malformed' | 'encrypted' | 'too-large' | 'dynamic-form'
  constructor(code: PdfError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** What reading may cost; shared by all revisions of a file, so that many of them cannot add up. */
export type Budget = { values: number; bytes: number }
export const newBudget = (): Budget => ({ values: 2_000_000, bytes: 256 * 1024 * 1024 })

/** @throws PdfError `too-large` when the budget is used up */
export function spend(budget: Budget, what: keyof Budget, amount: number): void {
  budget[what] -= amount
  if (budget[what] < 0) throw new PdfError('too-large', `more ${what} than any document needs`)
}

export const name = (text: string): PdfName => ({ kind: 'name', name: text })
export const ref = (num: number, gen = 0): PdfRef => ({ kind: 'ref', num, gen })
export const raw = (text: string): PdfRaw => ({ kind: 'raw', text })
export const dict = (entries: Record<string, PdfValue | undefined>): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined)),
})
export const withEntries = (base: PdfDict, entries: Record<string, PdfValue>): PdfDict => ({
  kind: 'dict',
  entries: new Map([...base.entries, ...Object.entries(entries)]),
})

/** A text string: UTF-16 with byte order mark, as every reader understands it. */
export function textString(text: string): PdfString {
  const units = Buffer.from(text.normalize('NFC'), 'utf16le').swap16()
  return { kind: 'string', bytes: Buffer.concat([Buffer.from([0xfe, 0xff]), units]) }
}

/** Text of a text string: UTF-16, UTF-8 with mark, else Latin-1 (the part of PDFDocEncoding in use). */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isString(value)) return undefined
  const bytes = Buffer.from(value.bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0) {
    return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1')
}

const hasKind = (value: PdfValue | undefined, kind: string): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === kind
export const isName = (value: PdfValue | undefined): value is PdfName => hasKind(value, 'name')
export const isString = (value: PdfValue | undefined): value is PdfString => hasKind(value, 'string')
export const isRef = (value: PdfValue | undefined): value is PdfRef => hasKind(value, 'ref')
export const isDict = (value: PdfValue | undefined): value is PdfDict => hasKind(value, 'dict')
export const isStream = (value: PdfValue | undefined): value is PdfStream => hasKind(value, 'stream')

export const nameOf = (value: PdfValue | undefined): string | undefined => (isName(value) ? value.name : undefined)
export const refsEqual = (a: PdfRef, b: PdfRef): boolean => a.num === b.num && a.gen === b.gen

/** Same value, references compared as references. */
export function sameValue(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  }
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null || Array.isArray(b)) return false
  if (a.kind === 'name') return b.kind === 'name' && a.name === b.name
  if (a.kind === 'ref') return b.kind === 'ref' && refsEqual(a, b)
  if (a.kind === 'string') return b.kind === 'string' && Buffer.compare(a.bytes, b.bytes) === 0
  if (a.kind === 'stream') {
    return b.kind === 'stream' && sameValue(a.dict, b.dict) && Buffer.compare(a.data, b.data) === 0
  }
  if (a.kind !== 'dict' || b.kind !== 'dict') return false
  return changedKeys(a, b).length === 0
}

export function changedKeys(a: PdfDict, b: PdfDict): string[] {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()])
  return [...keys].filter((key) => !sameValue(a.entries.get(key), b.entries.get(key)))
}
