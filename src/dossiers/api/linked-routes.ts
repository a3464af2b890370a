import { apiAction, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import { acceptLinkedPart } from '../linked/accept-part.ts'
import { completeLinkedPart } from '../linked/complete-part.ts'
import { getLinkedPart, getPartFile } from '../linked/get-linked-part.ts'
import { getLinkedPartFile, getLinkedParts } from '../linked/get-linked-parts.ts'
import { listLinkedParts } from '../linked/list-linked-parts.ts'
import { releaseLinkedPart } from '../linked/release-part.ts'
import { remindLinkedPart } from '../linked/remind-part.ts'
import { resendLinkedPart } from '../linked/resend-part.ts'
import { returnLinkedPart } from '../linked/return-part.ts'
import { sendLinkedParts } from '../linked/send-parts.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const security = [{ token: [] }]
const OF_DOSSIER = '/dossiers/:dossierCode/linked-parts'
const OWN = '/linked-parts'

/** Linked procedures: the sender's side on the dossier, the linked body's side on its own part. */
export function linkedApiRoutes(web: Web): void {
  const ofDossier = (operationId: string, verb: string, summary: string) => ({
    ...POST,
    operationId,
    path: `${OF_DOSSIER}/:partId/${verb}`,
    summary,
  })
  const own = (operationId: string, verb: string, summary: string) => ({
    ...POST,
    operationId,
    path: `${OWN}/:partId/${verb}`,
    summary,
  })
  apiAction(web, sendLinkedParts, {
    ...POST,
    operationId: 'sendLinkedParts',
    path: '/dossiers/:dossierCode/steps/:stepCode/linked-parts',
    status: 201,
    summary: 'Send the parts of a linked step to all its bodies at once',
  })
  apiQuery(web, getLinkedParts, {
    ...GET,
    operationId: 'getLinkedParts',
    path: OF_DOSSIER,
    summary: 'Parts other bodies do of a dossier',
  })
  apiAction(web, remindLinkedPart, ofDossier('remindLinkedPart', 'reminders', 'Remind a body of its part'))
  apiAction(
    web,
    resendLinkedPart,
    ofDossier('resendLinkedPart', 'resend', 'Send a part that came back to the right body'),
  )
  apiAction(
    web,
    releaseLinkedPart,
    ofDossier('releaseLinkedPart', 'release', 'Wait no longer for a part that came back or is late'),
  )
  apiQuery(web, listLinkedParts, {
    ...GET,
    operationId: 'listLinkedParts',
    path: OWN,
    summary: 'Parts of the own body, and those the own one-stop desk watches',
  })
  apiQuery(web, getLinkedPart, {
    ...GET,
    operationId: 'getLinkedPart',
    path: `${OWN}/:partId`,
    summary: 'One part of the own body',
  })
  apiAction(web, acceptLinkedPart, own('acceptLinkedPart', 'acceptance', 'Accept a part for the own body'))
  apiAction(web, returnLinkedPart, own('returnLinkedPart', 'return', 'Give a part back with its ground'))
  apiAction(web, completeLinkedPart, own('completeLinkedPart', 'completion', 'Report a part done'))
  web.get<{ Params: { dossierCode: string; fileId: string } }>(
    '/api/v1/dossiers/:dossierCode/linked-part-files/:fileId',
    { schema: { operationId: 'downloadLinkedPartFile', summary: 'What a body made in its part', tags, security } },
    async (request, reply) => fileDownload(reply, web.app, await ask(request, getLinkedPartFile, request.params)),
  )
  web.get<{ Params: { partId: string; fileId: string } }>(
    '/api/v1/linked-parts/:partId/files/:fileId',
    { schema: { operationId: 'downloadPartFile', summary: 'Content of a file shown with a part', tags, security } },
    async (request, reply) => fileDownload(reply, web.app, await ask(request, getPartFile, request.params)),
  )
}
