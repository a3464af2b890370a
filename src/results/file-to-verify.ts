import type { WebReply, WebRequest } from '../platform/web/web.ts'
import { Refusal } from '../platform/refusal.ts'
import { formatSize } from '../documents/index.ts'
import { LARGEST_VERIFIED } from './verify-document.ts'

export type Asked = { code?: string; bytes?: Uint8Array }

const tooLarge = () => new Refusal('results.too-large-to-verify', { limit: formatSize(LARGEST_VERIFIED) })

/** What to verify, from a body of PDF, a multipart form with a file or a code, or JSON. Nothing of it is kept. */
export async function fileToVerify(request: WebRequest, reply: WebReply): Promise<Asked> {
  if (Buffer.isBuffer(request.body)) return { bytes: request.body }
  if (!request.isMultipart()) {
    const { code } = (request.body ?? {}) as { code?: unknown }
    return typeof code === 'string' && code.trim() !== '' ? { code: code.trim() } : {}
  }
  // A file cut off in the middle leaves the connection unusable.
  reply.header('connection', 'close')
  if (Number(request.headers['content-length']) > LARGEST_VERIFIED + 64 * 1024) throw tooLarge()
  const asked: Asked = {}
  for await (const part of request.parts({ limits: { fileSize: LARGEST_VERIFIED, files: 1, fields: 5 } })) {
    if (part.type === 'field') {
      if (part.fieldname === 'code' && typeof part.value === 'string' && part.value.trim() !== '')
        asked.code = part.value.trim()
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    if (part.file.truncated) throw tooLarge()
    const bytes = Buffer.concat(chunks)
    if (bytes.length > 0) asked.bytes = bytes
  }
  reply.removeHeader('connection')
  return asked
}
