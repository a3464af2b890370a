import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { officersAt } from '../../identity/index.ts'
import { unitById } from '../../organisation/index.ts'
import type { KeyHolder } from './key-holder.ts'

/** Who has to do with a certificate: its holder, or the clerks who keep an agency's seal; the nearest administrators above. */
export async function peopleOf(
  db: Db,
  { accountId, unitId, namedUnitId }: KeyHolder,
  on: LegalDate,
): Promise<{ holders: string[]; administrators: string[] }> {
  const clerks = unitId === null ? [] : await officersAt(db, unitId, 'clerk', on)
  const holders = accountId !== null ? [accountId] : clerks.map((one) => one.accountId)
  return { holders, administrators: await administratorsOver(db, namedUnitId, on) }
}

/** The nearest above a unit. */
export async function administratorsOver(db: Db, unitId: string | null, on: LegalDate): Promise<string[]> {
  for (let at = unitId; at !== null; at = (await unitById(db, at))?.parentId ?? null) {
    const found = await officersAt(db, at, 'administrator', on)
    if (found.length > 0) return found.map(({ accountId }) => accountId)
  }
  return []
}
