import { readFileSync } from 'node:fs'
import { fileTypeFromBuffer } from 'file-type'
import { isMediaType, type MediaType } from '../file.ts'
import { inspectDocx } from './inspect-docx.ts'
import { inspectHeic, inspectImage } from './inspect-image.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { Objected, type Verdict } from './verdict.ts'

const HEIC_PHOTOS = new Set(['image/heic', 'image/heif'])
const OTHER_PHOTOS = new Set(['image/heic-sequence', 'image/heif-sequence', 'image/avif'])

/** The range a signature covers is always written in the open. */
const SIGNED_RANGE = '/ByteRange'

export type Inspection = { path: string; mostPages: number }

/** Says whether a file may be kept. Runs in the inspector's own process: what it reads may be made to harm its reader. */
export async function inspectFile({ path, mostPages }: Inspection): Promise<Verdict> {
  // Nothing else waits in this process, and one call costs a fraction of four trips to a thread.
  const content = readFileSync(path)
  try {
    const mediaType = await mediaTypeOf(content)
    const pages = await inspectAs(mediaType, content, mostPages)
    const isSigned = mediaType === 'application/pdf' && content.includes(SIGNED_RANGE)
    return { ok: true, mediaType, pages, ...(isSigned ? { isSigned } : {}) }
  } catch (error) {
    if (error instanceof Objected) return { ok: false, code: error.code, facts: error.facts }
    throw error
  }
}

async function mediaTypeOf(content: Buffer): Promise<MediaType> {
  if (content.length === 0) throw new Objected('documents.empty')
  const detected = await fileTypeFromBuffer(content).catch(() => undefined)
  if (detected && OTHER_PHOTOS.has(detected.mime)) throw new Objected('documents.photo-unreadable')
  const mediaType = detected && HEIC_PHOTOS.has(detected.mime) ? 'image/heic' : detected?.mime
  if (mediaType === undefined || !isMediaType(mediaType))
    throw new Objected('documents.wrong-type', { found: mediaType ?? 'unknown' })
  refusePolyglot(content, mediaType)
  return mediaType
}

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const PDF_HEAD = Buffer.from('%PDF-', 'latin1')
const FURTHEST_ZIP_END = 65_557
const FURTHEST_PDF_HEAD = 1024

/** A file that is also another kind of file to a reader that looks elsewhere in it. */
function refusePolyglot(content: Buffer, mediaType: MediaType): void {
  const isPdf = mediaType === 'application/pdf'
  const isZip = !isPdf && !mediaType.startsWith('image/')
  if (isPdf && content.indexOf(PDF_HEAD) !== 0) throw new Objected('documents.pdf-broken')
  if (!isPdf && content.subarray(0, FURTHEST_PDF_HEAD).includes(PDF_HEAD)) throw new Objected('documents.polyglot')
  if (!isZip && endsAsZip(content)) throw new Objected('documents.polyglot')
}

/** A zip archive is found from its end: the record there must reach exactly to the end of the file. */
function endsAsZip(content: Buffer): boolean {
  const tail = content.subarray(-FURTHEST_ZIP_END)
  for (let at = tail.indexOf(ZIP_END); at >= 0; at = tail.indexOf(ZIP_END, at + 1)) {
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 10) > 0 && at + 22 + tail.readUInt16LE(at + 20) <= tail.length)
      return true
  }
  return false
}

async function inspectAs(mediaType: MediaType, content: Buffer, mostPages: number): Promise<number | null> {
  if (mediaType === 'application/pdf') return inspectPdf(content, mostPages)
  if (mediaType === 'image/heic') await inspectHeic(content)
  else if (mediaType === 'image/jpeg' || mediaType === 'image/png') await inspectImage(content, mediaType)
  else inspectDocx(content)
  return null
}
