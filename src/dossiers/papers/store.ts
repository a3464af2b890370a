import type { Actor } from '../../platform/actor.ts'
import { execute, rows, sql, type Db } from '../../platform/db.ts'
import { FORM_KINDS, type FormKind } from './statutory-form.ts'

/** Forms kept with a dossier: all but the register, which is the desk's. */
export type PaperKind = Exclude<FormKind, 'register'>
export const PAPER_KINDS = FORM_KINDS.filter((kind) => kind !== 'register')

/** Which forms an actor may read: the handling sheet travels between offices only. */
export function formsReadBy({ kind }: Pick<Actor, 'kind'>): PaperKind[] {
  return kind === 'citizen' ? PAPER_KINDS.filter((form) => form !== 'handling-sheet') : PAPER_KINDS
}

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
