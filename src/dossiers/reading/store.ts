import type { LegalDate } from '../../platform/dates.ts'
import { rows, sql, type Db } from '../../platform/db.ts'

/** A person's dossiers as far back as anybody asks, newest first; what they filed for others as long as they may. */
export function dossiersOfCitizen(
  db: Db,
  citizenId: string,
  on: LegalDate,
  limit = 300,
): Promise<{ id: string; code: string }[]> {
  return rows(
    db,
    sql<{ id: string; code: string }>`
      select id, code from dossiers.dossier
      where applicant_citizen_id = ${citizenId} or (submitter_citizen_id = ${citizenId} and not exists (
        select 1 from dossiers.acting a where a.dossier_id = dossier.id
          and (a.capacity = 'member' or a.ended_at is not null or a.ends_on < ${on}::date)))
      order by submitted_at desc, id desc limit ${limit}`,
  )
}

/** Files handed in with dossiers. */
export function filesOfDossiers(
  db: Db,
  dossierIds: readonly string[],
): Promise<{ dossierId: string; fileId: string }[]> {
  return rows(
    db,
    sql<{ dossierId: string; fileId: string }>`
      select dossier_id, file_id from dossiers.component_file where dossier_id = any(${[...dossierIds]}::uuid[])`,
  )
}
