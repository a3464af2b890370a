import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'

export type HeldRow = {
  id: string
  accountId: string
  browserHash: string
  path: string
  content: string
  heldAt: Date
}

/** Whose session this was that the clock ended; nobody's when it runs still or was ended by somebody. */
export async function endedAccountOf(db: Db, sessionHash: string, since: Date): Promise<string | undefined> {
  const found = await maybeRow(
    db,
    sql<{ accountId: string }>`
      select account_id from identity.session
      where token_hash = ${sessionHash} and ended_why in ('idle', 'expired') and ended_at > ${since} and stage = 'open'`,
  )
  return found?.accountId
}

export async function insertHeldSubmission(db: Db, row: HeldRow): Promise<void> {
  await execute(
    db,
    sql`insert into identity.held_submission (id, account_id, browser_hash, path, content, held_at)
        values (${row.id}, ${row.accountId}, ${row.browserHash}, ${row.path}, ${row.content}, ${row.heldAt})`,
  )
}

export function heldByBrowser(
  db: Db,
  { browserHash, accountId, since }: { browserHash: string; accountId: string; since: Date },
): Promise<HeldRow[]> {
  return rows(
    db,
    sql<HeldRow>`
      select id, account_id, browser_hash, path, content, held_at from identity.held_submission
      where browser_hash = ${browserHash} and account_id = ${accountId} and held_at > ${since}
      order by held_at desc, id desc limit 5`,
  )
}

export async function dropHeldBefore(db: Db, before: Date): Promise<void> {
  await execute(db, sql`delete from identity.held_submission where held_at < ${before}`)
}
