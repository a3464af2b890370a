import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'

/** A document due for its next archive time stamp, with the newest file of it. */
export type DueRenewal = {
  issuedSha256: string
  /** Of the newest file. */
  sha256: string
  fileId: string
  verificationCode: string
  renewals: number
  tries: number
}

/** Writes by when an issued document is to be renewed; one that is planned already stays so. */
export async function insertPlan(db: Db, issuedSha256: string, renewBy: LegalDate | null): Promise<void> {
  await execute(
    db,
    sql`insert into results.renewal (issued_sha256, renew_by) values (${issuedSha256}, ${renewBy}) on conflict do nothing`,
  )
}

/** Issued documents nobody has planned for yet, the oldest first, after the one given. */
export function unplanned(
  db: Db,
  not: readonly string[],
  limit: number,
): Promise<{ firstSha256: string; sha256: string }[]> {
  return rows(
    db,
    sql<{ firstSha256: string; sha256: string }>`
      select first_sha256, sha256 from results.issued_now i
      where not exists (select from results.renewal r where r.issued_sha256 = i.first_sha256)
        and first_sha256 <> all(${[...not]}::text[])
      order by sealed_at, first_sha256 limit ${limit}`,
  )
}

/** Takes the oldest that is due and that nobody works on. */
export function claimRenewal(
  db: Db,
  { now, today, until, not }: { now: Date; today: LegalDate; until: Date; not: readonly string[] },
): Promise<DueRenewal | undefined> {
  return maybeRow(
    db,
    sql<DueRenewal>`
      with taken as (
        update results.renewal set claimed_until = ${until}
        where issued_sha256 = (
          select issued_sha256 from results.renewal
          where renew_by <= ${today} and (next_try_at is null or next_try_at <= ${now})
            and (claimed_until is null or claimed_until < ${now}) and issued_sha256 <> all(${[...not]}::text[])
          order by renew_by, issued_sha256 limit 1 for update skip locked)
        returning issued_sha256, tries
      )
      select t.issued_sha256, i.sha256, i.file_id, i.verification_code, coalesce(i.renewals, 0) as renewals, t.tries
      from taken t join results.issued_now i on i.first_sha256 = t.issued_sha256`,
  )
}

export async function saveTry(
  db: Db,
  {
    issuedSha256,
    tries,
    problem,
    nextTryAt,
  }: { issuedSha256: string; tries: number; problem: string; nextTryAt: Date },
): Promise<void> {
  await execute(
    db,
    sql`update results.renewal set tries = ${tries}, problem = ${problem}, next_try_at = ${nextTryAt}, claimed_until = null
        where issued_sha256 = ${issuedSha256}`,
  )
}

export type IssuedVersion = {
  sha256: string
  issuedSha256: string
  no: number
  fileId: string
  size: number
  signatures: number
  madeAt: Date
}

/** False when somebody made the version of this number already. */
export async function insertVersion(db: Db, one: IssuedVersion): Promise<boolean> {
  const changed = await execute(
    db,
    sql`insert into results.issued_version (sha256, issued_sha256, no, file_id, size, signatures, made_at)
        values (${one.sha256}, ${one.issuedSha256}, ${one.no}, ${one.fileId}, ${one.size}, ${one.signatures}, ${one.madeAt})
        on conflict (issued_sha256, no) do nothing`,
  )
  return changed === 1
}

export async function planNext(db: Db, issuedSha256: string, renewBy: LegalDate | null): Promise<void> {
  await execute(
    db,
    sql`update results.renewal set renew_by = ${renewBy}, tries = 0, problem = null, next_try_at = null, claimed_until = null
        where issued_sha256 = ${issuedSha256}`,
  )
}

export type PlanCounts = {
  /** Null: nothing of the file can be proven, so nothing can be renewed. */
  year: number | null
  count: number
}[]

export async function countByYear(db: Db): Promise<PlanCounts> {
  const found = await rows(
    db,
    sql<{ year: number | null; count: bigint }>`
      select extract(year from renew_by)::int as year, count(*) from results.renewal group by 1 order by 1 nulls last`,
  )
  return found.map(({ year, count }) => ({ year, count: Number(count) }))
}

/** How many should have been renewed before today, and how many are not planned yet. */
export async function countBehind(db: Db, today: LegalDate): Promise<{ late: number; unplanned: number }> {
  const { late, unplanned: without } = await oneRow(
    db,
    sql<{ late: bigint; unplanned: bigint }>`
      select (select count(*) from results.renewal where renew_by < ${today}) as late,
        (select count(*) from results.issued i
         where not exists (select from results.renewal r where r.issued_sha256 = i.sha256)) as unplanned`,
  )
  return { late: Number(late), unplanned: Number(without) }
}

/** The agencies whose documents should have been renewed before today. */
export function lateByUnit(db: Db, today: LegalDate): Promise<{ unitId: string; count: number; oldest: LegalDate }[]> {
  return rows(
    db,
    sql<{ unitId: string; count: number; oldest: LegalDate }>`
      select i.unit_id, count(*)::int as count, min(r.renew_by) as oldest
      from results.renewal r join results.issued i on i.sha256 = r.issued_sha256
      where r.renew_by < ${today} group by i.unit_id order by i.unit_id`,
  )
}
