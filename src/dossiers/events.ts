import type { LegalDate } from '../platform/dates.ts'
import { defineEvent } from '../platform/events.ts'
import type { AppraisalOutcome } from './dossier.ts'

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
