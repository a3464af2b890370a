import { apiAction, apiErrand, apiQuery, type Web } from '../../platform/web/web.ts'
import { listRound } from '../round/list-round.ts'
import { openPaper } from '../round/open-paper.ts'
import { sealRound, signRound } from '../round/sign-round.ts'

const tags = ['results']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const

/** Many papers with one authorisation. */
export async function roundApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listRound, {
    ...GET,
    operationId: 'listRound',
    path: '/results/round',
    summary: 'What waits for the own key, with what the machine finds about each paper',
  })
  apiAction(web, openPaper, {
    ...POST,
    operationId: 'openPaper',
    path: '/dossiers/:dossierCode/result/open',
    summary: 'Note that a paper was opened before it is signed',
  })
  apiErrand(web, signRound, {
    ...POST,
    operationId: 'signRound',
    path: '/results/sign',
    summary: 'Sign many results with one authorisation, each with its own outcome',
  })
  apiErrand(web, sealRound, {
    ...POST,
    operationId: 'sealRound',
    path: '/results/seal',
    summary: 'Number and seal many results with one authorisation, each with its own outcome',
  })
}
