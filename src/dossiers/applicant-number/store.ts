import { execute, sql, type Db } from '../../platform/db.ts'
import type { Dossier } from '../dossier.ts'

/** False when somebody changed the dossier since it was read: nothing is written then. */
export async function saveApplicantNumber(
  db: Db,
  { id, version }: Pick<Dossier, 'id' | 'version'>,
  { applicant, applicantCitizenId }: Pick<Dossier, 'applicant' | 'applicantCitizenId'>,
): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update dossiers.dossier set version = version + 1, applicant = ${JSON.stringify(applicant)}::jsonb,
          applicant_personal_id = ${applicant.personalId}, applicant_citizen_id = ${applicantCitizenId}
        where id = ${id} and version = ${version}`,
  )
  return touched === 1
}
