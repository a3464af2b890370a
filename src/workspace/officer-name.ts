import type { Actor } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { grantsOf } from '../identity/index.ts'
import { unitsByIds } from '../organisation/index.ts'

export type NamedOfficer = { name: string; position: string; unitName: string }

/** Name, position and unit of whoever looks, as the side rail shows them. */
export async function nameOfficer(db: Db, actor: Actor, now: Date): Promise<NamedOfficer> {
  if (actor.kind !== 'officer')
    return { name: actor.kind === 'citizen' ? actor.fullName : '', position: '', unitName: '' }
  const [grants, units] = await Promise.all([
    grantsOf(db, actor.accountId, vietnamDate(now)),
    unitsByIds(db, [...new Set(actor.grants.map(({ unitId }) => unitId))]),
  ])
  const first = actor.grants[0]
  const unit = units.find(({ id }) => id === first?.unitId)
  const position = grants.find(({ role, unitId }) => role === first?.role && unitId === first?.unitId)?.position
  return { name: actor.fullName, position: position ?? '', unitName: unit?.name ?? '' }
}
