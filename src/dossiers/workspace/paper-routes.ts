import { ask, type Web } from '../../platform/web/web.ts'
import { sendPdf } from '../../documents/index.ts'
import { printDeclaration } from '../declaration/print-declaration.ts'
import { getHandlingSheet } from '../papers/get-handling-sheet.ts'

/** Papers made when they are asked for. */
export function paperRoutes(web: Web): void {
  web.get<{ Params: { code: string } }>('/lam/:code/phieu-kiem-soat', async (request, reply) => {
    const { name, pdf } = await ask(request, getHandlingSheet, { dossierCode: request.params.code })
    return sendPdf(reply, name, pdf)
  })

  web.get<{ Params: { code: string } }>('/lam/:code/to-khai', async (request, reply) => {
    const { name, pdf } = await ask(request, printDeclaration, { dossierCode: request.params.code })
    return sendPdf(reply, name, pdf)
  })
}
