import { apiAction, apiErrand, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { closeConsultation } from '../consultation/close-consultation.ts'
import { getConsultation, getOpinionFile } from '../consultation/get-consultation.ts'
import { getAskedFile, getOpinionAsked } from '../consultation/get-opinion-asked.ts'
import { giveOpinion } from '../consultation/give-opinion.ts'
import { listOpinionsAsked } from '../consultation/list-opinions-asked.ts'
import { signOpinion } from '../consultation/sign-opinion.ts'
import { releaseBody } from '../consultation/release-body.ts'
import { remindOpinion } from '../consultation/remind-opinion.ts'
import { requestDemandedOpinions } from '../consultation/request-demanded.ts'
import { requestOpinions } from '../consultation/request-opinions.ts'
import { waiveStep } from '../demands/waive-step.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const security = [{ token: [] }]

/** Consultation of other bodies: the lead's side on the dossier, the consulted body's side on its own question. */
export function consultationApiRoutes(web: Web): void {
  apiAction(web, requestOpinions, {
    ...POST,
    operationId: 'requestOpinions',
    path: '/dossiers/:dossierCode/consultations',
    status: 201,
    summary: 'Ask several bodies for their opinion at once',
  })
  apiQuery(web, getConsultation, {
    ...GET,
    operationId: 'getConsultation',
    path: '/dossiers/:dossierCode/consultations',
    summary: 'Consultations of a dossier with all answers',
  })
  apiAction(web, remindOpinion, {
    ...POST,
    operationId: 'remindOpinion',
    path: '/dossiers/:dossierCode/consultations/:no/reminders',
    summary: 'Remind a body that has not answered',
  })
  apiAction(web, requestDemandedOpinions, {
    ...POST,
    operationId: 'requestDemandedOpinions',
    path: '/dossiers/:dossierCode/steps/:stepCode/consultation',
    status: 201,
    summary: 'Begin the consultation a step of the process demands',
  })
  apiAction(web, waiveStep, {
    ...POST,
    operationId: 'waiveStep',
    path: '/dossiers/:dossierCode/steps/:stepCode/waiver',
    summary: 'Leave out, on a legal basis, what the process demands beside a step',
  })
  apiAction(web, releaseBody, {
    ...POST,
    operationId: 'releaseBody',
    path: '/dossiers/:dossierCode/consultations/:no/bodies/:bodyId/release',
    summary: 'Wait no longer for a body that did not answer in its term',
  })
  apiAction(web, closeConsultation, {
    ...POST,
    operationId: 'closeConsultation',
    path: '/dossiers/:dossierCode/consultations/:no/close',
    summary: 'End a consultation with a conclusion',
  })
  apiQuery(web, listOpinionsAsked, {
    ...GET,
    operationId: 'listOpinionsAsked',
    path: '/opinions',
    summary: 'Questions to the own body, most urgent first',
  })
  apiQuery(web, getOpinionAsked, {
    ...GET,
    operationId: 'getOpinionAsked',
    path: '/opinions/:opinionId',
    summary: 'One question to the own body',
  })
  apiAction(web, giveOpinion, {
    ...POST,
    operationId: 'giveOpinion',
    path: '/opinions/:opinionId/answers',
    status: 201,
    summary: 'Answer for the own body, or replace its answer',
  })
  apiErrand(web, signOpinion, {
    ...POST,
    operationId: 'signOpinion',
    path: '/opinions/:opinionId/signed-answers',
    summary: 'The same, with the own signature on the sheet that says so',
  })
  web.get<{ Params: { dossierCode: string; fileId: string } }>(
    '/api/v1/dossiers/:dossierCode/opinion-files/:fileId',
    { schema: { operationId: 'downloadOpinionFile', summary: 'Content of a reply to a consultation', tags, security } },
    async (request, reply) => fileDownload(reply, web.app, await ask(request, getOpinionFile, request.params)),
  )
  web.get<{ Params: { opinionId: string; fileId: string } }>(
    '/api/v1/opinions/:opinionId/files/:fileId',
    {
      schema: { operationId: 'downloadAskedFile', summary: 'Content of a file shown with a question', tags, security },
    },
    async (request, reply) => fileDownload(reply, web.app, await ask(request, getAskedFile, request.params)),
  )
}
