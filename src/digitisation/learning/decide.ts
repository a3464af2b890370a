import { officerOf } from '../../platform/acting.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Learned, Learning } from './store.ts'

/** What is learned: how its table and its journal lines are called. */
export type Subject = 'calibration' | 'kinds'
type Context = Pick<ActionContext, 'db' | 'now' | 'journal'>
type Decided = { id: string; accept: boolean; reason?: string | undefined }

/** An administrator saw the numbers and puts a proposal in force, or refuses it. What it says is journalled by `facts`. */
export async function decideOn<C, M>(
  { db, now, journal }: Context,
  actor: Actor,
  [subject, learning]: [Subject, Learning<C, M>],
  { id, accept, reason }: Decided,
  facts: (measured: M) => object,
): Promise<Learned<C, M>> {
  const { accountId, fullName: name } = officerOf(actor)
  const found = await learning.byId(db, id)
  if (!found) throw new Refusal('platform.not-found')
  if (
    found.state !== 'proposed' ||
    !(await learning.decide(db, id, { accept, accountId, name, at: now, reason: reason ?? null }))
  )
    throw new Refusal('platform.conflict')
  const what = `digitisation.${subject}-${accept ? 'accepted' : 'refused'}`
  journal({ subject, what, facts: { no: found.no, ...facts(found.measured), ...(reason ? { reason } : {}) } })
  return found
}

/** What was in force before holds again. */
export async function takeBackOf<C, M>(
  { db, journal }: Context,
  [subject, learning]: [Subject, Learning<C, M>],
  id: string,
): Promise<void> {
  const found = await learning.byId(db, id)
  if (!found) throw new Refusal('platform.not-found')
  if (!(await learning.takeBack(db, id))) throw new Refusal('platform.conflict')
  journal({ subject, what: `digitisation.${subject}-taken-back`, facts: { no: found.no } })
}
