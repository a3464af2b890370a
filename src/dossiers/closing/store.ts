import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { Closure } from './closure.ts'

export async function insertClosure(
  db: Db,
  dossierId: string,
  { kind, ground, reason, legalBasis, byAccountId, byName, at }: Closure,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.closure (dossier_id, kind, ground, reason, legal_basis, by_account_id, by_name, at)
        values (${dossierId}, ${kind}, ${ground}, ${reason}, ${legalBasis}, ${byAccountId}, ${byName}, ${at})`,
  )
}

export function closureOf(db: Db, dossierId: string): Promise<Closure | undefined> {
  return maybeRow(
    db,
    sql<Closure>`
      select kind, ground, reason, legal_basis, by_account_id, by_name, at from dossiers.closure
      where dossier_id = ${dossierId}`,
  )
}
