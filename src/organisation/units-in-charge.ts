import type { Actor, Role } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { descendantsOf, unitsByIds } from './store.ts'

/** The units an officer speaks for in one of these roles: where they work, what lies below a wide grant, and the agency of their division. */
export async function unitsInCharge(db: Db, actor: Actor, roles: readonly Role[]): Promise<string[]> {
  if (actor.kind !== 'officer') return []
  const grants = actor.grants.filter(({ role }) => roles.includes(role))
  const units = await unitsByIds(
    db,
    grants.map(({ unitId }) => unitId),
  )
  const agencies = units.flatMap(({ kind, parentId }) => (kind === 'division' && parentId !== null ? [parentId] : []))
  const wide = grants.filter(({ reach }) => reach === 'subtree')
  const below = await Promise.all(wide.map(({ unitId }) => descendantsOf(db, unitId)))
  return [...new Set([...grants.map(({ unitId }) => unitId), ...agencies, ...below.flat().map(({ id }) => id)])]
}
