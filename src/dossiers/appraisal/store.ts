import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { AppraisalOutcome } from '../dossier.ts'

/** kết luận thẩm định; `no` is the version of the dossier it was written on. */
export type Appraisal = {
  no: number
  outcome: AppraisalOutcome
  note: string
  /** Null: the system, under its authority. */
  byAccountId: string | null
  byName: string
  at: Date
}

export async function insertAppraisal(
  db: Db,
  dossierId: string,
  { no, outcome, note, byAccountId, byName, at }: Appraisal,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.appraisal (dossier_id, no, outcome, note, by_account_id, by_name, at)
        values (${dossierId}, ${no}, ${outcome}, ${note}, ${byAccountId}, ${byName}, ${at})`,
  )
}

export function appraisalsOf(db: Db, dossierId: string): Promise<Appraisal[]> {
  return rows(
    db,
    sql<Appraisal>`select no, outcome, note, by_account_id, by_name, at from dossiers.appraisal where dossier_id = ${dossierId} order by no`,
  )
}
