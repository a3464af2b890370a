import { Refusal } from '../../platform/refusal.ts'
import {
  act,
  apiAction,
  apiQuery,
  ask,
  formBody,
  formToken,
  refusalText,
  sitePage,
  type Web,
} from '../../platform/web/web.ts'
import { toEach } from '../bulk/bulk.ts'
import { moveDossierProcess } from './move-dossier-process.ts'
import { MoveOutcomePage, ProcessMovePage, movePath } from './page.tsx'
import { MOVED_AT_ONCE, previewProcessMove } from './preview-process-move.ts'
import { processMoveTexts } from './texts.ts'

type ByProcess = { Params: { code: string }; Querystring: { sau?: string } }
const PATH = movePath(':code')

/** Moving running dossiers to the version of a process in force: page and API. */
export async function processMoveRoutes(web: Web): Promise<void> {
  web.get<ByProcess>(PATH, async (request, reply) => {
    const { sau } = request.query
    const after = sau ? { after: sau } : {}
    const preview = await ask(request, previewProcessMove, { processCode: request.params.code, ...after })
    const words = (code: string, facts: Record<string, unknown>) => refusalText(request, new Refusal(code, facts))
    return sitePage(request, reply, {
      site: 'workspace',
      title: processMoveTexts.title,
      current: '/quy-trinh',
      body: <ProcessMovePage preview={preview} token={formToken(request, reply)} words={words} {...after} />,
    })
  })

  web.post<ByProcess>(PATH, async (request, reply) => {
    const processCode = request.params.code
    const codes = [formBody(request)['ho-so'] ?? []].flat().slice(0, MOVED_AT_ONCE)
    const result = await toEach(request.server.app, codes, (dossierCode) =>
      act(request, moveDossierProcess, { dossierCode, processCode }),
    )
    return sitePage(request, reply, {
      site: 'workspace',
      title: processMoveTexts.title,
      current: '/quy-trinh',
      body: <MoveOutcomePage processCode={processCode} result={result} />,
    })
  })

  const tags = ['processes']
  apiQuery(web, previewProcessMove, {
    operationId: 'previewProcessMove',
    method: 'GET',
    path: '/processes/:processCode/running',
    summary: 'Running dossiers a new version concerns, each with what it would change; `after` for the next page',
    tags,
  })
  apiAction(web, moveDossierProcess, {
    operationId: 'moveDossierProcess',
    method: 'POST',
    path: '/dossiers/:dossierCode/process',
    summary: 'Let one running dossier go on under the version of a process in force',
    tags,
  })
}
