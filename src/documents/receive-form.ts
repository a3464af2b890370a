import { PassThrough, type Readable } from 'node:stream'
import { Refusal } from '../platform/refusal.ts'
import { nfc } from '../platform/text.ts'
import type { FormBody, WebReply, WebRequest } from '../platform/web/web.ts'
import type { StoredFile } from './file.ts'
import { receiveUpload, type Upload } from './receive-upload.ts'
import { SENT_BEFORE, sentBefore } from './sent-before.ts'

const WRAPPING = 1024 * 1024
const MOST_AT_ONCE = 20
const MOST_FIELDS = 500

export type ReceivedForm = {
  form: FormBody
  files: { /** Name of the box it came in. */ field: string; file: StoredFile }[]
  refusals: { field: string; refusal: Refusal }[]
}

/**
 * Receives a whole form with files, for a door with `config: { multipart: true }`. A refused file loses neither the others
 * nor the words: they come back beside the refusals. The whole body is read before the answer, or the browser would show a
 * broken line instead of the reason. Refuses with `documents.no-file` and `platform.too-large` before anything is read.
 */
export async function receiveForm(
  request: WebRequest,
  reply: WebReply,
  { origin = 'upload', limits: allowed }: Pick<Upload, 'origin' | 'limits'> = {},
): Promise<ReceivedForm> {
  const fileBytes = allowed?.bytes ?? request.server.app.settings.uploadLimits.fileBytes
  if (!request.isMultipart()) throw new Refusal('documents.no-file')
  if (Number(request.headers['content-length']) > fileBytes * MOST_AT_ONCE + WRAPPING) {
    reply.header('connection', 'close')
    throw new Refusal('platform.too-large')
  }
  const received: ReceivedForm = { form: {}, files: [], refusals: [] }
  // `receiveUpload` measures each file itself; the parser would give up the whole form at the first heavy one.
  const limits = { fileSize: Infinity, files: MOST_AT_ONCE, fields: MOST_FIELDS }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') addField(received.form, part.fieldname, nfc(String(part.value)))
    else if (!part.filename) part.file.resume()
    else await receiveOne(request, received, part, { origin, limits: allowed })
  }
  await receiveSentBefore(request, received)
  return received
}

/** A form kept half filled in, with the files that had arrived for it; they are not handed in by being looked at. */
export async function recallForm(request: WebRequest, kept: FormBody): Promise<ReceivedForm> {
  const received: ReceivedForm = { form: { ...kept }, files: [], refusals: [] }
  await receiveSentBefore(request, received, { isHandedIn: false })
  return received
}

/** Files that came by the resumable way stand in the form by the ids of their uploads; a form has nobody to open parcels. */
async function receiveSentBefore(
  request: WebRequest,
  received: ReceivedForm,
  { isHandedIn = true } = {},
): Promise<void> {
  const named = [received.form[SENT_BEFORE] ?? []].flat()
  delete received.form[SENT_BEFORE]
  for (const one of await sentBefore(request, named.slice(0, MOST_AT_ONCE), { isHandedIn })) {
    const { field } = one
    if ('file' in one) received.files.push({ field, file: one.file })
    else if ('refusal' in one) received.refusals.push({ field, refusal: one.refusal })
    else received.refusals.push({ field, refusal: new Refusal('documents.upload-gone') })
  }
}

function addField(form: FormBody, name: string, value: string): void {
  if (name === '_csrf') return
  const before = form[name]
  form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

type FilePart = { fieldname: string; filename: string; file: Readable }

async function receiveOne(
  request: WebRequest,
  received: ReceivedForm,
  { fieldname, filename, file }: FilePart,
  how: Pick<Upload, 'origin' | 'limits'>,
): Promise<void> {
  try {
    const upload = { name: filename, stream: apart(file), ...how }
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
