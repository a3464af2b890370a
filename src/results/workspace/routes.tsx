import { ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { downloadResult } from '../get-result.ts'
import { decideRoutes } from './decide.tsx'
import { deliverRoutes } from './deliver.tsx'
import { draftRoutes } from './draft.tsx'
import { signRoutes } from './sign.tsx'

export { resultsSections } from './section.tsx'

/** What officers do with a result: draft, approve, sign, seal, hand over. */
export async function resultsWorkspaceRoutes(web: Web): Promise<void> {
  web.get<{ Params: { code: string } }>('/lam/:code/ket-qua.pdf', async (request, reply) => {
    const { file } = await ask(request, downloadResult, { dossierCode: request.params.code })
    return fileDownload(reply, web.app, file, { inline: true })
  })
  await draftRoutes(web)
  await decideRoutes(web)
  await signRoutes(web)
  await deliverRoutes(web)
}
