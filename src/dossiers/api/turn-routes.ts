import { apiAction, apiErrand, type Web } from '../../platform/web/web.ts'
import { returnStep } from '../appraisal/return-step.ts'
import { takeDossier } from '../appraisal/take-dossier.ts'
import { bulkAssign } from '../bulk/bulk-assign.ts'
import { bulkReceive } from '../bulk/bulk-receive.ts'
import { extendDeadline } from '../clock/extend-deadline.ts'
import { resumeDossier, suspendDossier } from '../clock/suspend-dossier.ts'
import { stopDossier } from '../closing/stop-dossier.ts'
import { withdrawDossier } from '../closing/withdraw-dossier.ts'
import { undoStep } from '../undo/undo-step.ts'

const tags = ['dossiers']
const POST = { method: 'POST', tags } as const
const at = (turn: string) => `/dossiers/:dossierCode/${turn}`

/** The turns a dossier takes besides the straight way. */
export function turnRoutes(web: Web): void {
  apiAction(web, takeDossier, { ...POST, operationId: 'takeDossier', path: at('take'), summary: 'Take from the pool' })
  apiAction(web, returnStep, {
    ...POST,
    operationId: 'returnStep',
    path: at('return'),
    summary: 'Give back to an earlier step',
  })
  apiAction(web, suspendDossier, {
    ...POST,
    operationId: 'suspendDossier',
    path: at('suspend'),
    summary: 'Stop the clock on a legal basis',
  })
  apiAction(web, resumeDossier, { ...POST, operationId: 'resumeDossier', path: at('resume'), summary: 'Run on' })
  apiAction(web, extendDeadline, {
    ...POST,
    operationId: 'extendDeadline',
    path: at('extend'),
    summary: 'Apologise and promise one new date',
  })
  apiAction(web, withdrawDossier, {
    ...POST,
    operationId: 'withdrawDossier',
    path: at('withdraw'),
    summary: 'Take the own dossier back',
  })
  apiAction(web, stopDossier, {
    ...POST,
    operationId: 'stopDossier',
    path: at('stop'),
    summary: 'Stop handling, with ground and legal basis',
  })
  apiErrand(web, bulkReceive, {
    ...POST,
    operationId: 'bulkReceive',
    path: '/bulk/receive',
    summary: 'Receive several, each with its own outcome',
  })
  apiErrand(web, bulkAssign, {
    ...POST,
    operationId: 'bulkAssign',
    path: '/bulk/assign',
    summary: 'Assign several, each with its own outcome',
  })
  apiAction(web, undoStep, { ...POST, operationId: 'undoStep', path: at('undo'), summary: 'Undo the last own step' })
}
