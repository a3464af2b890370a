import { createHash } from 'node:crypto'
import { BYTE_RANGE_TO_COME, contentsToCome, coverAllButContents } from '../pdf/byte-range.ts'
import { extendForm, setWidget } from '../pdf/extend-form.ts'
import { readPdf } from '../pdf/file.ts'
import { formFields } from '../pdf/form.ts'
import { startIncrement } from '../pdf/increment.ts'
import { dict, name } from '../pdf/objects.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'

/** Bytes for a token with the certificates of its authority; twice as many when a token turns out larger. */
const ROOM = 8192
const FIELD = 'dau-thoi-gian'

/**
 * Appends a time stamp over the whole file (EN 319 142-1, 5.4.3): an invisible signature field with a token for signature.
 * @throws Refusal `signing.timestamp-unavailable`
 */
export async function addDocumentTimestamp(
  pdf: Uint8Array,
  authority: TimestampAuthority,
  room = ROOM,
): Promise<Buffer> {
  const { bytes, contents } = prepare(pdf, room)
  const digest = createHash('sha256')
    .update(bytes.subarray(0, contents.start))
    .update(bytes.subarray(contents.end))
    .digest()
  const token = await authority.stamp(digest)
  if (token.length > room) return addDocumentTimestamp(pdf, authority, token.length + ROOM)
  bytes.write(Buffer.from(token).toString('hex'), contents.start + 1, 'latin1')
  return bytes
}

function prepare(pdf: Uint8Array, room: number) {
  const file = readPdf(pdf)
  const increment = startIncrement(file)
  const stamp = increment.add(
    dict({
      Type: name('DocTimeStamp'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.RFC3161'),
      ByteRange: BYTE_RANGE_TO_COME,
      Contents: contentsToCome(room),
    }),
  )
  const field = dict({ FT: name('Sig'), V: stamp })
  const widget = {
    ref: increment.reserve(),
    page: 1,
    rect: [0, 0, 0, 0] as [number, number, number, number],
    field,
    fieldName: freeName(formFields(file).map((one) => one.name)),
  }
  setWidget(increment, file, widget)
  extendForm(increment, file, { widgets: [widget], signatures: true })
  const { bytes, offsetOf } = increment.finish()
  return { bytes, contents: coverAllButContents(bytes, offsetOf(stamp), room) }
}

function freeName(taken: string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${FIELD}-${number}`)) return `${FIELD}-${number}`
}
