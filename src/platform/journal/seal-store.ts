import { execute, maybeRow, oneRow, rows, sql, type Db } from '../db.ts'
import type { Seal, SealedLine } from './seal-lines.ts'

/** Any number that no other lock of the system uses. */
const SEALER_LOCK = 6_962_001

/** One sealer at a time, for the length of the transaction; nobody who files waits for it. */
export async function tryBecomeSealer(db: Db): Promise<boolean> {
  const { won } = await oneRow(db, sql<{ won: boolean }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as won`)
  return won
}

export async function lastSeal(db: Db): Promise<Pick<Seal, 'sealNo' | 'hash' | 'sealedAt'> | undefined> {
  return maybeRow(
    db,
    sql<Pick<Seal, 'sealNo' | 'hash' | 'sealedAt'>>`
      select seal_no, hash, sealed_at from platform.journal_seal order by seal_no desc limit 1`,
  )
}

/**
 * Lines under no seal yet, by subject and number, about `limit` of them. A line comes with all unsealed lines before
 * it of its subject, so that what is sealed of a subject is always its beginning without a gap.
 * @param since lines written earlier are not looked at; null looks at all
 */
export async function unsealedLines(db: Db, since: Date | null, limit: number): Promise<SealedLine[]> {
  const bound = since === null ? sql`` : sql`and l.at >= ${since}`
  return rows(
    db,
    sql<SealedLine>`
      with found as (
        select l.subject, l.seq from platform.journal_line l
        where not exists (select 1 from platform.journal_seal_leaf f where f.subject = l.subject and f.seq = l.seq) ${bound}
        order by l.at
        limit ${limit}
      ), upto as (select subject, max(seq) as seq from found group by subject)
      select l.subject, l.seq, l.hash
      from upto join platform.journal_line l on l.subject = upto.subject and l.seq <= upto.seq
      where not exists (select 1 from platform.journal_seal_leaf f where f.subject = l.subject and f.seq = l.seq)
      order by l.subject, l.seq`,
  )
}

export async function countUnsealed(db: Db, since: Date | null): Promise<number> {
  const bound = since === null ? sql`` : sql`and l.at >= ${since}`
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from platform.journal_line l
      where not exists (select 1 from platform.journal_seal_leaf f where f.subject = l.subject and f.seq = l.seq) ${bound}`,
  )
  return Number(count)
}

export async function saveSeal(db: Db, seal: Seal, lines: readonly SealedLine[]): Promise<void> {
  await execute(
    db,
    sql`insert into platform.journal_seal (seal_no, sealed_at, line_count, root, previous_hash, hash)
        values (${seal.sealNo}, ${seal.sealedAt}, ${seal.lineCount}, ${seal.root}, ${seal.previousHash}, ${seal.hash})`,
  )
  await execute(
    db,
    sql`insert into platform.journal_seal_leaf (subject, seq, seal_no, leaf_no, line_hash)
        select l.subject, l.seq, ${seal.sealNo}::int, l.nth::int - 1, l.hash
        from unnest(${lines.map((line) => line.subject)}::text[], ${lines.map((line) => line.seq)}::int[],
                    ${lines.map((line) => line.hash)}::text[]) with ordinality as l(subject, seq, hash, nth)`,
  )
}

/** Seals that no time-stamp authority has confirmed yet, oldest first. */
export async function unstampedSeals(db: Db, limit: number): Promise<Seal[]> {
  return rows(
    db,
    sql<Seal>`
      select seal_no, sealed_at, line_count, root, previous_hash, hash from platform.journal_seal s
      where not exists (select 1 from platform.journal_timestamp t where t.seal_no = s.seal_no)
      order by seal_no limit ${limit}`,
  )
}

export async function countUnstamped(db: Db): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from platform.journal_seal s
      where not exists (select 1 from platform.journal_timestamp t where t.seal_no = s.seal_no)`,
  )
  return Number(count)
}

export async function saveStamp(db: Db, sealNo: number, token: Uint8Array, at: Date): Promise<void> {
  await execute(
    db,
    sql`insert into platform.journal_timestamp (seal_no, stamped_at, token)
        values (${sealNo}, ${at}, ${Buffer.from(token)}) on conflict do nothing`,
  )
}
