import { maybeRow, rows, sql, type Db } from '../db.ts'
import type { StoredLine } from './line.ts'
import type { Changes } from './lines-of-action.ts'

/** The lines about one subject in the order they were written, `after` left behind. */
export function linesOf(db: Db, subject: string, after = 0, limit = 500): Promise<StoredLine[]> {
  return rows(
    db,
    sql<StoredLine>`
      select subject, seq, at, actor, what, facts, previous_hash, hash from platform.journal_line
      where subject = ${subject} and seq > ${after} order by seq limit ${limit}`,
  )
}

/** What the lines of these subjects tell was changed, in the order of each; lines that changed nothing are left out. */
export function changesOf(db: Db, subjects: readonly string[]): Promise<{ subject: string; changes: Changes }[]> {
  return rows(
    db,
    sql<{ subject: string; changes: Changes }>`
      select subject, facts -> 'changes' as changes from platform.journal_line
      where subject = any(${[...subjects]}::text[]) and facts ? 'changes' order by subject, seq`,
  )
}

/** A line that tells who looked at something. */
export type Reading = Pick<StoredLine, 'subject' | 'at' | 'actor' | 'what' | 'facts'>

/** Who looked at these subjects, newest first, the person they are about left out; `whats` are the lines that tell of a look. */
export function readsOf(
  db: Db,
  subjects: readonly string[],
  { whats, except, before, limit }: { whats: readonly string[]; except: string; before: Date | null; limit: number },
): Promise<Reading[]> {
  return rows(
    db,
    sql<Reading>`
      select subject, at, actor, what, facts from platform.journal_line
      where subject = any(${[...subjects]}::text[]) and what = any(${[...whats]}::text[]) and actor <> ${except}
        and (${before}::timestamptz is null or at < ${before}::timestamptz)
      order by at desc, subject, seq desc limit ${limit}`,
  )
}

/** The next subjects of a kind, such as `dossier:`, that the journal has a chain of. */
export async function subjectsAfter(db: Db, kind: string, after: string, limit: number): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ subject: string }>`
      select subject from platform.journal_head where subject > ${after} and starts_with(subject, ${kind})
      order by subject limit ${limit}`,
  )
  return found.map(({ subject }) => subject)
}

/** The first seal after this one that holds lines, with the subjects these are about. */
export async function subjectsOfNextSeal(
  db: Db,
  after: number,
): Promise<{ sealNo: number; subjects: string[] } | undefined> {
  return maybeRow(
    db,
    sql<{ sealNo: number; subjects: string[] }>`
      select l.seal_no, array_agg(distinct l.subject) as subjects from platform.journal_seal_leaf l
      where l.seal_no = (select min(seal_no) from platform.journal_seal where seal_no > ${after}) group by l.seal_no`,
  )
}
