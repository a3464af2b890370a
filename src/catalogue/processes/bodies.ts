import { officersAt } from '../../identity/index.ts'
import { descendantsOf, isInForce, successorsOf, unitsByCode, type Unit } from '../../organisation/index.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { codesNamed } from './faults-of-bodies.ts'
import type { NamedBody } from './faults.ts'
import type { ProcessDefinition } from './process.ts'

/** Who answers for a body that is asked, or does a part. */
const ANSWERING = ['head-of-division', 'specialist'] as const

/** The bodies a process asks, sends parts to or gives the lead, as they stand on a day. */
export async function bodiesOf(db: Db, { steps }: ProcessDefinition, on: LegalDate): Promise<NamedBody[]> {
  const found: NamedBody[] = []
  for (const code of new Set(steps.flatMap(codesNamed))) found.push(await bodyOf(db, code, on))
  return found
}

async function bodyOf(db: Db, code: string, on: LegalDate): Promise<NamedBody> {
  const units = await unitsByCode(db, code)
  const unit = units.find((one) => isInForce(one, on))
  if (unit) return { code, standing: 'in-force', name: unit.name, successors: [], people: await peopleIn(db, unit, on) }
  const [last] = units
  if (!last) return { code, standing: 'unknown', name: code, successors: [], people: 0 }
  const successors = (await successorsOf(db, last.id)).map(({ unit: { name } }) => name)
  return { code, standing: 'ended', name: last.name, successors, people: 0 }
}

/** People of the body itself and of its divisions. */
async function peopleIn(db: Db, { id }: Unit, on: LegalDate): Promise<number> {
  let people = 0
  for (const unit of [id, ...(await descendantsOf(db, id)).map((below) => below.id)]) {
    for (const role of ANSWERING) people += (await officersAt(db, unit, role, on)).length
  }
  return people
}
