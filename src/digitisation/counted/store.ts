import { rows, sql, type Db } from '../../platform/db.ts'

/** A paper whose values people have checked: by its dossier and component, or by the archival file that was made of it. */
export type CheckedPaper = { dossierId: string | null; componentCode: string | null; fileId: string | null }

export function checkedPapers(
  db: Db,
  of: { dossierIds: readonly string[]; fileIds: readonly string[] },
): Promise<CheckedPaper[]> {
  return rows(
    db,
    sql<CheckedPaper>`
      select p.dossier_id, p.component_code, p.file_id from digitisation.paper p
      where (p.dossier_id = any(${[...of.dossierIds]}::uuid[]) or p.file_id = any(${[...of.fileIds]}::uuid[]))
        and p.state in ('checked', 'kept') and exists (
          select from digitisation.value v where v.paper_id = p.id and v.state = 'settled' and v.settled ->> 'text' is not null)`,
  )
}

/** The dossiers these papers belong to. */
export async function dossiersOfPapers(db: Db, paperIds: readonly string[]): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ dossierId: string }>`select distinct dossier_id from digitisation.paper
      where id = any(${[...paperIds]}::uuid[]) and dossier_id is not null`,
  )
  return found.map(({ dossierId }) => dossierId)
}
