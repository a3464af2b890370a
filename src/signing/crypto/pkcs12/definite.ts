import { DerError, TAG, encode } from '../der.ts'

const CONSTRUCTED = 0x20
const CONSTRUCTED_OCTETS = 0x24
const DEEPEST = 32

/** BER as other programs write PKCS#12, to DER as we read it: lengths made definite, strings in pieces put together. */
export function definite(bytes: Uint8Array): Buffer {
  return elementAt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, 0).der
}

type Element = { der: Buffer; content: Buffer; next: number }

function elementAt(buffer: Buffer, at: number, depth: number): Element {
  const tag = buffer[at]
  const first = buffer[at + 1]
  if (tag === undefined || first === undefined || depth > DEEPEST) throw new DerError('cut off')
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tags are not used here')
  const isIndefinite = first === 0x80
  const digits = first < 0x80 || isIndefinite ? 0 : first & 0x7f
  if (digits > 4 || at + 2 + digits > buffer.length || (isIndefinite && !(tag & CONSTRUCTED))) {
    throw new DerError('length not allowed')
  }
  const start = at + 2 + digits
  const end = isIndefinite ? undefined : start + (digits ? buffer.readUIntBE(at + 2, digits) : first)
  if (end !== undefined && end > buffer.length) throw new DerError('cut off')
  if (!(tag & CONSTRUCTED)) {
    const content = buffer.subarray(start, end)
    return { der: encode(tag, content), content, next: start + content.length }
  }
  const parts: Element[] = []
  let position = start
  while (end === undefined ? !isEnd(buffer, position) : position < end) {
    const part = elementAt(buffer, position, depth + 1)
    parts.push(part)
    position = part.next
  }
  const isString = tag === CONSTRUCTED_OCTETS
  const content = Buffer.concat(parts.map((part) => (isString ? part.content : part.der)))
  const der = encode(isString ? TAG.octetString : tag, content)
  return { der, content, next: end ?? position + 2 }
}

const isEnd = (buffer: Buffer, at: number): boolean => {
  if (at + 1 >= buffer.length) throw new DerError('cut off')
  return buffer[at] === 0 && buffer[at + 1] === 0
}
