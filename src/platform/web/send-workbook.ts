import type { WebReply } from './web.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sends a spreadsheet to be kept; `name` without its ending. */
export function sendWorkbook(reply: WebReply, name: string, bytes: Uint8Array): WebReply {
  return reply
    .type(WORKBOOK)
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}
