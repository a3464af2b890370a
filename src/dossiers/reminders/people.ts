import type { LegalDate } from '../../platform/dates.ts'
import type { Role } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { descendantsOf, successorsOf } from '../../organisation/index.ts'
import { sectorCodesOf } from '../../catalogue/index.ts'
import { officersAt, standInsFor } from '../../identity/index.ts'
import type { Dossier } from '../dossier.ts'
import { postOf } from '../step.ts'
import type { People, Told } from './reminder.ts'

type Person = Omit<Told, 'as'>
type Held = Pick<
  Dossier,
  'handling' | 'assigneeAccountId' | 'handlingUnitId' | 'competentUnitId' | 'receivedByUnitId' | 'procedureCode'
>

/**
 * Who hears of a dossier's time today: whose turn it is with those who stand in for them, the heads, the one-stop desk.
 * Where nobody is there for a turn (not assigned, or gone), the heads are told in their place; without a head, the desk.
 */
export async function peopleAround(db: Db, dossier: Held, on: LegalDate): Promise<People> {
  const { handling, competentUnitId, handlingUnitId, receivedByUnitId, procedureCode } = dossier
  const at = (unitId: string, role: Role) => holdersAt(db, { unitId, role, procedureCode }, on)
  const post = postOf(handling)
  const atDesk = await at(receivedByUnitId, 'intake-officer')
  const deskHeads = await at(receivedByUnitId, 'head-of-division')
  const desk = deskHeads.length > 0 ? deskHeads : atDesk
  if (post === 'desk') return { officer: orElse(atDesk, desk), head: desk, desk }
  const inDivision = handlingUnitId === null ? [] : await at(handlingUnitId, 'head-of-division')
  const head = orElse(inDivision, await at(competentUnitId, 'head-of-division'), desk)
  if (post === 'head') return { officer: head, head, desk }
  const role = post === 'signatory' || post === 'clerk' ? post : 'specialist'
  const there = await at(role === 'specialist' ? (handlingUnitId ?? competentUnitId) : competentUnitId, role)
  const own = role === 'specialist' ? there.filter((one) => one.inPlaceOf === dossier.assigneeAccountId) : there
  return { officer: orElse(own, head), head, desk }
}

function orElse(...choices: Person[][]): Person[] {
  return choices.find((people) => people.length > 0) ?? []
}

type Place = { unitId: string; role: Role; procedureCode: string }
/** `inPlaceOf`: whose work it is; their own for those not standing in. */
type Holder = Person & { inPlaceOf: string }

/** Who holds a role at a unit or, where nobody does, below it or in the units that took it over, with their substitutes. */
async function holdersAt(db: Db, { unitId, role, procedureCode }: Place, on: LegalDate): Promise<Holder[]> {
  const here = await holdersExactlyAt(db, { unitId, role, procedureCode }, on)
  if (here.length > 0) return here
  const elsewhere = [
    ...(await descendantsOf(db, unitId)).map(({ id }) => id),
    ...(await successorsOf(db, unitId)).map(({ unit }) => unit.id),
  ]
  const found: Holder[] = []
  for (const id of elsewhere) found.push(...(await holdersExactlyAt(db, { unitId: id, role, procedureCode }, on)))
  return found
}

async function holdersExactlyAt(db: Db, { unitId, role, procedureCode }: Place, on: LegalDate): Promise<Holder[]> {
  const own = await officersAt(db, unitId, role, on)
  const procedure = { code: procedureCode, sectors: await sectorCodesOf(db, procedureCode) }
  const standIns = await standInsFor(db, { unitId, role, procedure }, on)
  return [...own.map((one) => ({ ...one, inPlaceOf: one.accountId })), ...standIns].map(
    ({ accountId, fullName, inPlaceOf }) => ({ accountId, fullName, inPlaceOf }),
  )
}
