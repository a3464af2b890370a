import { API_BASE, Problem } from '../../platform/web/api.ts'
import { apiAction, apiErrand, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { approveResult } from '../approve-result.ts'
import { batchApiRoutes } from './batch-routes.ts'
import { roundApiRoutes } from './round-routes.ts'
import { verificationRoutes } from './verification-routes.ts'
import { bulkApprove } from '../bulk/bulk-approve.ts'
import { bulkDeliver } from '../bulk/bulk-deliver.ts'
import { replaceResult } from '../correction/replace-result.ts'
import { deliverResult } from '../deliver-result.ts'
import { draftResult } from '../draft-result.ts'
import { getResultDraft } from '../get-draft.ts'
import { downloadResult, getResult } from '../get-result.ts'
import { signInitials } from '../initials/sign-initials.ts'
import { listWaitingResults } from '../list-waiting.ts'
import { refuseDelivery } from '../refuse-delivery.ts'
import { returnDraft } from '../return-draft.ts'
import { returnSigned } from '../return-signed.ts'
import { STAGES, type Stage } from '../result.ts'
import { sealResult } from '../seal-result.ts'
import { signApproval } from '../sign-approval.ts'
import { signResult } from '../sign-result.ts'

const tags = ['results']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const RESULT = '/dossiers/:dossierCode/result'

/** Results over the API, under the same rules as the pages. */
export async function resultsApiRoutes(web: Web): Promise<void> {
  apiQuery(web, getResult, {
    ...GET,
    operationId: 'getResult',
    path: RESULT,
    summary: 'State, files and register entry of a result',
  })
  apiQuery(web, getResultDraft, {
    ...GET,
    operationId: 'getResultDraft',
    path: `${RESULT}/draft`,
    summary: 'The draft made from the dossier',
  })
  apiAction(web, draftResult, {
    ...POST,
    operationId: 'draftResult',
    path: `${RESULT}/draft`,
    summary: 'Draft the result and hand it up',
  })
  apiAction(web, approveResult, {
    ...POST,
    operationId: 'approveResult',
    path: `${RESULT}/approve`,
    summary: 'Approve the draft for signature',
  })
  apiErrand(web, signApproval, {
    ...POST,
    operationId: 'signApproval',
    path: `${RESULT}/signed-approval`,
    summary: 'Approve the draft and sign the record that names its bytes',
  })
  apiErrand(web, signInitials, {
    ...POST,
    operationId: 'signInitials',
    path: `${RESULT}/initials`,
    summary: 'Initial the draft one has written',
  })
  apiAction(web, returnDraft, {
    ...POST,
    operationId: 'returnDraft',
    path: `${RESULT}/return`,
    summary: 'Give the draft back with a reason',
  })
  apiErrand(web, signResult, {
    ...POST,
    operationId: 'signResult',
    path: `${RESULT}/sign`,
    summary: 'Sign with the own key (PAdES B-T)',
  })
  apiErrand(web, sealResult, {
    ...POST,
    operationId: 'sealResult',
    path: `${RESULT}/seal`,
    summary: "Number, date and apply the agency's seal",
  })
  apiAction(web, deliverResult, {
    ...POST,
    operationId: 'deliverResult',
    path: `${RESULT}/deliver`,
    summary: 'Note the hand-over',
  })
  apiAction(web, refuseDelivery, {
    ...POST,
    operationId: 'refuseDelivery',
    path: `${RESULT}/refuse-delivery`,
    summary: 'Note that the citizen does not take the result',
  })
  apiAction(web, returnSigned, {
    ...POST,
    operationId: 'returnSignedResult',
    path: `${RESULT}/return-signed`,
    summary: 'Give a signed paper back to its signatory; the signature is void',
  })
  apiAction(web, replaceResult, {
    ...POST,
    operationId: 'replaceResult',
    path: `${RESULT}/replace`,
    summary: 'Put an issued result right by another that replaces it',
  })
  apiErrand(web, bulkApprove, {
    ...POST,
    operationId: 'bulkApprove',
    path: '/results/approve',
    summary: 'Approve many drafts, each with its own outcome',
  })
  apiErrand(web, bulkDeliver, {
    ...POST,
    operationId: 'bulkDeliver',
    path: '/results/deliver',
    summary: 'Note many hand-overs, each with its own outcome',
  })
  apiQuery(web, listWaitingResults, {
    ...GET,
    operationId: 'listWaitingResults',
    path: '/results/waiting',
    summary: 'What waits for the own signature, seal or hand-over',
  })
  web.get<{
    Params: { dossierCode: string }
    Querystring: { stage?: Stage; resultNo?: string }
  }>(
    `${API_BASE}${RESULT}/file`,
    {
      schema: {
        operationId: 'downloadResult',
        summary: 'The result as PDF',
        tags,
        security: [{ token: [] }],
        params: { type: 'object', properties: { dossierCode: { type: 'string' } }, required: ['dossierCode'] },
        querystring: {
          type: 'object',
          properties: {
            stage: { type: 'string', enum: [...STAGES] },
            resultNo: { type: 'integer', minimum: 1 },
          },
        },
        produces: ['application/pdf'],
        response: { '4xx': Problem },
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const { stage, resultNo } = request.query
      const input = {
        dossierCode: request.params.dossierCode,
        ...(stage === undefined ? {} : { stage }),
        ...(resultNo === undefined ? {} : { resultNo: Number(resultNo) }),
      }
      return fileDownload(reply, web.app, (await ask(request, downloadResult, input)).file)
    },
  )
  await batchApiRoutes(web)
  await roundApiRoutes(web)
  await verificationRoutes(web)
}
