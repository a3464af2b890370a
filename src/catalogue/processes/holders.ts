import { officersAt } from '../../identity/index.ts'
import { unitBySlug, unitsInForce, type Unit } from '../../organisation/index.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { procedureInForce } from '../store.ts'
import type { Holders } from './faults.ts'
import type { ProcessDefinition, UnitRule } from './process.ts'

/** Who holds each role of a process, in every unit its rules may lead to on a day. */
export async function holdersOf(db: Db, process: ProcessDefinition, on: LegalDate): Promise<Holders[]> {
  const units = await unitsInForce(db, on)
  const agencies = await agenciesOf(db, process.procedureCode, units, on)
  const asked = new Map(process.steps.map(({ role, unitRule }) => [`${role} ${unitRule}`, { role, unitRule }]))
  const found: Holders[] = []
  for (const { role, unitRule } of asked.values()) {
    if (role === 'citizen') continue
    const people: { name: string; people: number }[] = []
    for (const unit of unitsBy(unitRule, agencies, units)) {
      people.push({ name: unit.name, people: await peopleIn(unit) })
    }
    found.push({ role, unitRule, units: people })

    /** People of the unit itself, else of its divisions. */
    async function peopleIn(unit: Unit): Promise<number> {
      const here = (await officersAt(db, unit.id, role, on)).length
      if (here > 0) return here
      let below = 0
      for (const child of units.filter(({ parentId, kind }) => parentId === unit.id && kind === 'division')) {
        below += await peopleIn(child)
      }
      return below
    }
  }
  return found
}

/** Bodies that may be competent: those of one procedure, or all that decide anything. */
async function agenciesOf(
  db: Db,
  procedureCode: string | null,
  units: readonly Unit[],
  on: LegalDate,
): Promise<Unit[]> {
  const committees = units.filter(({ kind, communeCode }) => kind === 'peoples-committee' && communeCode !== null)
  if (procedureCode === null) return [...units.filter(({ kind }) => kind === 'department'), ...committees]
  const procedure = await procedureInForce(db, procedureCode, on)
  if (!procedure) return []
  const department = procedure.levels.includes('province') ? await unitBySlug(db, procedure.department, on) : undefined
  return [...(department ? [department] : []), ...(procedure.levels.includes('commune') ? committees : [])]
}

function unitsBy(rule: UnitRule, agencies: readonly Unit[], units: readonly Unit[]): Unit[] {
  if (rule === 'received-by') return units.filter(({ kind }) => kind === 'centre')
  if (rule === 'competent' || rule === 'handling') return [...agencies]
  if (rule === 'superior') {
    const above = new Set(agencies.map(({ parentId }) => parentId))
    return units.filter(({ id }) => above.has(id))
  }
  return units.filter(({ code }) => code === rule.slice('unit:'.length))
}
