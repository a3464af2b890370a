import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { AppraisalOutcome } from './dossier.ts'

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

/** kết luận thẩm định; `no` is the version of the dossier it was written on. */
export type Appraisal = {
  no: number
  outcome: AppraisalOutcome
  note: string
  byAccountId: string
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

export type PaperKind = 'appointment-slip' | 'supplement-request' | 'refusal-notice'
/** A printed form kept as a file; `no` tells several of one kind apart. */
export type KeptPaper = { form: PaperKind; no: number; fileId: string; madeAt: Date }

/** False when this paper has been made before: a job that comes twice makes one. */
export async function insertPaper(
  db: Db,
  dossierId: string,
  { form, no, fileId, madeAt }: KeptPaper,
): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into dossiers.paper (dossier_id, form, no, file_id, made_at)
        values (${dossierId}, ${form}, ${no}, ${fileId}, ${madeAt}) on conflict do nothing`,
  )
  return inserted === 1
}

export function keptPapersOf(db: Db, dossierId: string): Promise<KeptPaper[]> {
  return rows(
    db,
    sql<KeptPaper>`select form, no, file_id, made_at from dossiers.paper where dossier_id = ${dossierId} order by made_at, form, no`,
  )
}
