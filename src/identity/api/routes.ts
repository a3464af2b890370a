import { apiAction, apiErrand, apiQuery, type Web } from '../../platform/web/web.ts'
import { createDelegation } from '../delegations/create-delegation.ts'
import { listDelegations } from '../delegations/list-delegations.ts'
import { revokeDelegation } from '../delegations/revoke-delegation.ts'
import { disableAccount } from '../officers/disable-account.ts'
import { grantRole, withdrawRole } from '../officers/grant-role.ts'
import { listAppointments, listOfficers } from '../officers/list-officers.ts'
import { openAccount } from '../officers/open-account.ts'

const tags = ['people']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const

/** Officers, their roles, and who works in whose place, over the API. */
export async function identityApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listDelegations, {
    ...GET,
    operationId: 'listDelegations',
    path: '/delegations',
    summary: 'Who works or signs in whose place, by which paper',
  })
  apiAction(web, createDelegation, {
    ...POST,
    operationId: 'createDelegation',
    path: '/delegations',
    status: 201,
    summary: 'Write down a substitution or an authority to sign',
  })
  apiAction(web, revokeDelegation, {
    ...POST,
    operationId: 'revokeDelegation',
    path: '/delegations/:delegationId/revoke',
    summary: 'End it before its day, with the reason',
  })
  apiQuery(web, listOfficers, { ...GET, operationId: 'listOfficers', path: '/officers', summary: 'Officers by name' })
  apiErrand(web, openAccount, {
    ...POST,
    operationId: 'openAccount',
    path: '/officers',
    status: 201,
    summary: 'Open an account; the first password is told once',
  })
  apiAction(web, disableAccount, {
    ...POST,
    operationId: 'disableAccount',
    path: '/officers/:accountId/disable',
    summary: 'Close an account at once',
  })
  apiQuery(web, listAppointments, {
    ...GET,
    operationId: 'listAppointments',
    path: '/officers/:accountId/roles',
    summary: 'Roles somebody has or had, with the decisions',
  })
  apiAction(web, grantRole, {
    ...POST,
    operationId: 'grantRole',
    path: '/officers/:accountId/roles',
    status: 201,
    summary: 'Give a role at a unit by a decision',
  })
  apiAction(web, withdrawRole, {
    ...POST,
    operationId: 'withdrawRole',
    path: '/officers/:accountId/roles/:appointmentId/withdraw',
    summary: 'End a role with its last day',
  })
}
