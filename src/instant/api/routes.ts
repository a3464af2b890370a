import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { askForPerson } from '../ask-for-person.ts'
import { draftDeclaration, publishDeclaration } from '../edit-declaration.ts'
import { getInstant, listInstant } from '../get-instant.ts'
import { recordIssueAuthority, revokeIssueAuthority } from '../record-authority.ts'
import { switchInstant } from '../switch-instant.ts'

const tags = ['instant']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const
const PROCEDURE = '/instant/:procedureCode'

/** Deciding by machine over the API, under the same rules as the pages. */
export async function instantApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listInstant, {
    ...GET,
    operationId: 'listInstantProcedures',
    path: '/instant',
    summary: 'Procedures declared to be decided by machine',
  })
  apiQuery(web, getInstant, {
    ...GET,
    operationId: 'getInstantProcedure',
    path: PROCEDURE,
    summary: 'Declaration, draft, switch and authorities of a procedure',
  })
  apiAction(web, draftDeclaration, {
    ...POST,
    operationId: 'saveInstantDraft',
    path: `${PROCEDURE}/draft`,
    summary: 'Save the draft of a declaration',
  })
  apiAction(web, publishDeclaration, {
    ...POST,
    operationId: 'publishInstantDeclaration',
    path: `${PROCEDURE}/publish`,
    summary: 'Put the draft into force, refused with every fault',
  })
  apiAction(web, switchInstant, {
    ...POST,
    operationId: 'switchInstant',
    path: `${PROCEDURE}/switch`,
    summary: 'Turn deciding by machine off or on again',
  })
  apiAction(web, recordIssueAuthority, {
    ...POST,
    operationId: 'recordIssueAuthority',
    path: `${PROCEDURE}/authorities`,
    summary: 'Write down the instrument by which an agency lets results be issued',
  })
  apiAction(web, revokeIssueAuthority, {
    ...POST,
    operationId: 'revokeIssueAuthority',
    path: '/instant-authorities/:authorityId/revoke',
    summary: 'Take such an instrument back',
  })
  apiAction(web, askForPerson, {
    ...POST,
    operationId: 'askForPerson',
    path: '/dossiers/:dossierCode/ask-for-person',
    summary: 'Have an officer look at what a machine decided',
  })
}
