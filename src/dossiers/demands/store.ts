import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'

/** không làm bước song song: why a step the process demands beside another is left out. */
export type StepWaiver = {
  stepCode: string
  reason: string
  legalBasis: string
  byAccountId: string
  byName: string
  at: Date
}

/** The step beside is held or waived: the dossier waits for it no longer. Gives every step that is so now. */
export async function settleStep(db: Db, dossierId: string, stepCode: string): Promise<string[]> {
  const { settledSteps } = await oneRow(
    db,
    sql<{ settledSteps: string[] }>`
      update dossiers.dossier set settled_steps = array(select unnest(settled_steps) union select ${stepCode}::text)
      where id = ${dossierId} returning settled_steps`,
  )
  return settledSteps
}

export async function insertWaiver(db: Db, dossierId: string, waiver: StepWaiver): Promise<void> {
  const { stepCode, reason, legalBasis, byAccountId, byName, at } = waiver
  await execute(
    db,
    sql`insert into dossiers.step_waiver (dossier_id, step_code, reason, legal_basis, by_account_id, by_name, at)
        values (${dossierId}, ${stepCode}, ${reason}, ${legalBasis}, ${byAccountId}, ${byName}, ${at})`,
  )
}

export function waiversOf(db: Db, dossierId: string): Promise<StepWaiver[]> {
  return rows(
    db,
    sql<StepWaiver>`
      select step_code, reason, legal_basis, by_account_id, by_name, at
      from dossiers.step_waiver where dossier_id = ${dossierId} order by at, step_code`,
  )
}
