import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { descendantsOf } from '../../organisation/index.ts'
import { officersAt } from '../../identity/index.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { postsOf } from '../reach.ts'
import { placeOfBody, type AskedPlace } from './store.ts'

/** Who answers for a body: its heads and specialists, those of its divisions included. */
export const ANSWERING = ['head-of-division', 'specialist'] as const

/** The bodies an officer answers for. This opens the question put to them, never the dossier it is about. */
export async function bodiesAnsweredFor(db: Db, actor: Actor): Promise<string[]> {
  const posts = (await postsOf(db, actor)).filter(({ role }) => ANSWERING.some((own) => own === role))
  return [...new Set(posts.flatMap(({ unitIds, agencyId }) => (agencyId === null ? unitIds : [...unitIds, agencyId])))]
}

/** Where the question is asked, if the actor answers for its body. Refuses with `platform.not-found` alike for "none" and "not yours". */
export async function askedWithinReach(db: Db, actor: Actor, bodyId: string): Promise<AskedPlace> {
  const place = await placeOfBody(db, bodyId)
  if (!place || !(await bodiesAnsweredFor(db, actor)).includes(place.unitId)) throw new Refusal('platform.not-found')
  return place
}

export type Answering = { accountId: string; fullName: string; role: (typeof ANSWERING)[number] }

/** The people who can answer for a body on that day. */
export async function officersAnsweringFor(db: Db, unitId: string, on: LegalDate): Promise<Answering[]> {
  const units = [unitId, ...(await descendantsOf(db, unitId)).map(({ id }) => id)]
  const found: Answering[] = []
  for (const unit of units) {
    for (const role of ANSWERING) {
      const there = await officersAt(db, unit, role, on)
      found.push(...there.map(({ accountId, fullName }) => ({ accountId, fullName, role })))
    }
  }
  return found.filter((one, index) => found.findIndex(({ accountId }) => accountId === one.accountId) === index)
}
