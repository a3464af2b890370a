import { apiAction, apiErrand, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { answerInvitation, openInvitation } from '../co-applicants/answer-invitation.ts'
import { askCoApplicants, remindCoApplicant } from '../co-applicants/ask-co-applicants.ts'
import {
  getInvitation,
  getInvitationFile,
  getInvitationPaper,
  getTogether,
  myInvitations,
} from '../co-applicants/get-invitation.ts'
import { nameCoApplicant, removeCoApplicant } from '../co-applicants/name-co-applicants.ts'
import { signTogether } from '../co-applicants/sign-together.ts'
import { keepDossier } from '../co-applicants/wish-to-withdraw.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const security = [{ token: [] }]
const NAMED = '/drafts/:resumeCode/co-applicants'
const ASKED = '/co-invitations'

/** Several applicants: the filer names and asks them; each reads, signs or agrees, or declines. */
export function togetherApiRoutes(web: Web): void {
  apiQuery(web, getTogether, {
    ...GET,
    operationId: 'getCoApplicants',
    path: NAMED,
    summary: 'Who is named in a form, and what each has answered or signed',
  })
  apiAction(web, nameCoApplicant, {
    ...POST,
    operationId: 'nameCoApplicant',
    path: NAMED,
    status: 201,
    summary: 'Name somebody who stands for the dossier too',
  })
  apiAction(web, removeCoApplicant, {
    method: 'DELETE',
    tags,
    operationId: 'removeCoApplicant',
    path: `${NAMED}/:id`,
    summary: 'Take a person off again',
  })
  apiAction(web, askCoApplicants, {
    ...POST,
    operationId: 'askCoApplicants',
    path: '/co-applicants/requests',
    summary: 'Send what will be filed to everybody named, to read and agree or sign',
  })
  apiAction(web, remindCoApplicant, {
    ...POST,
    operationId: 'remindCoApplicant',
    path: `${NAMED}/:id/reminders`,
    summary: 'Send a person a new link, once a day',
  })
  apiAction(web, keepDossier, {
    ...POST,
    operationId: 'keepDossier',
    path: '/dossiers/:dossierCode/keep',
    summary: 'Keep a dossier that another applicant wants withdrawn',
  })
  apiQuery(web, myInvitations, {
    ...GET,
    operationId: 'myCoInvitations',
    path: ASKED,
    summary: 'What the reader is asked to stand for',
  })
  apiAction(web, openInvitation, {
    ...POST,
    operationId: 'openCoInvitation',
    path: `${ASKED}/:id/opening`,
    summary: 'Open the link that was sent, once',
  })
  apiQuery(web, getInvitation, {
    ...GET,
    operationId: 'getCoInvitation',
    path: `${ASKED}/:id`,
    summary: 'Exactly what will be filed, every file with its SHA-256',
  })
  apiAction(web, answerInvitation, {
    ...POST,
    operationId: 'answerCoInvitation',
    path: `${ASKED}/:id/answer`,
    summary: 'Agree to the content shown, or decline with a reason',
  })
  apiErrand(web, signTogether, {
    ...POST,
    operationId: 'signTogether',
    path: `${ASKED}/:id/signature`,
    status: 202,
    summary: 'Sign the application over the signatures there are; confirmed on the telephone',
  })
  web.get<{ Params: { id: string } }>(
    `/api/v1${ASKED}/:id/application`,
    { schema: { operationId: 'downloadCoApplication', summary: 'The application as signed so far', tags, security } },
    async (request, reply) => {
      const { file } = await ask(request, getInvitationPaper, request.params)
      return fileDownload(reply, web.app, file)
    },
  )
  web.get<{ Params: { id: string; fileId: string } }>(
    `/api/v1${ASKED}/:id/files/:fileId`,
    { schema: { operationId: 'downloadCoInvitationFile', summary: 'A file of what will be filed', tags, security } },
    async (request, reply) => {
      const { file } = await ask(request, getInvitationFile, request.params)
      return fileDownload(reply, web.app, file)
    },
  )
}
