import type { Grant, Role } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import {
  coversProcedure,
  delegationsAt,
  delegationsTo,
  type Delegation,
  type SigningKind,
} from '../../organisation/index.ts'
import type { OfficerAt } from '../account.ts'
import { accountById, grantsOf } from '../store/accounts.ts'
import { grantsHeldBy } from './store.ts'

/**
 * The roles an officer has in others' places on this day. Only what the delegator still holds counts; an account that stands
 * idle while its owner is away takes nothing from the one who stands in.
 */
export async function delegatedGrants(db: Db, accountId: string, on: LegalDate): Promise<Grant[]> {
  const delegations = await delegationsTo(db, accountId, on)
  if (delegations.length === 0) return []
  const people = [...new Set(delegations.map(({ fromAccountId }) => fromAccountId))]
  const held = await grantsHeldBy(db, people, on)
  return delegations.flatMap((delegation) =>
    held
      .filter(
        ({ accountId: holder, unitId, role }) =>
          holder === delegation.fromAccountId && unitId === delegation.unitId && delegation.roles.includes(role),
      )
      .map(({ accountId: _holder, ...grant }) => ({ ...grant, ...standsFor(delegation) })),
  )
}

function standsFor({
  id,
  fromAccountId,
  fromName,
  instrument,
  procedureCodes,
  sectorCodes,
}: Delegation): Partial<Grant> {
  return {
    inPlaceOf: { accountId: fromAccountId, fullName: fromName, delegationId: id, instrument },
    ...(procedureCodes ? { procedureCodes } : {}),
    ...(sectorCodes ? { sectorCodes } : {}),
  }
}

/** Everything an officer may do on this day, their own roles first. */
export async function actingGrantsOf(db: Db, accountId: string, on: LegalDate): Promise<Grant[]> {
  const own = (await grantsOf(db, accountId, on)).map(({ position: _position, ...grant }) => grant)
  return [...own, ...(await delegatedGrants(db, accountId, on))]
}

/** Somebody who may sign for another, and on what paper it rests. */
export type StandInSignatory = OfficerAt & {
  standsFor: { kind: SigningKind; position: string; fullName: string; delegationId: string }
}

/** A procedure with the fields of work it belongs to. */
export type ProcedureWork = { code: string; sectors: readonly string[] }
type Place = { unitId: string; role: Role; procedure: ProcedureWork }

/** Who works today at this unit in the place of somebody who still holds the role there, for one procedure. */
async function standingDelegations(db: Db, { unitId, role, procedure }: Place, on: LegalDate): Promise<Delegation[]> {
  const found: Delegation[] = []
  for (const one of await delegationsAt(db, unitId, role, on)) {
    if (!coversProcedure(one, procedure.code, procedure.sectors)) continue
    const stillHeld = (await grantsHeldBy(db, [one.fromAccountId], on)).some(
      (held) => held.role === role && held.unitId === unitId,
    )
    const isActive = (await accountById(db, one.toAccountId))?.status === 'active'
    if (stillHeld && isActive) found.push(one)
  }
  return found
}

/** Who does the work of a role at this unit in whose place. */
export async function standInsFor(db: Db, place: Place, on: LegalDate): Promise<(OfficerAt & { inPlaceOf: string })[]> {
  return (await standingDelegations(db, place, on)).map(({ toAccountId, toName, toPosition, fromAccountId }) => ({
    accountId: toAccountId,
    fullName: toName,
    position: toPosition,
    inPlaceOf: fromAccountId,
  }))
}

/** Who may sign at this unit in the place of a signatory there, for one procedure. */
export async function standInSignatories(
  db: Db,
  unitId: string,
  procedure: ProcedureWork,
  on: LegalDate,
): Promise<StandInSignatory[]> {
  const standing = await standingDelegations(db, { unitId, role: 'signatory', procedure }, on)
  return standing.flatMap(({ kind, fromPosition, fromName, id, toAccountId, toName, toPosition }) => {
    if (kind === 'substitution') return []
    const standsFor = { kind, position: fromPosition, fullName: fromName, delegationId: id }
    return [{ accountId: toAccountId, fullName: toName, position: toPosition, standsFor }]
  })
}
