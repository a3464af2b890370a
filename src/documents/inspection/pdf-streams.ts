import { inflateSync } from 'node:zlib'
import { Objected } from './verdict.ts'

// A colour page of A4 at 600 dpi unpacks to 104 MB; 20 MB of honest content never unpacks to a gigabyte.
const MOST_PER_STREAM = 128 * 1024 * 1024
const MOST_TOGETHER = 1024 * 1024 * 1024
const MOST_LAYERS = 2

const STREAM = Buffer.from('stream', 'latin1')
const END = Buffer.from('end', 'latin1')

/**
 * Unpacks every Flate stream of a PDF under a limit, before any library does it without one, and hands what it finds
 * to `look`. Streams are taken where the word stands in the bytes, whatever the objects around say about them.
 */
export function unpackStreams(content: Buffer, look: (unpacked: Buffer) => void): void {
  let together = 0
  for (let at = content.indexOf(STREAM); at >= 0; at = content.indexOf(STREAM, at + STREAM.length)) {
    if (content.subarray(Math.max(0, at - END.length), at).equals(END)) continue
    let packed = content.subarray(dataStart(content, at + STREAM.length))
    for (let layer = 0; layer < MOST_LAYERS && isZlib(packed); layer += 1) {
      const unpacked = unpack(packed)
      if (!unpacked) break
      together += unpacked.length
      if (together > MOST_TOGETHER) throw new Objected('documents.too-complex')
      look(unpacked)
      packed = unpacked
    }
  }
}

/** The data begins after the end of the line, CR LF or LF; some writers put a bare CR. */
function dataStart(content: Buffer, at: number): number {
  if (content[at] === 0x0d) return content[at + 1] === 0x0a ? at + 2 : at + 1
  return content[at] === 0x0a ? at + 1 : at
}

function isZlib(data: Buffer): boolean {
  const [method = 0, flags = 0] = data
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0
}

function unpack(packed: Buffer): Buffer | undefined {
  try {
    // What follows the end of the packed data is ignored, so nothing needs to tell where it ends.
    return inflateSync(packed, { maxOutputLength: MOST_PER_STREAM, chunkSize: 256 * 1024 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Objected('documents.too-complex')
    return undefined
  }
}
