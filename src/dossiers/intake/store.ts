import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'

export type IntakeRefusal = { reason: string; legalBasis: string; byAccountId: string; byName: string; at: Date }

export async function insertRefusal(
  db: Db,
  dossierId: string,
  { reason, legalBasis, byAccountId, byName, at }: IntakeRefusal,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.refusal (dossier_id, reason, legal_basis, by_account_id, by_name, at)
        values (${dossierId}, ${reason}, ${legalBasis}, ${byAccountId}, ${byName}, ${at})`,
  )
}

export function refusalOf(db: Db, dossierId: string): Promise<IntakeRefusal | undefined> {
  return maybeRow(
    db,
    sql<IntakeRefusal>`select reason, legal_basis, by_account_id, by_name, at from dossiers.refusal where dossier_id = ${dossierId}`,
  )
}
