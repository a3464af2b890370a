import type { App } from '../platform/app.ts'
import type { WebReply } from '../platform/web/web.ts'
import { isMediaType, MEDIA_TYPES, type StoredFile } from './file.ts'
import { refuseNoContent } from './file-bytes.ts'
import { makePage } from './pictures/make-page.ts'

type Options = { /** Shown in the browser instead of saved; PDF and pictures only. */ inline?: boolean }

/**
 * Sends a file. Whether this person may have it is for the caller to decide first. The browser is told to take the type
 * as stated and to run nothing. Refuses with `documents.infected`, `documents.let-go`.
 */
export async function fileDownload(
  reply: WebReply,
  app: App,
  file: StoredFile,
  { inline = false }: Options = {},
): Promise<WebReply> {
  refuseNoContent(file)
  if (!(await app.files.has(file.sha256))) throw new Error(`content of file ${file.id} is missing`)
  const sent = inline && file.mediaType === 'image/heic' ? await asPage(app, file) : file
  const isInline = inline && isMediaType(sent.mediaType) && MEDIA_TYPES[sent.mediaType].inline
  return reply
    .type(sent.mediaType)
    .header('content-length', sent.size)
    .header('content-disposition', contentDisposition(sent.name, isInline))
    .header('content-digest', `sha-256=:${Buffer.from(sent.sha256, 'hex').toString('base64')}:`)
    .header('content-security-policy', contentPolicy(sent.mediaType, isInline))
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(app.files.read(sent.sha256))
}

/** What browsers cannot show is shown as the page made of it; saved, it is the file that came. */
async function asPage(app: App, file: StoredFile) {
  const { sha256, size } = await makePage(app, file, 'original')
  return { sha256, size, name: `${file.name}.jpg`, mediaType: 'image/jpeg' }
}

/** Both spellings of RFC 6266: plain letters for old programs, the whole name for the others. */
export function contentDisposition(name: string, isInline: boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9 ._()-]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`
}

/** Some browsers do not show a PDF in a sandbox; their viewers run no script of the page it stands in. */
export function contentPolicy(mediaType: string, isInline: boolean): string {
  const nothing = "default-src 'none'; frame-ancestors 'self'"
  return isInline && mediaType === 'application/pdf'
    ? `${nothing}; object-src 'self'; style-src 'unsafe-inline'`
    : `${nothing}; sandbox`
}
