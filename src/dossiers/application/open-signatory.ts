import { Type } from 'typebox'
import type { Actor, Citizen } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { DraftCoApplicant } from '../co-applicants/co-applicant.ts'
import { ownInvitationAlone } from '../co-applicants/open-draft-together.ts'
import type { Draft } from '../drafts/draft.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { lockDraft } from '../drafts/store.ts'
import { citizenOnly } from './open-application.ts'

export const SignatoryInput = {
  draftCode: Type.String({ maxLength: 12 }),
  /** Nobody named: its filer. */
  personId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
}

type Signatory = { citizen: Citizen; draft: Draft; person: DraftCoApplicant | null }

/** Whoever signs a paper: the filer their own draft's, a person named the one they were asked about. Whoever comes first goes first. */
export async function openSignatory(
  db: Db,
  actor: Actor,
  { draftCode, personId }: { draftCode: string; personId: string | null },
): Promise<Signatory> {
  if (personId !== null) return ownInvitationAlone(db, actor, personId)
  const citizen = citizenOnly(actor)
  const draft = await openDraft(db, citizen, draftCode)
  await lockDraft(db, draft.id)
  return { citizen, draft, person: null }
}
