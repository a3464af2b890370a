import { API_BASE } from '../../platform/web/api.ts'
import { apiAction, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { getGuidanceFile } from '../get-guidance-file.ts'
import { giveGuidance } from '../give-guidance.ts'

type BySheet = { Params: { resumeCode: string; no: string } }

/** The counter for programs: filing itself is `fileAtCounter` of the dossiers. */
export async function deskApiRoutes(web: Web): Promise<void> {
  apiAction(web, giveGuidance, {
    operationId: 'giveGuidance',
    method: 'POST',
    path: '/desk/drafts/:resumeCode/guidance',
    summary: 'Write the guidance sheet (form 02) at the counter; the dossier is not received',
    tags: ['desk'],
    status: 201,
  })
  web.get<BySheet>(
    `${API_BASE}/desk/drafts/:resumeCode/guidance/:no`,
    {
      schema: {
        operationId: 'downloadGuidance',
        summary: 'The guidance sheet as PDF',
        tags: ['desk'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { resumeCode, no } = request.params
      const file = await ask(request, getGuidanceFile, { resumeCode, no: Number(no) })
      return fileDownload(reply, web.app, file, { inline: true })
    },
  )
}
