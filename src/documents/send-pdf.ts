import type { WebReply } from '../platform/web/web.ts'
import { contentDisposition, contentPolicy } from './file-download.ts'

/** Shows a PDF that was made for this request and is kept nowhere. */
export function sendPdf(reply: WebReply, name: string, pdf: Uint8Array): WebReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', contentDisposition(name, true))
    .header('content-security-policy', contentPolicy('application/pdf', true))
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(pdf)
}
