import type { Role } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import type { ProcessStep, UnitRule } from '../../catalogue/index.ts'
import { unitNow, unitsByIds } from '../../organisation/index.ts'
import type { Dossier } from '../dossier.ts'

type Placed = Pick<Dossier, 'receivedByUnitId' | 'competentUnitId' | 'handlingUnitId'>

/** Where a process says the lead of a step beside another sits; null: with the office that handles the dossier. */
export function leadRuleOf({ consultation, linked }: Pick<ProcessStep, 'consultation' | 'linked'>): UnitRule | null {
  return consultation?.lead ?? linked?.lead ?? null
}

/** The unit that leads. A rule that leads to no unit leaves the lead with the office that handles the dossier. */
export async function leadUnitOf(
  db: Db,
  rule: UnitRule | null,
  { receivedByUnitId, competentUnitId, handlingUnitId }: Placed,
  namedOn: LegalDate,
  on: LegalDate = namedOn,
): Promise<string> {
  const office = handlingUnitId ?? competentUnitId
  if (rule === null || rule === 'handling') return office
  if (rule === 'received-by') return receivedByUnitId
  if (rule === 'competent') return competentUnitId
  if (rule === 'superior') return (await unitsByIds(db, [competentUnitId]))[0]?.parentId ?? office
  return (await unitNow(db, rule.slice('unit:'.length), namedOn, on))?.id ?? office
}

/** Whether the lead sits in the office that decides: then it is the officer in charge, or their head. */
export function isOfficeOf({ competentUnitId, handlingUnitId }: Placed, unitId: string): boolean {
  return unitId === competentUnitId || unitId === handlingUnitId
}

/** Who leads for a unit: reception at the one-stop desk, heads and specialists elsewhere. */
export function leadingRoles({ receivedByUnitId }: Placed, unitId: string): readonly Role[] {
  return unitId === receivedByUnitId ? ['intake-officer'] : ['head-of-division', 'specialist']
}
