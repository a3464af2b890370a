import { Refusal } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'

const LONGEST = 2_000_000

/** The text of a file sent with a form; empty when none was chosen. Refuses with `platform.too-large`. */
export async function readUploadedText(request: WebRequest, name: string): Promise<string> {
  return (await readUploadedForm(request, name)).text
}

/** The same, with what was typed beside it. */
export async function readUploadedForm(
  request: WebRequest,
  name: string,
): Promise<{ text: string; fields: Record<string, string> }> {
  const { bytes, fields } = await readSentFile(request, name)
  return { text: bytes.toString('utf8'), fields }
}

/** The file itself, what it was called, and what was typed beside it. */
export async function readSentFile(
  request: WebRequest,
  name: string,
): Promise<{ bytes: Buffer; fileName: string; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw new Refusal('platform.invalid-input')
  const fields: Record<string, string> = {}
  let [bytes, fileName] = [Buffer.alloc(0), '']
  for await (const part of request.parts({ limits: { fileSize: LONGEST, files: 1, fields: 10 } })) {
    if (part.type !== 'file') {
      fields[part.fieldname] = String(part.value).trim()
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    if (part.file.truncated) throw new Refusal('platform.too-large')
    if (part.fieldname === name) [bytes, fileName] = [Buffer.concat(chunks), part.filename]
  }
  return { bytes, fileName, fields }
}
