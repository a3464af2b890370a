import { rows, sql, type Db } from '../db.ts'
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
