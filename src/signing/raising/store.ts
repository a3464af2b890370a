import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Raising } from './raising.ts'

const RAISING = sql.raw('request_id, sha256, level, wanted, missing, by_system, signed_at, tries, next_try_at')

/** The request goes from signing to waiting for its level. False when it has ended meanwhile. */
export async function insertRaising(db: Db, one: Raising): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update signing.request set state = 'raising' where id = ${one.requestId} and state in ('requested', 'waiting')`,
  )
  if (changed === 0) return false
  await execute(
    db,
    sql`insert into signing.raising (request_id, sha256, level, wanted, missing, by_system, signed_at, next_try_at)
        values (${one.requestId}, ${one.sha256}, ${one.level}, ${one.wanted}, ${one.missing},
          ${one.bySystem === null ? null : JSON.stringify(one.bySystem)}::jsonb, ${one.signedAt}, ${one.nextTryAt})`,
  )
  return true
}

/** Takes the oldest that is due and that nobody works on, after the one given. */
export function claimRaising(
  db: Db,
  { now, until, not }: { now: Date; until: Date; not: readonly string[] },
): Promise<Raising | undefined> {
  return maybeRow(
    db,
    sql<Raising>`
      update signing.raising set claimed_until = ${until}
      where request_id = (
        select request_id from signing.raising
        where next_try_at <= ${now} and (claimed_until is null or claimed_until < ${now})
          and request_id <> all(${[...not]}::uuid[])
        order by signed_at, request_id limit 1 for update skip locked)
      returning ${RAISING}`,
  )
}

/** How far it has come, and when it is tried again. */
export async function saveTry(
  db: Db,
  one: Pick<Raising, 'requestId' | 'sha256' | 'level' | 'missing' | 'tries' | 'nextTryAt'>,
): Promise<void> {
  await execute(
    db,
    sql`update signing.raising set sha256 = ${one.sha256}, level = ${one.level}, missing = ${one.missing}, tries = ${one.tries},
          next_try_at = ${one.nextTryAt}, claimed_until = null
        where request_id = ${one.requestId}`,
  )
}

/** A service that answers again is good for all who waited for it. */
export async function wakeRaisings(db: Db, missing: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update signing.raising set next_try_at = ${now} where missing = ${missing} and next_try_at > ${now}`,
  )
}

export async function deleteRaising(db: Db, requestId: string): Promise<void> {
  await execute(db, sql`delete from signing.raising where request_id = ${requestId}`)
}

export async function countRaisings(db: Db): Promise<{ count: number; oldest: Date | null }> {
  const { count, oldest } = await oneRow(
    db,
    sql<{ count: bigint; oldest: Date | null }>`select count(*), min(signed_at) as oldest from signing.raising`,
  )
  return { count: Number(count), oldest }
}

/** How many files of a person wait, other than the one named. */
export async function countRaisingsOf(db: Db, accountId: string, except: string): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from signing.raising g join signing.request r on r.id = g.request_id
      where r.by_account_id = ${accountId} and g.request_id <> ${except}`,
  )
  return Number(count)
}

/** What a page tells of a signature that waits. */
export type RaisingFacts = Pick<Raising, 'level' | 'wanted' | 'missing' | 'signedAt'> & {
  requestId: string
  purpose: string
  subject: string
  /** As its purpose wrote it into the request. */
  context: unknown
  byAccountId: string | null
  byName: string
}

const FACTS = sql.raw(
  'g.request_id, r.purpose, r.subject, r.context, r.by_account_id, r.by_name, g.level, g.wanted, g.missing, g.signed_at',
)

/** The signature that waits on what this record is about. */
export function raisingOf(db: Db, subject: string): Promise<RaisingFacts | undefined> {
  return maybeRow(
    db,
    sql<RaisingFacts>`
      select ${FACTS} from signing.raising g join signing.request r on r.id = g.request_id
      where r.subject = ${subject} order by g.signed_at limit 1`,
  )
}

/** Which of these records have a signature that waits. */
export function raisingsOf(db: Db, subjects: readonly string[]): Promise<RaisingFacts[]> {
  return rows(
    db,
    sql<RaisingFacts>`
      select ${FACTS} from signing.raising g join signing.request r on r.id = g.request_id
      where r.subject = any(${[...subjects]}::text[])`,
  )
}

/** The oldest first. */
export function raisingsInOrder(db: Db, limit: number): Promise<RaisingFacts[]> {
  return rows(
    db,
    sql<RaisingFacts>`
      select ${FACTS} from signing.raising g join signing.request r on r.id = g.request_id
      order by g.signed_at, g.request_id limit ${limit}`,
  )
}

/** Nothing is taken back while a signature on it waits for its level: the file is signed already. */
export async function whyNotWhileRaising(db: Db, subject: string): Promise<Reason | undefined> {
  const raising = await raisingOf(db, subject)
  return raising && { code: 'signing.raises-already', facts: { name: raising.byName } }
}

/** Whose signature on this very file waits for its level. */
export function raisingOnFile(db: Db, fileId: string): Promise<{ byName: string } | undefined> {
  return maybeRow(
    db,
    sql<{
      byName: string
    }>`select by_name from signing.request where file_id = ${fileId} and state = 'raising' limit 1`,
  )
}
