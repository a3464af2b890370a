import type { Actor, Citizen } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { citizenOnly } from '../application/open-application.ts'
import type { Draft } from '../drafts/draft.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { draftById, lockDraft } from '../drafts/store.ts'
import type { DraftCoApplicant } from './co-applicant.ts'
import { coApplicantById, draftCoApplicants } from './store.ts'

/** The filer's own draft with those named in it, to change who they are: nobody else changes it meanwhile. */
export async function ownDraftTogether(
  db: Db,
  actor: Actor,
  resumeCode: string,
): Promise<{ citizen: Citizen; draft: Draft; people: DraftCoApplicant[] }> {
  const citizen = citizenOnly(actor)
  const draft = await openDraft(db, actor, resumeCode)
  if (draft.ownerAccountId !== citizen.accountId) throw new Refusal('dossiers.draft-not-found')
  await lockDraft(db, draft.id)
  return { citizen, draft, people: await draftCoApplicants(db, draft.id) }
}

/** What the reader was asked to agree to, once they opened its link. For everybody else it is not there. */
export async function ownInvitation(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ citizen: Citizen; draft: Draft; person: DraftCoApplicant }> {
  const citizen = citizenOnly(actor)
  const person = await coApplicantById(db, id)
  const draft = person && (await draftById(db, person.draftId))
  const isTheirs = person?.citizenId === citizen.citizenId && person.personalId === citizen.personalId
  if (!person || !draft || !isTheirs) throw new Refusal('dossiers.co-request-not-found')
  return { citizen, draft, person }
}

/** The same to answer it: nobody changes the draft, nor answers, meanwhile. */
export async function ownInvitationAlone(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ citizen: Citizen; draft: Draft; person: DraftCoApplicant }> {
  const { draft } = await ownInvitation(db, actor, id)
  await lockDraft(db, draft.id)
  return ownInvitation(db, actor, id)
}
