import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { OfficerNotice } from './notice.ts'

export type NewNotice = Omit<OfficerNotice, 'id' | 'createdAt' | 'readAt'> & { eventKey: string; dossierId: string }

/** Tells each account once; gives how many had not been told before. */
export async function insertNotices(
  db: Db,
  accountIds: readonly string[],
  { eventKey, template, dossierId, facts, href }: NewNotice,
  now: Date,
): Promise<number> {
  const told = accountIds.map((accountId) => ({ accountId, id: newId() }))
  return execute(
    db,
    sql`insert into notifications.officer_notice (account_id, id, event_key, template, dossier_id, facts, href, created_at)
        select t."accountId", t.id, ${eventKey}, ${template}, ${dossierId}::uuid, ${JSON.stringify(facts)}::jsonb, ${href},
          ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t("accountId" uuid, id uuid)
        on conflict on constraint officer_notice_once_uq do nothing`,
  )
}

/** An officer's notices, newest first, after the one with the id `after`. */
export function noticesOf(db: Db, accountId: string, after: string | null, limit: number): Promise<OfficerNotice[]> {
  return rows(
    db,
    sql<OfficerNotice>`
      select id, template, facts, href, created_at, read_at from notifications.officer_notice
      where account_id = ${accountId} and (${after}::uuid is null or id < ${after}::uuid)
      order by id desc limit ${limit}`,
  )
}

export async function countUnreadNotices(db: Db, accountId: string): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from notifications.officer_notice where account_id = ${accountId} and read_at is null`,
  )
  return Number(count)
}

export function markNoticesRead(db: Db, accountId: string, upTo: Date, now: Date): Promise<number> {
  return execute(
    db,
    sql`update notifications.officer_notice set read_at = ${now}
        where account_id = ${accountId} and read_at is null and created_at <= ${upTo}`,
  )
}
