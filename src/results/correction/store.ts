import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import { firstOf } from '../issued-store.ts'
import type { IssuedDocument } from '../issued.ts'
import type { Correction } from './correction.ts'

export async function insertCorrection(db: Db, dossierId: string, correction: Correction): Promise<void> {
  const { newNo, oldNo, reason, legalBasis, byAccountId, byName, at } = correction
  await execute(
    db,
    sql`insert into results.correction (dossier_id, new_no, old_no, reason, legal_basis, by_account_id, by_name, at)
        values (${dossierId}, ${newNo}, ${oldNo}, ${reason}, ${legalBasis}, ${byAccountId}, ${byName}, ${at})`,
  )
}

/** Every correction of a dossier's results, the first first. */
export function correctionsOf(db: Db, dossierId: string): Promise<Correction[]> {
  return rows(
    db,
    sql<Correction>`select old_no, new_no, reason, legal_basis, by_account_id, by_name, at from results.correction
                    where dossier_id = ${dossierId} order by new_no`,
  )
}

export async function markIssuedReplaced(db: Db, dossierId: string, resultNo: number): Promise<void> {
  await execute(
    db,
    sql`update results.issued set state = 'replaced' where dossier_id = ${dossierId} and result_no = ${resultNo}`,
  )
}

/** What the register tells about the document that took this one's place. */
export function replacementOf(
  db: Db,
  sha256: string,
): Promise<Pick<IssuedDocument, 'numberText' | 'issuedOn' | 'verificationCode'> | undefined> {
  return maybeRow(
    db,
    sql<Pick<IssuedDocument, 'numberText' | 'issuedOn' | 'verificationCode'>>`
      select n.number_text, n.issued_on, n.verification_code
      from results.issued i
        join results.correction c on c.dossier_id = i.dossier_id and c.old_no = i.result_no
        join results.issued n on n.dossier_id = i.dossier_id and n.result_no = c.new_no
      where i.sha256 = ${firstOf(sha256)}`,
  )
}
