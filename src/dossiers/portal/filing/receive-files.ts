import { PassThrough, type Readable } from 'node:stream'
import { Refusal } from '../../../platform/refusal.ts'
import { nfc } from '../../../platform/text.ts'
import type { WebReply, WebRequest } from '../../../platform/web/web.ts'
import { receiveUpload, type StoredFile } from '../../../documents/index.ts'

/** What browsers offer in the file picker; the content is checked all the same. */
export const ACCEPT = '.pdf,.docx,image/jpeg,image/png'

const WRAPPING = 1024 * 1024
const MOST_AT_ONCE = 20

export type ReceivedForm = {
  fields: Record<string, string[]>
  files: { /** Name of the box it came in. */ field: string; file: StoredFile }[]
  refusals: { field: string; refusal: Refusal }[]
}

/**
 * Receives a form with files. A refused file loses neither the others nor the words: they are kept and given back beside
 * the refusals. The whole body is read before the answer, or the browser would show a broken line instead of the reason.
 */
export async function receiveFiles(request: WebRequest, reply: WebReply): Promise<ReceivedForm> {
  const { fileBytes } = request.server.app.settings.uploadLimits
  if (!request.isMultipart()) throw new Refusal('documents.no-file')
  if (Number(request.headers['content-length']) > fileBytes * MOST_AT_ONCE + WRAPPING) {
    reply.header('connection', 'close')
    throw new Refusal('platform.too-large')
  }
  const received: ReceivedForm = { fields: {}, files: [], refusals: [] }
  // `receiveUpload` measures each file itself; the parser would give up the whole form at the first heavy one.
  const limits = { fileSize: Infinity, files: MOST_AT_ONCE, fields: 200 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') (received.fields[part.fieldname] ??= []).push(nfc(String(part.value)))
    else if (!part.filename) part.file.resume()
    else await receiveOne(request, received, part)
  }
  return received
}

type FilePart = { fieldname: string; filename: string; file: Readable }

async function receiveOne(
  request: WebRequest,
  received: ReceivedForm,
  { fieldname, filename, file }: FilePart,
): Promise<void> {
  const upload = { name: filename, stream: apart(file) }
  try {
    const stored = await receiveUpload(request.server.app, request.actor, upload, { requestId: request.id })
    received.files.push({ field: fieldname, file: stored })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    received.refusals.push({ field: fieldname, refusal: error })
  } finally {
    file.resume()
  }
}

/** A copy of the stream that may be given up half-way while the form's further parts still arrive. */
function apart(file: Readable): Readable {
  const copy = new PassThrough()
  file.once('error', (error) => copy.destroy(error))
  file.once('close', () => {
    if (!file.readableEnded) copy.destroy()
  })
  return file.pipe(copy)
}
