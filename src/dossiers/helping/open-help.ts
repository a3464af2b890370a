import type { Actor, Citizen, Role } from '../../platform/actor.ts'
import { holds } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { actorOfAccount } from '../../identity/index.ts'
import type { Draft } from '../drafts/draft.ts'
import { isOpen, type Help, type HelpStep } from './help.ts'
import { helpOfDraft, noteHelpStep } from './store.ts'

/** Who helps: members of the community digital team, and officers of the desk. */
export const HELPERS = ['helper', 'intake-officer'] as const satisfies readonly Role[]

type Opened = Pick<Draft, 'id' | 'helperAccountIds'>

/** The reader's help with this half-done form, while it lasts. */
export async function openHelp(db: Db, actor: Actor, draft: Opened, now: Date): Promise<Help | undefined> {
  if (actor.kind !== 'officer' || !draft.helperAccountIds.includes(actor.accountId)) return undefined
  if (!HELPERS.some((role) => holds(actor, role))) return undefined
  const help = await helpOfDraft(db, draft.id, actor.accountId)
  return help && isOpen(help, now) ? help : undefined
}

/** Writes down what a helper did; nothing when the owner did it. */
export async function noteStep(
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  draft: Opened,
  step: Pick<HelpStep, 'what' | 'about'>,
): Promise<void> {
  const help = await openHelp(db, actor, draft, now)
  if (help) await noteHelpStep(db, help.id, { ...step, at: now })
}

/** Whose form it is: the person signed in, or the one a helper helps. @throws Refusal `platform.forbidden` */
export async function filerOf(db: Db, actor: Actor, draft: Draft, now: Date): Promise<Citizen> {
  if (actor.kind === 'citizen') return actor
  const owner = (await openHelp(db, actor, draft, now))
    ? await actorOfAccount(db, draft.ownerAccountId, now)
    : undefined
  if (owner?.kind !== 'citizen') throw new Refusal('platform.forbidden')
  return owner
}
