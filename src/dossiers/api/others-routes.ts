import { Refusal } from '../../platform/refusal.ts'
import { apiAction, apiErrand, apiQuery, type Web } from '../../platform/web/web.ts'
import { endActing } from '../acting/end-acting.ts'
import { judgeGround } from '../acting/judge-ground.ts'
import { giveApplicantNumber } from '../applicant-number/give-applicant-number.ts'
import { confirmApplication } from '../application/confirm-application.ts'
import { prepareApplication } from '../application/prepare-application.ts'
import { signApplication } from '../application/sign-application.ts'
import { askToHelp, type Asked } from '../helping/ask-to-help.ts'
import { confirmHelp, confirmHelpByPaper } from '../helping/confirm-help.ts'
import { endHelp } from '../helping/end-help.ts'
import { getHelp, listOwnHelps, whoHelpedMe } from '../helping/get-help.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const HELPS = '/helps'

/** Acting for others, and helping them: the right is a field of the dossier; these change it. */
export function othersApiRoutes(web: Web): void {
  apiAction(web, prepareApplication, {
    ...POST,
    operationId: 'prepareApplication',
    path: '/applications',
    summary: 'Lay the own application out, ready to be signed by everybody who stands for it',
  })
  apiAction(web, confirmApplication, {
    ...POST,
    operationId: 'confirmApplication',
    path: '/applications/confirmations',
    summary: 'Stand by the own application after signing in again; no electronic signature',
  })
  apiErrand(web, signApplication, {
    ...POST,
    operationId: 'signApplication',
    path: '/applications/signatures',
    status: 202,
    summary: 'Sign the own application; confirmed on the telephone',
  })
  apiAction(web, judgeGround, {
    ...POST,
    operationId: 'judgeGround',
    path: '/dossiers/:dossierCode/acting/judgements',
    summary: 'Accept or doubt the paper by which somebody acts',
  })
  apiAction(web, giveApplicantNumber, {
    ...POST,
    operationId: 'giveApplicantNumber',
    path: '/dossiers/:dossierCode/applicant-number',
    summary: 'The number of an applicant who had none when somebody filed for them',
  })
  apiAction(web, endActing, {
    ...POST,
    operationId: 'endActing',
    path: '/dossiers/:dossierCode/acting/end',
    summary: 'Take back the right to act, or give it up',
  })
  apiAction(web, askToHelp, {
    ...POST,
    operationId: 'askToHelp',
    path: HELPS,
    status: 201,
    summary: 'Ask a person, by a code to their telephone, to be helped with a form',
    answer: askedOrRefused,
  })
  apiQuery(web, listOwnHelps, { ...GET, operationId: 'listOwnHelps', path: HELPS, summary: 'Own helps' })
  apiQuery(web, getHelp, { ...GET, operationId: 'getHelp', path: `${HELPS}/:helpId`, summary: 'One own help' })
  apiAction(web, confirmHelp, {
    ...POST,
    operationId: 'confirmHelp',
    path: `${HELPS}/:helpId/code`,
    perMinute: 20,
    summary: 'The code the person read aloud; a wrong one says how many tries are left',
  })
  apiAction(web, confirmHelpByPaper, {
    ...POST,
    operationId: 'confirmHelpByPaper',
    path: `${HELPS}/:helpId/paper`,
    summary: 'The person showed their identity card at the desk',
  })
  apiAction(web, endHelp, {
    ...POST,
    operationId: 'endHelp',
    path: `${HELPS}/:helpId/end`,
    summary: 'End a help, by either side',
  })
  apiQuery(web, whoHelpedMe, {
    ...GET,
    operationId: 'whoHelpedMe',
    path: '/me/helps',
    summary: 'Who helped the reader, when, with which steps',
  })
}

/** A telephone number that is not taken was counted, so it is no refusal of the action; to a program it is one. */
function askedOrRefused(result: unknown): unknown {
  const asked = result as Asked
  if ('refused' in asked) throw new Refusal(asked.refused.code, asked.refused.facts)
  return asked
}
