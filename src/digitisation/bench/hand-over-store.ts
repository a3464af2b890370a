import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'

/** A paper that waits for one person, and why. */
export type HandOver = {
  paperId: string
  toAccountId: string
  toName: string
  byAccountId: string
  byName: string
  note: string
  at: Date
}

export function handOverOf(db: Db, paperId: string): Promise<HandOver | undefined> {
  return maybeRow(
    db,
    sql<HandOver>`
      select paper_id, to_account_id, to_name, by_account_id, by_name, note, at from digitisation.hand_over
      where paper_id = ${paperId}`,
  )
}

/** The last hand-over counts; the earlier ones are in the journal. */
export async function saveHandOver(db: Db, one: HandOver): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.hand_over (paper_id, to_account_id, to_name, by_account_id, by_name, note, at)
        values (${one.paperId}, ${one.toAccountId}, ${one.toName}, ${one.byAccountId}, ${one.byName}, ${one.note}, ${one.at})
        on conflict (paper_id) do update set to_account_id = excluded.to_account_id, to_name = excluded.to_name,
          by_account_id = excluded.by_account_id, by_name = excluded.by_name, note = excluded.note, at = excluded.at`,
  )
}
