import type { Readable } from 'node:stream'
import { Readable as Stream } from 'node:stream'
import { Refusal } from '../../../platform/refusal.ts'
import { packedFiles } from '../../../platform/spreadsheet/unpack.ts'
import type { WebRequest } from '../../../platform/web/web.ts'
import { formatSize, receiveUpload } from '../../../documents/index.ts'

export const SHEET_BOX = 'bang'
export const FILES_BOX = 'tep'

const MEGABYTE = 1024 * 1024
const MOST = { sheet: 10 * MEGABYTE, zip: 60 * MEGABYTE, unpacked: 400 * MEGABYTE, files: 2_000, parts: 200 }

export type SentParts = {
  sheet: { name: string; bytes: Buffer } | undefined
  fileIds: string[]
  /** What was not taken, each with its reason; the rest is. */
  refusals: Refusal[]
}

/** Takes the sheet and the files sent with it; a ZIP stands for the files in it. The whole body is read before the answer. */
export async function receiveParts(request: WebRequest): Promise<SentParts> {
  const sent: SentParts = { sheet: undefined, fileIds: [], refusals: [] }
  const limits = { fileSize: Infinity, files: MOST.parts, fields: 20 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') continue
    if (!part.filename) {
      part.file.resume()
      continue
    }
    try {
      await takePart(request, sent, part)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      sent.refusals.push(error)
    } finally {
      part.file.resume()
    }
  }
  return sent
}

type Part = { fieldname: string; filename: string; file: Readable }

async function takePart(request: WebRequest, sent: SentParts, { fieldname, filename, file }: Part): Promise<void> {
  if (fieldname === SHEET_BOX) {
    sent.sheet = { name: filename.slice(0, 200), bytes: await bytesOf(file, filename, MOST.sheet) }
    return
  }
  if (!/\.zip$/i.test(filename)) {
    const { fileBytes } = request.server.app.settings.uploadLimits
    const bytes = await bytesOf(file, filename, fileBytes)
    await keep(request, sent, filename, bytes)
    return
  }
  const zip = await bytesOf(file, filename, MOST.zip)
  for (const packed of packedFiles(zip, { mostBytes: MOST.unpacked, mostFiles: MOST.files })) {
    // What Macs put beside each file.
    if (/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(packed.name)) continue
    await keep(request, sent, packed.name.replace(/^.*\//s, ''), Buffer.from(packed.read()))
  }
}

/** Each file of many stands for itself: one that is refused leaves the others alone. */
async function keep(request: WebRequest, sent: SentParts, name: string, bytes: Buffer): Promise<void> {
  try {
    const { id } = await receiveUpload(
      request.server.app,
      request.actor,
      { name, stream: Stream.from([bytes]) },
      { requestId: request.id },
    )
    sent.fileIds.push(id)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    sent.refusals.push(error)
  }
}

async function bytesOf(stream: Readable, name: string, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length
    // What comes after is read and let go, or the browser would show a broken line instead of the reason.
    if (size <= limit) pieces.push(piece)
  }
  if (size > limit) throw new Refusal('dossiers.sheet-too-big', { name, limit: formatSize(limit) })
  return Buffer.concat(pieces)
}
