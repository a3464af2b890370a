import { nfc } from '../../../platform/text.ts'
import type { WebReply, WebRequest } from '../../../platform/web/web.ts'
import { LARGEST_PFX } from '../../own-keys/import-key.ts'
import { NAMES, type KeptFile } from './own-key.page.tsx'

type Received = { form: Record<string, string>; file: KeptFile | undefined; isTooLarge: boolean }

const MOST_FIELDS = 10

/** A key file with what was typed beside it. It is a key: nothing of it goes into the file store. */
export async function receiveKeyFile(request: WebRequest, reply: WebReply): Promise<Received> {
  const received: Received = { form: {}, file: undefined, isTooLarge: false }
  if (!request.isMultipart()) return received
  // A file cut off in the middle leaves the connection unusable.
  reply.header('connection', 'close')
  // Measured here: the parser would give up the whole form at a heavy file, and what was typed with it.
  const limits = { fileSize: Infinity, files: 1, fields: MOST_FIELDS, fieldSize: LARGEST_PFX * 2 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      received.form[part.fieldname] = nfc(String(part.value))
      continue
    }
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length <= LARGEST_PFX) chunks.push(chunk)
    }
    const bytes = Buffer.concat(chunks)
    if (length > LARGEST_PFX) received.isTooLarge = true
    else if (bytes.length > 0) received.file = { name: nfc(part.filename).slice(0, 100), bytes }
  }
  received.file ??= keptIn(received.form)
  reply.removeHeader('connection')
  return received
}

function keptIn(form: Record<string, string>): KeptFile | undefined {
  const bytes = Buffer.from(form[NAMES.kept] ?? '', 'base64')
  return bytes.length > 0 ? { name: form[NAMES.keptName] ?? '', bytes } : undefined
}
