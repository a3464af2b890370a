import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import { agencyOfCommune, centreServing, unitByCode, unitBySlug, type Unit } from '../../organisation/index.ts'

/** Which body decides and which desk receives for it. */
export type FilingPlace = { competent: Unit; desk: Unit }

type Wanted = { competentUnitCode: string | undefined; communeCode: string | null }

/**
 * Where a dossier of a procedure belongs. At commune level the agency named, else the People's Committee where the applicant
 * lives; at province level the department of the sector. Refuses with `dossiers.not-competent` or `dossiers.no-desk`.
 */
export async function placeOfFiling(
  db: Db,
  procedure: ProcedureVersion,
  wanted: Wanted,
  on: LegalDate,
): Promise<FilingPlace> {
  const competent = await competentUnit(db, procedure, wanted, on)
  if (!competent) throw new Refusal('dossiers.not-competent')
  const desk = await centreServing(db, competent.id, on)
  if (!desk) throw new Refusal('dossiers.no-desk', { agency: competent.name })
  return { competent, desk }
}

async function competentUnit(
  db: Db,
  procedure: ProcedureVersion,
  wanted: Wanted,
  on: LegalDate,
): Promise<Unit | undefined> {
  const { levels, department } = procedure
  if (wanted.competentUnitCode !== undefined) {
    const named = await unitByCode(db, wanted.competentUnitCode, on)
    return named && isCompetent(named, procedure) ? named : undefined
  }
  if (levels.includes('commune'))
    return wanted.communeCode === null ? undefined : agencyOfCommune(db, wanted.communeCode, on)
  return unitBySlug(db, department, on)
}

/** Whether an agency may decide on a procedure. */
export function isCompetent(
  unit: Pick<Unit, 'kind' | 'communeCode' | 'slug'>,
  { levels, department }: Pick<ProcedureVersion, 'levels' | 'department'>,
): boolean {
  const isOfCommune = unit.kind === 'peoples-committee' && unit.communeCode !== null
  if (isOfCommune) return levels.includes('commune')
  return levels.includes('province') && unit.slug === department
}
