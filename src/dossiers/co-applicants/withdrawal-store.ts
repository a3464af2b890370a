import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { WithdrawalWish } from './withdrawal.ts'

export function wishesOf(db: Db, dossierId: string): Promise<WithdrawalWish[]> {
  return rows(
    db,
    sql<WithdrawalWish>`
      select no, citizen_id, by_name, reason, at, taken_back_at from dossiers.withdrawal_wish where dossier_id = ${dossierId} order by no`,
  )
}

/** Two at once come one after the other: the number is taken. */
export async function insertWish(
  db: Db,
  dossierId: string,
  { no, citizenId, byName, reason, at }: WithdrawalWish,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.withdrawal_wish (dossier_id, no, citizen_id, by_name, reason, at)
        values (${dossierId}, ${no}, ${citizenId}, ${byName}, ${reason}, ${at})`,
  )
}

export async function saveWishTakenBack(db: Db, dossierId: string, at: Date): Promise<void> {
  await execute(
    db,
    sql`update dossiers.withdrawal_wish set taken_back_at = ${at} where dossier_id = ${dossierId} and taken_back_at is null`,
  )
}
