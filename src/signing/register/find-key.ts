import type { Db } from '../../platform/db.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { holderByFingerprint, holderOfAccount, holderOfUnit } from './holder-store.ts'
import type { KeyHolder, UsableHolder } from './key-holder.ts'

/** The certificate with which this person signs now; `signer`: held by that one. */
export async function keyOfAccount(
  db: Db,
  accountId: string,
  now: Date,
  signer?: string,
): Promise<UsableHolder | undefined> {
  return usable(db, await holderOfAccount(db, accountId, now, signer))
}

/** The certificate with which this agency seals now; `signer`: held by that one. */
export async function keyOfUnit(db: Db, unitId: string, now: Date, signer?: string): Promise<UsableHolder | undefined> {
  return usable(db, await holderOfUnit(db, unitId, now, signer))
}

/** A holder by the fingerprint of a certificate found in a file; withdrawn ones too. */
export const keyByFingerprint = holderByFingerprint

async function usable(db: Db, holder: KeyHolder | undefined): Promise<UsableHolder | undefined> {
  return holder && (await withUnits(db, [holder]))[0]
}

/** Adds what has become of the unit each certificate names. Code and name alone do not tell: codes were given again. */
export async function withUnits(db: Db, holders: readonly KeyHolder[]): Promise<UsableHolder[]> {
  const ids = [...new Set(holders.flatMap(({ namedUnitId }) => namedUnitId ?? []))]
  const units = new Map((ids.length > 0 ? await unitsByIds(db, ids) : []).map((unit) => [unit.id, unit]))
  return holders.map((holder) => {
    const unit = holder.namedUnitId === null ? undefined : units.get(holder.namedUnitId)
    const endedUnit = unit && unit.validTo !== null ? { name: unit.name, lastDay: unit.validTo } : null
    return { ...holder, endedUnit }
  })
}
