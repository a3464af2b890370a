import { apiErrand, apiQuery, type Web } from '../../platform/web/web.ts'
import { handOver } from '../hand-over/hand-over.ts'
import { listHandOvers } from '../hand-over/list-hand-overs.ts'

const tags = ['people']

/** Dossiers of people who leave, over the API. */
export function handOverApiRoutes(web: Web): void {
  apiQuery(web, listHandOvers, {
    method: 'GET',
    tags,
    operationId: 'listHandOvers',
    path: '/hand-overs',
    summary: 'Open dossiers of specialists who left or will leave',
  })
  apiErrand(web, handOver, {
    method: 'POST',
    tags,
    operationId: 'handOver',
    path: '/hand-overs',
    summary: 'Give dossiers to others, each with its own outcome',
  })
}
