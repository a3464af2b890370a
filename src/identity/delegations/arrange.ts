import { unitsOf, type Actor, type Officer } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { descendantsOf, unitById, type DelegationPlan } from '../../organisation/index.ts'

export function officerWho(actor: Actor): Officer {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor
}

/** An officer without what they hold in others' places: nobody arranges on borrowed rights. */
export function byOwnRight(officer: Officer): Officer {
  return { ...officer, grants: officer.grants.filter((grant) => !grant.inPlaceOf) }
}

type Arranged = Pick<DelegationPlan, 'unitId' | 'fromAccountId' | 'kind'>

/**
 * Who may arrange it: administrators (they write down what an instrument says), heads for the people of their own unit except
 * for signing, and whoever signs for their own signature.
 */
export function whyNotArrange(officer: Officer, { unitId, fromAccountId, kind }: Arranged): Reason | undefined {
  const own = byOwnRight(officer)
  const isAdministrator = own.grants.some(({ role }) => role === 'administrator')
  const leads = kind === 'substitution' && unitsOf(own, 'head-of-division').includes(unitId)
  const signsHere = fromAccountId === officer.accountId && unitsOf(own, 'signatory').includes(unitId)
  return isAdministrator || leads || signsHere ? undefined : { code: 'organisation.not-yours-to-delegate' }
}

/** The units whose arrangements an officer looks after; null: all. */
export function arrangedUnits(officer: Officer): string[] | null {
  const own = byOwnRight(officer)
  if (own.grants.some(({ role }) => role === 'administrator')) return null
  return [...new Set([...unitsOf(own, 'head-of-division'), ...unitsOf(own, 'signatory')])]
}

/** The units of the body a unit belongs to: a division's agency, and everything below it. */
export async function unitsOfBody(db: Db, unitId: string): Promise<string[]> {
  const unit = await unitById(db, unitId)
  if (!unit) throw new Refusal('organisation.unknown-unit', { code: unitId })
  const bodyId = unit.kind === 'division' && unit.parentId !== null ? unit.parentId : unit.id
  return [bodyId, ...(await descendantsOf(db, bodyId)).map(({ id }) => id)]
}
