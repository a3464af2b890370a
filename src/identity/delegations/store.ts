import type { Grant, Role } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { rows, sql, type Db } from '../../platform/db.ts'
import type { HeldPost } from '../../organisation/index.ts'

/** Posts of a person that have not ended on this day, those to come included. */
export function postsHeldBy(db: Db, accountId: string, on: LegalDate): Promise<HeldPost[]> {
  return rows(
    db,
    sql<HeldPost>`
      select role, unit_id, position, valid_from, valid_to from identity.role_grant
      where account_id = ${accountId} and valid_from <= coalesce(valid_to, valid_from) and (valid_to is null or valid_to >= ${on})
      order by valid_from, role`,
  )
}

/** What these people hold themselves on a day. */
export function grantsHeldBy(
  db: Db,
  accountIds: readonly string[],
  on: LegalDate,
): Promise<(Omit<Grant, 'inPlaceOf'> & { accountId: string })[]> {
  return rows(
    db,
    sql<Omit<Grant, 'inPlaceOf'> & { accountId: string }>`
      select account_id, role, unit_id, unit_code, reach from identity.role_grant
      where account_id = any(${[...accountIds]}::uuid[]) and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
      order by unit_code, role`,
  )
}

export type Colleague = { accountId: string; fullName: string; role: Role; position: string; unitId: string }

/** Officers in use with their posts at these units on a day; null: everywhere. */
export function colleaguesAt(db: Db, unitIds: readonly string[] | null, on: LegalDate): Promise<Colleague[]> {
  return rows(
    db,
    sql<Colleague>`
      select a.id as account_id, a.full_name, g.role, g.position, g.unit_id
      from identity.role_grant g join identity.account a on a.id = g.account_id
      where (${unitIds}::uuid[] is null or g.unit_id = any(${unitIds}::uuid[])) and a.status = 'active'
        and (g.valid_to is null or g.valid_to >= ${on}) and g.valid_from <= coalesce(g.valid_to, g.valid_from)
      order by a.full_name, a.id, g.role`,
  )
}
