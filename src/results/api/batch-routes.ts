import { apiAction, apiErrand, apiQuery, type Web } from '../../platform/web/web.ts'
import { approveBatch } from '../batch/approve-batch.ts'
import { gatherBatch } from '../batch/gather-batch.ts'
import { getBatch, listBatches } from '../batch/get-batch.ts'
import { removeBatchMember, returnBatch } from '../batch/remove-member.ts'
import { returnSignedBatch } from '../batch/return-signed-batch.ts'
import { sealBatch } from '../batch/seal-batch.ts'
import { signBatch } from '../batch/sign-batch.ts'

const tags = ['results']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const BATCH = '/result-batches/:no'

/** One decision for many applicants over the API. */
export async function batchApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listBatches, {
    ...GET,
    operationId: 'listBatches',
    path: '/result-batches',
    summary: 'Decisions for many under way',
  })
  apiAction(web, gatherBatch, {
    ...POST,
    operationId: 'gatherBatch',
    path: '/result-batches',
    summary: 'Gather dossiers and draft one decision with their list',
  })
  apiQuery(web, getBatch, {
    ...GET,
    operationId: 'getBatch',
    path: BATCH,
    summary: 'The decision, its members and what became of each',
  })
  apiAction(web, removeBatchMember, {
    ...POST,
    operationId: 'removeBatchMember',
    path: `${BATCH}/remove`,
    summary: 'Take one dossier out of the list before the signature',
  })
  apiAction(web, returnBatch, {
    ...POST,
    operationId: 'returnBatch',
    path: `${BATCH}/return`,
    summary: 'Give the whole decision back to the specialist',
  })
  apiErrand(web, approveBatch, {
    ...POST,
    operationId: 'approveBatch',
    path: `${BATCH}/approve`,
    summary: 'Approve the decision with its list',
  })
  apiErrand(web, signBatch, {
    ...POST,
    operationId: 'signBatch',
    path: `${BATCH}/sign`,
    summary: 'Sign the decision once for the whole list (PAdES B-T)',
  })
  apiAction(web, returnSignedBatch, {
    ...POST,
    operationId: 'returnSignedBatch',
    path: `${BATCH}/return-signed`,
    summary: 'Give the signed decision back to its signatory; the signature is void',
  })
  apiErrand(web, sealBatch, {
    ...POST,
    operationId: 'sealBatch',
    path: `${BATCH}/seal`,
    summary: 'Number and seal the decision, then issue every extract; called again it goes on where it stopped',
  })
}
