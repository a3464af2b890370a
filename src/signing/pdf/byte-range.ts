import { raw } from './objects.ts'
import type { PdfRaw } from './objects.ts'

// Same width as any offset up to ten digits, so that nothing moves when the numbers are known.
const BYTE_RANGE = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`

/** What stands in a signature dictionary until the file around it is known. */
export const BYTE_RANGE_TO_COME: PdfRaw = raw(BYTE_RANGE)
/** `room` in bytes of what will be put there in hexadecimal. */
export const contentsToCome = (room: number): PdfRaw => raw(`<${'0'.repeat(room * 2)}>`)

/** Writes the byte range: the whole file but the string of Contents with its brackets, whose place is returned. */
export function coverAllButContents(bytes: Buffer, at: number, room: number): { start: number; end: number } {
  const start = bytes.indexOf(`<${'0'.repeat(64)}`, at, 'latin1')
  const end = start + room * 2 + 2
  const place = bytes.indexOf(BYTE_RANGE, at, 'latin1')
  const digits = (value: number) => String(value).padStart(10, '0')
  bytes.write(`[0 ${digits(start)} ${digits(end)} ${digits(bytes.length - end)}]`, place, 'latin1')
  return { start, end }
}
