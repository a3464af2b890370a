import { rows, sql, type Db } from '../db.ts'
import type { StoredLine } from './line.ts'

/** The lines about one subject in the order they were written, `after` left behind. */
export function linesOf(db: Db, subject: string, after = 0, limit = 500): Promise<StoredLine[]> {
  return rows(
    db,
    sql<StoredLine>`
      select subject, seq, at, actor, what, facts, previous_hash, hash from platform.journal_line
      where subject = ${subject} and seq > ${after} order by seq limit ${limit}`,
  )
}
