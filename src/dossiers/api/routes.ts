import { apiAction, apiErrand, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { assignDossier } from '../appraisal/assign-dossier.ts'
import { changeDelivery } from '../delivery/change-delivery.ts'
import { attachDraftFile, removeDraftFile } from '../drafts/draft-files.ts'
import { getDraft, myDrafts } from '../drafts/get-draft.ts'
import { saveDraftPage } from '../drafts/save-draft-page.ts'
import { startDraft } from '../drafts/start-draft.ts'
import { fileAtCounter } from '../filing/file-at-counter.ts'
import { getDossier } from '../reading/get-dossier.ts'
import { getDossierFile } from '../reading/get-dossier-file.ts'
import { getJournal } from '../reading/get-journal.ts'
import { myDossiers } from '../reading/my-dossiers.ts'
import { listQueue } from '../queue/list-queue.ts'
import { searchDossiers } from '../queue/search-dossiers.ts'
import { listAssignees } from '../appraisal/list-assignees.ts'
import { getLadder } from '../reminders/get-ladder.ts'
import { previewUnitWeek } from '../clock/preview-week.ts'
import { listReminders } from '../reminders/list-reminders.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { recordAppraisal } from '../appraisal/record-appraisal.ts'
import { signAppraisal } from '../appraisal/sign-appraisal.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import { requestSupplement } from '../supplement/request-supplement.ts'
import { submitDossier } from '../filing/submit-dossier.ts'
import { getTaking } from '../supplement/at-desk/get-taking.ts'
import { takeSupplement } from '../supplement/at-desk/take-supplement.ts'
import { supplyDossier } from '../supplement/supply-dossier.ts'
import { whoReadMine } from '../reading/who-read.ts'
import { linkVaultPaper, offersForDraft } from '../vault/draft-vault.ts'
import { trackDossier } from '../reading/track-dossier.ts'
import { linkedApiRoutes } from './linked-routes.ts'
import { handOverApiRoutes } from './hand-over-routes.ts'
import { turnRoutes } from './turn-routes.ts'
import { consultationApiRoutes } from './consultation-routes.ts'
import { bundleApiRoutes } from './bundle-routes.ts'
import { othersApiRoutes } from './others-routes.ts'
import { paperApiRoutes } from './paper-routes.ts'
import { togetherApiRoutes } from './together-routes.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const

/** Dossiers over the API: every action of the portal and the workspace, under the same rules. */
export async function dossiersApiRoutes(web: Web): Promise<void> {
  apiAction(web, submitDossier, {
    ...POST,
    operationId: 'submitDossier',
    path: '/dossiers',
    status: 201,
    summary: 'File a dossier online',
  })
  apiAction(web, fileAtCounter, {
    ...POST,
    operationId: 'fileAtCounter',
    path: '/dossiers/counter',
    status: 201,
    summary: 'File and receive for a walk-in person',
  })
  apiAction(web, changeDelivery, {
    ...POST,
    operationId: 'changeDelivery',
    path: '/dossiers/:dossierCode/delivery',
    summary: 'Choose anew how to receive the result, until it is received',
  })
  apiQuery(web, whoReadMine, {
    ...GET,
    operationId: 'whoReadMine',
    path: '/me/readers',
    summary: 'Who looked at the reader’s own data, when and for what',
  })
  apiQuery(web, offersForDraft, {
    ...GET,
    operationId: 'offersForDraft',
    path: '/drafts/:resumeCode/vault',
    summary: 'Papers of the vault for what a half-done form asks',
  })
  apiAction(web, linkVaultPaper, {
    ...POST,
    operationId: 'linkVaultPaper',
    path: '/drafts/:resumeCode/vault',
    summary: 'Link a paper of the vault to what the form asks for',
  })
  apiQuery(web, myDossiers, {
    ...GET,
    operationId: 'myDossiers',
    path: '/dossiers/mine',
    summary: 'Own dossiers, newest first',
  })
  apiQuery(web, searchDossiers, {
    ...GET,
    operationId: 'searchDossiers',
    path: '/dossiers/search',
    summary: 'Find dossiers within reach',
  })
  apiQuery(web, listQueue, { ...GET, operationId: 'listQueue', path: '/queue', summary: 'Own work, most urgent first' })
  apiQuery(web, trackDossier, {
    ...GET,
    operationId: 'trackDossier',
    path: '/track/:dossierCode',
    summary: 'Follow a dossier by its code',
  })
  apiQuery(web, getDossier, {
    ...GET,
    operationId: 'getDossier',
    path: '/dossiers/:dossierCode',
    summary: 'One dossier within reach',
  })
  apiQuery(web, getJournal, {
    ...GET,
    operationId: 'getJournal',
    path: '/dossiers/:dossierCode/journal',
    summary: 'Chained journal of a dossier',
  })
  apiQuery(web, previewUnitWeek, {
    ...POST,
    operationId: 'previewUnitWeek',
    path: '/calendar/weeks/preview',
    summary: 'What a new working week of a body would mean for the dates it has promised',
  })
  apiQuery(web, listReminders, {
    ...GET,
    operationId: 'listReminders',
    path: '/dossiers/:dossierCode/reminders',
    summary: 'Which reminders of a dossier went to whom',
  })
  apiQuery(web, getLadder, {
    ...GET,
    operationId: 'getReminderLadder',
    path: '/reminders/ladder',
    summary: 'Who is reminded when, and whether the watcher keeps up',
  })
  apiAction(web, receiveDossier, {
    ...POST,
    operationId: 'receiveDossier',
    path: '/dossiers/:dossierCode/receive',
    summary: 'Receive: the term begins',
  })
  apiAction(web, requestSupplement, {
    ...POST,
    operationId: 'requestSupplement',
    path: '/dossiers/:dossierCode/supplement-requests',
    summary: 'Ask once for what is missing',
  })
  apiAction(web, supplyDossier, {
    ...POST,
    operationId: 'supplyDossier',
    path: '/dossiers/:dossierCode/supplements',
    summary: 'Answer a supplement request',
  })
  apiQuery(web, getTaking, {
    ...GET,
    operationId: 'getTaking',
    path: '/dossiers/:dossierCode/supplements/at-desk',
    summary: 'What was asked for, at a desk that takes it',
  })
  apiAction(web, takeSupplement, {
    ...POST,
    operationId: 'takeSupplement',
    path: '/dossiers/:dossierCode/supplements/at-desk',
    summary: 'Take the answer to a supplement request at a desk',
  })
  apiAction(web, refuseIntake, {
    ...POST,
    operationId: 'refuseIntake',
    path: '/dossiers/:dossierCode/refuse',
    summary: 'Refuse intake with reason and legal basis',
  })
  apiQuery(web, listAssignees, {
    ...GET,
    operationId: 'listAssignees',
    path: '/assignees',
    summary: 'Specialists of the own division',
  })
  apiAction(web, assignDossier, {
    ...POST,
    operationId: 'assignDossier',
    path: '/dossiers/:dossierCode/assign',
    summary: 'Assign to a specialist of the own division',
  })
  apiAction(web, recordAppraisal, {
    ...POST,
    operationId: 'recordAppraisal',
    path: '/dossiers/:dossierCode/appraisals',
    summary: 'Conclude the appraisal',
  })
  apiErrand(web, signAppraisal, {
    ...POST,
    operationId: 'signAppraisal',
    path: '/dossiers/:dossierCode/signed-appraisals',
    summary: 'Conclude the appraisal and sign the sheet that says so',
  })
  turnRoutes(web)
  handOverApiRoutes(web)
  draftRoutes(web)
  consultationApiRoutes(web)
  linkedApiRoutes(web)
  paperApiRoutes(web)
  togetherApiRoutes(web)
  othersApiRoutes(web)
  bundleApiRoutes(web)
  web.get<{ Params: { dossierCode: string; fileId: string } }>(
    '/api/v1/dossiers/:dossierCode/files/:fileId',
    {
      schema: {
        operationId: 'downloadDossierFile',
        summary: 'Content of a file of a dossier',
        tags,
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const file = await ask(request, getDossierFile, request.params)
      return fileDownload(reply, web.app, file)
    },
  )
}

function draftRoutes(web: Web): void {
  apiAction(web, startDraft, {
    ...POST,
    operationId: 'startDraft',
    path: '/drafts',
    status: 201,
    summary: 'Begin a form',
  })
  apiQuery(web, myDrafts, { ...GET, operationId: 'myDrafts', path: '/drafts', summary: 'Own forms half done' })
  apiQuery(web, getDraft, { ...GET, operationId: 'getDraft', path: '/drafts/:resumeCode', summary: 'A form half done' })
  apiAction(web, saveDraftPage, {
    ...POST,
    operationId: 'saveDraftPage',
    path: '/drafts/:resumeCode/pages',
    summary: 'Keep the answers of one page',
  })
  apiAction(web, attachDraftFile, {
    ...POST,
    operationId: 'attachDraftFile',
    path: '/drafts/:resumeCode/files',
    summary: 'Attach an uploaded file to a paper',
  })
  apiAction(web, removeDraftFile, {
    ...POST,
    operationId: 'removeDraftFile',
    path: '/drafts/:resumeCode/files/remove',
    summary: 'Take a file off a form',
  })
}
