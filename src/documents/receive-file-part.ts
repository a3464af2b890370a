import { Refusal } from '../platform/refusal.ts'
import type { WebReply, WebRequest } from '../platform/web/web.ts'
import { formatSize, type StoredFile } from './file.ts'
import { receiveUpload } from './receive-upload.ts'

const MULTIPART_WRAPPING = 64 * 1024

type Options = { origin?: 'upload' | 'scan' }

/**
 * Receives the first file of a multipart request, for the person who sent it. A door that asks for it is registered with
 * `config: { multipart: true }`. Refuses with `documents.no-file` and everything `receiveUpload` refuses with.
 */
export async function receiveFilePart(
  request: WebRequest,
  reply: WebReply,
  { origin = 'upload' }: Options = {},
): Promise<StoredFile> {
  const { app } = request.server
  const limit = app.settings.uploadLimits.fileBytes
  if (!request.isMultipart()) throw new Refusal('documents.no-file')
  // What is refused before its end leaves the connection in the middle of a file: it cannot be used again.
  reply.header('connection', 'close')
  if (Number(request.headers['content-length']) > limit + MULTIPART_WRAPPING) {
    throw new Refusal('documents.too-big', { name: '', limit: formatSize(limit) })
  }
  const part = await request.file({ limits: { fileSize: limit + 1, files: 1 } })
  if (!part || part.filename === '') throw new Refusal('documents.no-file')
  const key = request.headers['idempotency-key']
  const meta = { requestId: request.id, ...(typeof key === 'string' ? { idempotencyKey: key.slice(0, 200) } : {}) }
  const stored = await receiveUpload(app, request.actor, { name: part.filename, stream: part.file, origin }, meta)
  reply.removeHeader('connection')
  return stored
}
