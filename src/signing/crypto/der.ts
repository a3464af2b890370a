/** DER (X.690), just as much as certificates, CMS and RFC 3161 need. Bytes are never re-encoded: `raw` is what stood there. */
export type Der = { tag: number; content: Buffer; raw: Buffer }

export class DerError extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

export function encode(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthBytes(content.length), content])
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const digits = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits])
}

export const sequence = (...parts: Uint8Array[]) => encode(TAG.sequence, ...parts)
/** SET OF: elements in the order of their bytes, as DER demands. */
export const setOf = (...parts: Uint8Array[]) => encode(TAG.set, ...parts.toSorted(Buffer.compare))
export const octetString = (bytes: Uint8Array) => encode(TAG.octetString, bytes)
export const bitString = (bytes: Uint8Array, unusedBits = 0) => encode(TAG.bitString, Buffer.from([unusedBits]), bytes)
export const utf8String = (text: string) => encode(TAG.utf8String, Buffer.from(text.normalize('NFC')))
export const printableString = (text: string) => encode(TAG.printableString, Buffer.from(text, 'latin1'))
export const boolean = (value: boolean) => encode(TAG.boolean, Buffer.from([value ? 0xff : 0]))
export const nullValue = () => encode(TAG.null)
/** Context tag around a whole element. */
export const explicit = (number: number, ...parts: Uint8Array[]) => encode(0xa0 | number, ...parts)
/** Context tag in place of the own tag of a primitive element. */
export const implicit = (number: number, content: Uint8Array) => encode(0x80 | number, content)

export function integer(value: number | bigint | Uint8Array): Buffer {
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    const bytes = Buffer.from(value)
    return encode(TAG.integer, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
  }
  const hex = value.toString(16)
  return integer(Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex'))
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return encode(TAG.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) | 0x80)
  return digits
}

/** Without fractions: NSS refuses them in certificates. */
export function generalizedTime(instant: Date): Buffer {
  return encode(TAG.generalizedTime, Buffer.from(`${instant.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`))
}

/** Time of a certificate: UTCTime until 2049 (RFC 5280 4.1.2.5). */
export function certificateTime(instant: Date): Buffer {
  if (instant.getUTCFullYear() >= 2050) return generalizedTime(instant)
  return encode(TAG.utcTime, Buffer.from(`${instant.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`))
}

/** Reads one element that fills the bytes; `padded` allows zero bytes after it. @throws DerError */
export function decode(bytes: Uint8Array, padded = false): Der {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const der = decodeAt(buffer, 0)
  if (padded ? buffer.subarray(der.raw.length).some((byte) => byte !== 0) : der.raw.length !== buffer.length) {
    throw new DerError('bytes after the element')
  }
  return der
}

function decodeAt(buffer: Buffer, at: number): Der {
  const tag = buffer[at]
  const first = buffer[at + 1]
  if (tag === undefined || first === undefined) throw new DerError('cut off')
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tags are not used here')
  const digits = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || digits > 4 || at + 2 + digits > buffer.length) throw new DerError('length not allowed')
  const length = digits ? buffer.readUIntBE(at + 2, digits) : first
  const start = at + 2 + digits
  if (start + length > buffer.length) throw new DerError('cut off')
  return { tag, content: buffer.subarray(start, start + length), raw: buffer.subarray(at, start + length) }
}

export const children = (der: Der): Der[] => [...eachChild(der)]

/** One after the other, for lists that may be long. */
export function* eachChild(der: Der): Generator<Der> {
  if ((der.tag & 0x20) === 0) throw new DerError('not constructed')
  for (let at = 0; at < der.content.length;) {
    const item = decodeAt(der.content, at)
    yield item
    at += item.raw.length
  }
}

/** The element when it has the tag. @throws DerError */
export function expectTag(der: Der | undefined, tag: number): Der {
  if (der?.tag !== tag) throw new DerError(`tag ${tag} expected, ${der?.tag ?? 'nothing'} found`)
  return der
}

export function oidText(der: Der | undefined): string {
  const { content } = expectTag(der, TAG.oid)
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if ((byte & 0x80) === 0) {
      numbers.push(value)
      value = 0
    }
  }
  const [head = 0, ...rest] = numbers
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...rest].join('.')
}

/** The text of any of the string types in certificates. */
export function stringText(der: Der): string {
  if (der.tag === 0x1e) return Buffer.from(der.content).swap16().toString('utf16le')
  return der.content.toString(der.tag === 0x14 ? 'latin1' : 'utf8').normalize('NFC')
}

export function instantText(der: Der): Date {
  const text = der.content.toString('latin1')
  const match = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,6})?Z$/.exec(text)
  if (!match || (der.tag !== TAG.utcTime && der.tag !== TAG.generalizedTime)) throw new DerError('time expected')
  const [, digits = '', month, day, hour, minute, second, fraction = ''] = match
  const year = digits.length === 4 ? digits : `${Number(digits) < 50 ? '20' : '19'}${digits}`
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`)
}
