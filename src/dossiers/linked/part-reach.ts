import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bodiesAnsweredFor } from '../consultation/consulted-reach.ts'
import { postsOf } from '../reach.ts'
import { placeOfPart, type PartPlace } from './store.ts'

/** The one-stop desks an officer sits at. */
export async function desksOf(db: Db, actor: Actor): Promise<string[]> {
  const posts = (await postsOf(db, actor)).filter(({ role }) => role === 'intake-officer')
  return [...new Set(posts.flatMap(({ unitIds }) => unitIds))]
}

/** Where a part belongs, if the actor works for its body. This opens the part, never the dossier it is of. */
export async function partWithinReach(db: Db, actor: Actor, partId: string): Promise<PartPlace> {
  const place = await placeOfPart(db, partId)
  if (!place || !(await bodiesAnsweredFor(db, actor)).includes(place.unitId)) throw new Refusal('platform.not-found')
  return place
}

/** As `partWithinReach`; both one-stop desks may look as well: the body's, and the one that received the dossier. */
export async function partWithinSight(db: Db, actor: Actor, partId: string): Promise<PartPlace> {
  const place = await placeOfPart(db, partId)
  if (!place) throw new Refusal('platform.not-found')
  const desks = await desksOf(db, actor)
  if ([place.deskUnitId, place.receivedByUnitId].some((id) => id !== null && desks.includes(id))) return place
  return partWithinReach(db, actor, partId)
}
