import { ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { downloadResult } from '../get-result.ts'
import { blanksRoutes } from './blanks/routes.tsx'
import { approveListRoutes } from './approve-list.tsx'
import { batchRoutes } from './batch/routes.tsx'
import { correctRoutes } from './correct.tsx'
import { decideRoutes } from './decide.tsx'
import { deliverListRoutes } from './deliver-list.tsx'
import { deliverRoutes } from './deliver.tsx'
import { draftRoutes } from './draft.tsx'
import { initialsRoutes } from './initials.tsx'
import { renewalPlanRoutes } from './renewal-plan.tsx'
import { signRoutes } from './sign.tsx'
import { tokenWayRoutes } from './token-way.tsx'
import { waitingKeysRoutes } from './waiting-keys.tsx'

export { resultsSections } from './section.tsx'

/** `ban`: the number of an earlier result. */
type Paper = { Params: { code: string }; Querystring: { ban?: string } }

/** What officers do with a result: draft, approve, sign, seal, hand over. */
export async function resultsWorkspaceRoutes(web: Web): Promise<void> {
  web.get<Paper>('/lam/:code/ket-qua.pdf', async (request, reply) => {
    const { ban } = request.query
    const resultNo = ban === undefined ? {} : { resultNo: Number(ban) }
    const { file } = await ask(request, downloadResult, { dossierCode: request.params.code, ...resultNo })
    return fileDownload(reply, web.app, file, { inline: true })
  })
  await draftRoutes(web)
  await initialsRoutes(web)
  await decideRoutes(web)
  await correctRoutes(web)
  await signRoutes(web)
  await tokenWayRoutes(web)
  await approveListRoutes(web)
  await deliverListRoutes(web)
  await deliverRoutes(web)
  await batchRoutes(web)
  await blanksRoutes(web)
  await renewalPlanRoutes(web)
  await waitingKeysRoutes(web)
}
