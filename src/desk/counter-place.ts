import { unitsOf, type Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ProcedureVersion } from '../catalogue/index.ts'
import { isCompetent, placeOfFiling } from '../dossiers/index.ts'
import {
  agenciesServedBy,
  communes,
  isInForce,
  unitBySlug,
  unitsByIds,
  unitsInForce,
  type Unit,
} from '../organisation/index.ts'

type Asked = Pick<ProcedureVersion, 'levels' | 'department'>

/** The desks an officer receives at. Refuses with `platform.not-signed-in` or `platform.forbidden` when there is none. */
export async function desksOf(db: Db, actor: Actor, on: LegalDate): Promise<[Unit, ...Unit[]]> {
  if (actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  const [first, ...others] = (await unitsByIds(db, unitsOf(actor, 'intake-officer'))).filter((unit) =>
    isInForce(unit, on),
  )
  if (!first) throw new Refusal('platform.forbidden')
  return [first, ...others]
}

/** Which agencies may decide on a procedure received at this desk, the desk's own first. Empty: it is received elsewhere. */
export async function agenciesHere(db: Db, desk: Unit, procedure: ProcedureVersion, on: LegalDate): Promise<Unit[]> {
  const own = (await agenciesServedBy(db, desk.id, on)).filter((unit) => isCompetent(unit, procedure))
  if (!procedure.anyDesk) return own
  const all = await everyAgency(db, procedure, on)
  return [...own, ...all.filter(({ id }) => own.every((mine) => mine.id !== id))]
}

async function everyAgency(db: Db, { levels, department }: Asked, on: LegalDate): Promise<Unit[]> {
  const provincial = levels.includes('province') ? await unitBySlug(db, department, on) : undefined
  const local = levels.includes('commune')
    ? (await unitsInForce(db, on, { kind: 'peoples-committee' })).filter(({ communeCode }) => communeCode !== null)
    : []
  return [...(provincial ? [provincial] : []), ...local]
}

/** Where a person is sent with a procedure this desk does not receive; null when it depends on where they live. */
export async function deskElsewhere(db: Db, procedure: ProcedureVersion, on: LegalDate): Promise<Unit | null> {
  if (procedure.levels.includes('commune')) return null
  return (await placeOfFiling(db, procedure, { competentUnitCode: undefined, communeCode: null }, on)).desk
}

/** Communes as choices of a form. */
export async function communeOptions(db: Db, on: LegalDate): Promise<{ value: string; label: string }[]> {
  return (await communes(db, on)).map(({ communeCode, name }) => ({ value: communeCode ?? '', label: name }))
}
