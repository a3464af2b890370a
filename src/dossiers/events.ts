import type { LegalDate } from '../platform/dates.ts'
import { defineEvent } from '../platform/events.ts'
import type { AppraisalOutcome, Handling } from './dossier.ts'
import type { DossierAction } from './process.ts'

/** What every event of a dossier tells; readers load the rest by id. */
export type DossierEvent = { dossierId: string; code: string; version: number }

/** The citizen handed in; nobody has looked yet. */
export const dossierSubmitted = defineEvent<DossierEvent>('dossiers.submitted')
/** The desk took it: the term runs. */
export const dossierReceived = defineEvent<DossierEvent & { dueAt: string; dueOn: LegalDate }>('dossiers.received')
export const supplementRequested = defineEvent<DossierEvent & { requestNo: number; replyBy: LegalDate }>(
  'dossiers.supplement-requested',
)
export const dossierSupplemented = defineEvent<DossierEvent & { requestNo: number }>('dossiers.supplemented')
export const intakeRefused = defineEvent<DossierEvent>('dossiers.intake-refused')
export const dossierAssigned = defineEvent<DossierEvent & { assigneeAccountId: string }>('dossiers.assigned')
export const dossierAppraised = defineEvent<DossierEvent & { outcome: AppraisalOutcome }>('dossiers.appraised')
/** A result is ready. */
export const dossierFinished = defineEvent<DossierEvent>('dossiers.finished')
export const dossierDelivered = defineEvent<DossierEvent>('dossiers.delivered')
/** Given back to an earlier step with a reason. */
export const stepReturned = defineEvent<DossierEvent & { fromHandling: Handling }>('dossiers.step-returned')
/** Between officers only: nothing outside had seen the step. */
export const stepUndone = defineEvent<DossierEvent & { undone: DossierAction }>('dossiers.step-undone')
/** The clock stands on a legal basis. */
export const dossierSuspended = defineEvent<DossierEvent>('dossiers.suspended')
export const dossierResumed = defineEvent<DossierEvent & { dueOn: LegalDate }>('dossiers.resumed')
/** The one re-appointment, with its apology. */
export const deadlineExtended = defineEvent<DossierEvent & { dueOn: LegalDate }>('dossiers.deadline-extended')
/** The office was closed by order after the date had been promised. */
export const dueDateMoved = defineEvent<DossierEvent & { clockNo: number; dueOn: LegalDate }>('dossiers.due-date-moved')
/** How the citizen wants the result is another way now; ready: it waits at the desk already. */
export const deliveryChanged = defineEvent<DossierEvent & { isReady: boolean }>('dossiers.delivery-changed')
export const dossierWithdrawn = defineEvent<DossierEvent>('dossiers.withdrawn')
export const dossierStopped = defineEvent<DossierEvent>('dossiers.stopped')
