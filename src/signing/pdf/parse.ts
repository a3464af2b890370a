import { PdfError, name, newBudget, ref, spend } from './objects.ts'
import type { Budget, PdfDict, PdfStream, PdfString, PdfValue } from './objects.ts'

/** Nesting beyond this is no document of ours and could exhaust the stack. */
const MAX_DEPTH = 64
/** Bytes of a string in brackets; signatures are written in hexadecimal. */
const MAX_STRING = 1024 * 1024

const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00
const isDelimiter = (byte: number | undefined) => byte !== undefined && '()<>[]{}/%'.includes(String.fromCharCode(byte))
const malformed = (what: string, at: number) => new PdfError('malformed', `${what} at byte ${at}`)

/** Resolves the length of a stream when it is written as a reference. */
export type LengthOf = (value: PdfValue | undefined) => number

export class PdfParser {
  readonly bytes: Uint8Array
  at: number
  private readonly budget: Budget

  constructor(bytes: Uint8Array, at = 0, budget = newBudget()) {
    this.bytes = bytes
    this.at = at
    this.budget = budget
  }

  skipSpace(): void {
    for (;;) {
      while (isSpace(this.bytes[this.at])) this.at++
      if (this.bytes[this.at] !== 0x25) return
      while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d) this.at++
    }
  }

  /** The next run of regular characters, empty at a delimiter. */
  word(): string {
    this.skipSpace()
    const start = this.at
    while (this.at < this.bytes.length && !isSpace(this.bytes[this.at]) && !isDelimiter(this.bytes[this.at])) this.at++
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, this.at - start).toString('latin1')
  }

  expect(word: string): void {
    const start = this.at
    if (this.word() !== word) throw malformed(`${word} expected`, start)
  }

  integer(): number {
    const start = this.at
    const text = this.word()
    if (!/^\d{1,15}$/.test(text)) throw malformed('integer expected', start)
    return Number(text)
  }

  /** `12 0 obj … endobj` at the current place. */
  indirectObject(lengthOf: LengthOf): { num: number; gen: number; value: PdfValue } {
    const num = this.integer()
    const gen = this.integer()
    this.expect('obj')
    const value = this.value()
    const after = this.at
    const word = this.word()
    if (word === 'endobj') return { num, gen, value }
    if (word !== 'stream' || !isPlainDict(value)) throw malformed('endobj expected', after)
    return { num, gen, value: this.stream(value, lengthOf) }
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfError('too-large', 'values nested too deep')
    spend(this.budget, 'values', 1)
    this.skipSpace()
    const byte = this.bytes[this.at]
    if (byte === 0x2f) return this.name()
    if (byte === 0x28) return this.literalString()
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dict(depth) : this.hexString()
    return this.scalar()
  }

  private scalar(): PdfValue {
    const start = this.at
    const text = this.word()
    if (text === 'true') return true
    if (text === 'false') return false
    if (text === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw malformed('value expected', start)
    return /^\d{1,10}$/.test(text) ? this.referenceOr(Number(text)) : Number(text)
  }

  private referenceOr(num: number): PdfValue {
    const back = this.at
    const gen = this.word()
    if (/^\d{1,5}$/.test(gen) && this.word() === 'R') return ref(num, Number(gen))
    this.at = back
    return num
  }

  private name(): PdfValue {
    this.at++
    const start = this.at
    while (this.at < this.bytes.length && !isSpace(this.bytes[this.at]) && !isDelimiter(this.bytes[this.at])) this.at++
    const text = Buffer.from(this.bytes.subarray(start, this.at)).toString('latin1')
    return name(text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))
  }

  private array(depth: number): PdfValue[] {
    this.at++
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.at >= this.bytes.length) throw malformed('array not closed', this.at)
      if (this.bytes[this.at] === 0x5d) break
      items.push(this.value(depth + 1))
    }
    this.at++
    return items
  }

  private dict(depth: number): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break
      if (this.bytes[this.at] !== 0x2f) throw malformed('key expected', this.at)
      const key = this.name()
      spend(this.budget, 'values', 1)
      // A second key of the same name is read differently by different programs: nothing to be trusted.
      if (!isKey(key) || entries.has(key.name)) throw malformed('key repeated', this.at)
      entries.set(key.name, this.value(depth + 1))
    }
    this.at += 2
    return { kind: 'dict', entries }
  }

  private hexString(): PdfString {
    const start = this.at
    const end = this.bytes.indexOf(0x3e, start)
    if (end < 0) throw malformed('string not closed', start)
    spend(this.budget, 'bytes', end - start)
    const digits = Buffer.from(this.bytes.subarray(start + 1, end))
      .toString('latin1')
      .replace(/\s/g, '')
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw malformed('hexadecimal expected', start)
    this.at = end + 1
    const bytes = Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
    return { kind: 'string', bytes, span: { start, end: this.at, hex: true } }
  }

  private literalString(): PdfString {
    const start = this.at++
    const out: number[] = []
    for (let open = 1; ;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw malformed('string not closed', start)
      if (byte === 0x5c) this.escape(out)
      else {
        if (byte === 0x28) open++
        if (byte === 0x29 && --open === 0) break
        out.push(byte)
        if (out.length > MAX_STRING) throw new PdfError('too-large', 'string too long')
      }
    }
    return { kind: 'string', bytes: Uint8Array.from(out), span: { start, end: this.at, hex: false } }
  }

  private escape(out: number[]): void {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw malformed('string not closed', this.at)
    const simple: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    const letter = String.fromCharCode(byte)
    if (letter >= '0' && letter <= '7') {
      let digits = letter
      while (digits.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.at] ?? 0))) {
        digits += String.fromCharCode(this.bytes[this.at++] ?? 0)
      }
      out.push(parseInt(digits, 8) & 0xff)
    } else if (byte === 0x0d && this.bytes[this.at] === 0x0a) this.at++
    else if (byte !== 0x0a && byte !== 0x0d) out.push(simple[letter] ?? byte)
  }

  private stream(dict: PdfDict, lengthOf: LengthOf): PdfStream {
    if (this.bytes[this.at] === 0x0d) this.at++
    if (this.bytes[this.at] !== 0x0a) throw malformed('line end after stream expected', this.at)
    const start = this.at + 1
    const end = start + lengthOf(dict.entries.get('Length'))
    if (!Number.isInteger(end) || end > this.bytes.length) throw malformed('stream too long', start)
    this.at = end
    this.expect('endstream')
    this.expect('endobj')
    return { kind: 'stream', dict, data: this.bytes.subarray(start, end) }
  }
}

const isPlainDict = (value: PdfValue): value is PdfDict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'dict'
const isKey = (value: PdfValue): value is { kind: 'name'; name: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'name'
