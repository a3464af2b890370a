import { API_BASE } from '../../platform/web/api.ts'
import { ask, type Web } from '../../platform/web/web.ts'
import { sendPdf } from '../../documents/index.ts'
import { getHandlingSheet } from '../papers/get-handling-sheet.ts'

/** Papers made when they are asked for. */
export function paperApiRoutes(web: Web): void {
  web.get<{ Params: { dossierCode: string } }>(
    `${API_BASE}/dossiers/:dossierCode/handling-sheet`,
    {
      schema: {
        operationId: 'getHandlingSheet',
        summary: 'Handling sheet (form 06) of a dossier as it stands, PDF',
        tags: ['dossiers'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { name, pdf } = await ask(request, getHandlingSheet, request.params)
      return sendPdf(reply, name, pdf)
    },
  )
}
