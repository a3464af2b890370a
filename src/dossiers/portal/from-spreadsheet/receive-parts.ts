import type { Readable } from 'node:stream'
import { Readable as Stream } from 'node:stream'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { packedFiles } from '../../../platform/spreadsheet/unpack.ts'
import type { WebRequest } from '../../../platform/web/web.ts'
import { formatSize, receiveUpload, SENT_BEFORE, sentBefore } from '../../../documents/index.ts'

export const SHEET_BOX = 'bang'
export const FILES_BOX = 'tep'
/** Files that were taken with a sheet that was not: they are not sent again. */
export const KEPT_BOX = 'da-nhan'
/** What is opened where it is sent. */
export const SHEET_ENDINGS = '.xlsx,.csv'
export const ARCHIVE_ENDINGS = '.zip'

const MEGABYTE = 1024 * 1024
export const MOST = { sheet: 10 * MEGABYTE, zip: 60 * MEGABYTE, unpacked: 400 * MEGABYTE, files: 2_000, parts: 200 }

export type SentParts = {
  sheet: { name: string; bytes: Buffer } | undefined
  fileIds: string[]
  /** What was not taken, each with its reason; the rest is. */
  refusals: Refusal[]
}

/**
 * Takes the sheet and the files sent with it, before or with the form; a ZIP stands for the files in it. The whole body is read before
 * the answer.
 */
export async function receiveParts(request: WebRequest): Promise<SentParts> {
  const sent: SentParts = { sheet: undefined, fileIds: [], refusals: [] }
  const named: string[] = []
  const limits = { fileSize: Infinity, files: MOST.parts, fields: MOST.files }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      const value = String(part.value)
      if (part.fieldname === SENT_BEFORE) named.push(value)
      if (part.fieldname === KEPT_BOX && isId(value)) sent.fileIds.push(value)
      continue
    }
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
  for (const one of await sentBefore(request, named.slice(0, MOST.parts))) {
    if ('file' in one) sent.fileIds.push(one.file.id)
    else if ('refusal' in one) sent.refusals.push(one.refusal)
    else
      await takeParcel(request, sent, one.field, one.parcel).catch((error: unknown) =>
        sent.refusals.push(refusalIn(error)),
      )
  }
  return sent
}

function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

type Part = { fieldname: string; filename: string; file: Readable }

async function takePart(request: WebRequest, sent: SentParts, { fieldname, filename, file }: Part): Promise<void> {
  const { fileBytes } = request.server.app.settings.uploadLimits
  const most = fieldname === SHEET_BOX ? MOST.sheet : isZip(filename) ? MOST.zip : fileBytes
  const bytes = await bytesOf(file, filename, most)
  if (fieldname === SHEET_BOX || isZip(filename)) await takeParcel(request, sent, fieldname, { name: filename, bytes })
  else await keep(request, sent, filename, bytes)
}

const isZip = (name: string) => /\.zip$/i.test(name)

/** A sheet is read later, an archive is opened here: what is in it are files like others. */
async function takeParcel(
  request: WebRequest,
  sent: SentParts,
  box: string,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<void> {
  if (box === SHEET_BOX) {
    if (bytes.length > MOST.sheet) throw tooBig(name, MOST.sheet)
    sent.sheet = { name: name.slice(0, 200), bytes }
    return
  }
  for (const packed of packedFiles(bytes, { mostBytes: MOST.unpacked, mostFiles: MOST.files })) {
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
  if (size > limit) throw tooBig(name, limit)
  return Buffer.concat(pieces)
}

function tooBig(name: string, limit: number): Refusal {
  return new Refusal('dossiers.sheet-too-big', { name, limit: formatSize(limit) })
}
