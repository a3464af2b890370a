import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { Result } from '../result.ts'

/** A paper as its reader knows it. */
export type OpenedPaper = Pick<Result, 'dossierId' | 'no' | 'version'>

/** Says whether it was opened for the first time. */
export async function insertOpened(
  db: Db,
  { dossierId, no, version }: OpenedPaper,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into results.opened (dossier_id, result_no, version, account_id, opened_at)
        values (${dossierId}, ${no}, ${version}, ${accountId}, ${now}) on conflict do nothing`,
  )
  return inserted === 1
}

/** Which papers of these dossiers this person opened. */
export function openedBy(db: Db, accountId: string, dossierIds: readonly string[]): Promise<OpenedPaper[]> {
  return rows(
    db,
    sql<OpenedPaper>`select dossier_id, result_no as no, version from results.opened
                     where account_id = ${accountId} and dossier_id = any(${[...dossierIds]}::uuid[])`,
  )
}
