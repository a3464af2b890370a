import type { Actor } from '../../platform/actor.ts'
import { holds } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountOf } from '../move-handling.ts'
import { parseResumeCode } from './resume-code.ts'
import type { Draft } from './draft.ts'
import { draftByCode } from './store.ts'

/** The draft with this code for its owner, or for a desk officer whom the owner showed the code. Else `dossiers.draft-not-found`. */
export async function openDraft(db: Db, actor: Actor, typed: string): Promise<Draft> {
  const code = parseResumeCode(typed)
  const draft = code === undefined ? undefined : await draftByCode(db, code)
  const isOwner = draft !== undefined && accountOf(actor) === draft.ownerAccountId
  if (!draft || !(isOwner || holds(actor, 'intake-officer'))) throw new Refusal('dossiers.draft-not-found')
  return draft
}
