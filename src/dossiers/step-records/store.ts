import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { StepRecord } from './step-record.ts'

/** The next number among the records of a dossier. */
export async function insertRecord(db: Db, dossierId: string, record: Omit<StepRecord, 'no'>): Promise<StepRecord> {
  await execute(db, sql`select 1 from dossiers.dossier where id = ${dossierId} for update`)
  const { kind, stepName, fileId, byAccountId, byName, at } = record
  const { no } = await oneRow(
    db,
    sql<{ no: number }>`
      insert into dossiers.step_record (dossier_id, no, kind, step_name, file_id, by_account_id, by_name, at)
      select ${dossierId}, coalesce(max(no), 0) + 1, ${kind}, ${stepName}, ${fileId}, ${byAccountId}, ${byName}, ${at}
      from dossiers.step_record where dossier_id = ${dossierId} returning no`,
  )
  return { ...record, no }
}

/** Oldest first. */
export function recordsOf(db: Db, dossierId: string): Promise<StepRecord[]> {
  return rows(
    db,
    sql<StepRecord>`select no, kind, step_name, file_id, by_account_id, by_name, at from dossiers.step_record
                    where dossier_id = ${dossierId} order by no`,
  )
}
