import { rows, sql, type Db } from '../../platform/db.ts'

/** What numbers need of a dossier: nothing of the person. */
export type CountedDossier = {
  id: string
  code: string
  procedureCode: string
  competentUnitId: string
  receivedAt: Date | null
  /** A result was issued; withdrawn and stopped dossiers have none. */
  finishedAt: Date | null
  /** What was handed in, with its files, those of supplements included. */
  papers: { code: string; fileIds: string[] }[]
}

export function countedDossiers(db: Db, ids: readonly string[]): Promise<CountedDossier[]> {
  return rows(
    db,
    sql<CountedDossier>`
      select d.id, d.code, d.procedure_code, d.competent_unit_id, d.received_at, d.finished_at,
        coalesce((
          select json_agg(json_build_object('code', c.code, 'fileIds', (
            select coalesce(json_agg(f.file_id order by f.round, f.file_id), '[]')
            from dossiers.component_file f where f.dossier_id = c.dossier_id and f.component_no = c.no)) order by c.no)
          from dossiers.component c where c.dossier_id = d.id and c.form is not null), '[]') as papers
      from dossiers.dossier d where d.id = any(${[...ids]}::uuid[])`,
  )
}

/** Which of these are not over: somebody still works on them or waits to hand over. */
export async function runningAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ id: string }>`select id from dossiers.dossier where id = any(${[...ids]}::uuid[])
      and handling not in ('delivered', 'refused', 'withdrawn', 'stopped')`,
  )
  return new Set(found.map(({ id }) => id))
}
