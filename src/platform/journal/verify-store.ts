import { oneRow, rows, sql, type Db } from '../db.ts'
import type { StoredLine } from './line.ts'
import type { Seal, SealedLine } from './seal-lines.ts'

export type CheckedLine = StoredLine & {
  headSeq: number | null
  headHash: string | null
  /** The hash the line was sealed with; null when no seal covers it yet. */
  sealedHash: string | null
}

export type Place = { subject: string; seq: number }

/** The next lines by subject and number, each with the head of its subject and its leaf. */
export async function linesAfter(db: Db, after: Place, limit: number): Promise<CheckedLine[]> {
  return rows(
    db,
    sql<CheckedLine>`
      with page as (
        select * from platform.journal_line where (subject, seq) > (${after.subject}, ${after.seq})
        order by subject, seq limit ${limit}
      )
      select page.*, head.seq as head_seq, head.hash as head_hash, leaf.line_hash as sealed_hash
      from page
      left join platform.journal_head head on head.subject = page.subject
      left join platform.journal_seal_leaf leaf on leaf.subject = page.subject and leaf.seq = page.seq
      order by page.subject, page.seq`,
  )
}

/** Subjects whose head counts lines of which not one is left. */
export async function headsWithoutLines(db: Db, limit: number): Promise<Place[]> {
  return rows(
    db,
    sql<Place>`
      select head.subject, head.seq from platform.journal_head head
      where head.seq > 0 and not exists (select 1 from platform.journal_line l where l.subject = head.subject)
      order by head.subject limit ${limit}`,
  )
}

export async function leavesWithoutLines(db: Db, limit: number): Promise<(Place & { sealNo: number })[]> {
  return rows(
    db,
    sql<Place & { sealNo: number }>`
      select leaf.subject, leaf.seq, leaf.seal_no from platform.journal_seal_leaf leaf
      where not exists (select 1 from platform.journal_line l where l.subject = leaf.subject and l.seq = leaf.seq)
      order by leaf.subject, leaf.seq limit ${limit}`,
  )
}

export type StampedSeal = Seal & { stampedAt: Date | null; token: Buffer | null }

export async function sealsAfter(db: Db, sealNo: number, limit: number): Promise<StampedSeal[]> {
  return rows(
    db,
    sql<StampedSeal>`
      select s.seal_no, s.sealed_at, s.line_count, s.root, s.previous_hash, s.hash, t.stamped_at, t.token
      from platform.journal_seal s left join platform.journal_timestamp t on t.seal_no = s.seal_no
      where s.seal_no > ${sealNo} order by s.seal_no limit ${limit}`,
  )
}

export async function leavesOf(db: Db, sealNo: number): Promise<(SealedLine & { leafNo: number })[]> {
  return rows(
    db,
    sql<SealedLine & { leafNo: number }>`
      select subject, seq, line_hash as hash, leaf_no from platform.journal_seal_leaf
      where seal_no = ${sealNo} order by leaf_no`,
  )
}

/** Numbers that leaves or time-stamps bear though there is no such seal. */
export async function sealsMissing(db: Db): Promise<number[]> {
  const found = await rows(
    db,
    sql<{ sealNo: number }>`
      select distinct seal_no from (
        select seal_no from platform.journal_seal_leaf union select seal_no from platform.journal_timestamp
      ) used
      where not exists (select 1 from platform.journal_seal s where s.seal_no = used.seal_no)
      order by seal_no limit 1000`,
  )
  return found.map(({ sealNo }) => sealNo)
}

export async function leafOf(db: Db, { subject, seq }: Place): Promise<{ sealNo: number; leafNo: number } | undefined> {
  const [leaf] = await rows(
    db,
    sql<{ sealNo: number; leafNo: number }>`
      select seal_no, leaf_no from platform.journal_seal_leaf where subject = ${subject} and seq = ${seq}`,
  )
  return leaf
}

export async function journalSize(db: Db): Promise<{ subjects: number }> {
  const { count } = await oneRow(db, sql<{ count: bigint }>`select count(*) from platform.journal_head`)
  return { subjects: Number(count) }
}
