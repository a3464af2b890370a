import { defineEvent } from '../../platform/events.ts'
import type { DossierEvent } from '../events.ts'

/** A person asked, reminded, or told that what they agreed to has changed. */
type ToPerson = {
  draftId: string
  /** Tells one telling from the next. */ no: number
  resumeCode: string
  procedureName: string
  personalId: string
  email: string | null
  path: string
}

export const coApplicantAsked = defineEvent<ToPerson>('dossiers.co-applicant-asked')
export const coAgreementVoided = defineEvent<ToPerson>('dossiers.co-agreement-voided')
/** Told to whoever fills in. */
export const coApplicantAnswered = defineEvent<{
  draftId: string
  no: number
  resumeCode: string
  procedureName: string
  ownerAccountId: string
  agreed: boolean
}>('dossiers.co-applicant-answered')
/** One of several wants to take the dossier back; the others are asked. */
export const withdrawalAsked = defineEvent<DossierEvent & { no: number }>('dossiers.withdrawal-asked')
