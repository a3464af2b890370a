import type { Actor, Citizen } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openDraft } from '../drafts/open-draft.ts'
import type { Draft } from '../drafts/draft.ts'
import type { DraftApplication } from './application.ts'
import { draftApplication } from './store.ts'

export function citizenOnly(actor: Actor): Citizen {
  if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
  return actor
}

/** The filer's own draft with what was laid out of it; nobody signs another's. */
export async function ownApplication(
  db: Db,
  actor: Actor,
  resumeCode: string,
): Promise<{ citizen: Citizen; draft: Draft; application: DraftApplication | undefined }> {
  const citizen = citizenOnly(actor)
  const draft = await openDraft(db, citizen, resumeCode)
  return { citizen, draft, application: await draftApplication(db, draft.id) }
}
