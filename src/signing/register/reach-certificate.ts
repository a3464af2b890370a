import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { descendantsOf, unitsByIds } from '../../organisation/index.ts'
import { withUnits } from './find-key.ts'
import { holderByFingerprint, holderForUpdate } from './holder-store.ts'
import type { KeyHolder, UsableHolder } from './key-holder.ts'

/**
 * The units whose certificates an administrator looks after: where they hold the role, and below it where it reaches so far;
 * null, all of them, for those of the province.
 */
export async function administeredUnits(db: Db, actor: Actor): Promise<string[] | null> {
  const grants =
    actor.kind === 'officer' ? actor.grants.filter((one) => one.role === 'administrator' && !one.inPlaceOf) : []
  const units = await unitsByIds(
    db,
    grants.map(({ unitId }) => unitId),
  )
  const found = new Set<string>()
  for (const { unitId, reach } of grants) {
    if (reach === 'subtree' && units.find(({ id }) => id === unitId)?.kind === 'province') return null
    found.add(unitId)
    if (reach === 'subtree') for (const { id } of await descendantsOf(db, unitId)) found.add(id)
  }
  return [...found]
}

/** A certificate as its administrator reaches it; out of reach is not found. */
export async function certificateWithinReach(
  db: Db,
  actor: Actor,
  fingerprint: string,
  { forUpdate = false } = {},
): Promise<UsableHolder> {
  const holder = await (forUpdate ? holderForUpdate : holderByFingerprint)(db, fingerprint)
  const units = await administeredUnits(db, actor)
  const isWithin = units === null || (holder?.namedUnitId != null && units.includes(holder.namedUnitId))
  const [one] = holder && isWithin ? await withUnits(db, [holder]) : []
  if (!one) throw new Refusal('platform.not-found')
  return one
}

/** Whose record a certificate is, as the journal names it. */
export function subjectOf({
  accountId,
  unitId,
  citizenId,
}: Pick<KeyHolder, 'accountId' | 'unitId' | 'citizenId'>): string {
  if (accountId !== null) return `account:${accountId}`
  return unitId !== null ? `unit:${unitId}` : `citizen:${citizenId ?? ''}`
}
