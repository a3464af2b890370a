import { momentOf } from '../../platform/acting.ts'
import type { Actor } from '../../platform/actor.ts'
import { holds } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountOf } from '../move-handling.ts'
import { openHelp } from '../helping/open-help.ts'
import { parseResumeCode } from './resume-code.ts'
import type { Draft } from './draft.ts'
import { draftByCode } from './store.ts'

/**
 * The draft with this code for its owner, for who helps them while the help lasts, or for a desk officer whom the owner showed the
 * code. Else `dossiers.draft-not-found`. `now` is needed outside a run alone.
 */
export async function openDraft(db: Db, actor: Actor, typed: string, now?: Date): Promise<Draft> {
  const code = parseResumeCode(typed)
  const draft = code === undefined ? undefined : await draftByCode(db, code)
  if (!draft || !(await isOpenTo(db, actor, draft, now))) throw new Refusal('dossiers.draft-not-found')
  return draft
}

async function isOpenTo(db: Db, actor: Actor, draft: Draft, now: Date | undefined): Promise<boolean> {
  const accountId = accountOf(actor)
  if (accountId === draft.ownerAccountId) return true
  // Who helped sees it as a helper, not by the code they saw then.
  if (accountId !== null && draft.helperAccountIds.includes(accountId))
    return (await openHelp(db, actor, draft, now ?? momentOf(actor))) !== undefined
  return holds(actor, 'intake-officer')
}
