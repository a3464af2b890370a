import type { Grant } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import {
  coversProcedure,
  delegationsTo,
  signingDelegationsAt,
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

function standsFor({ id, fromAccountId, fromName, instrument, procedureCodes }: Delegation): Partial<Grant> {
  return {
    inPlaceOf: { accountId: fromAccountId, fullName: fromName, delegationId: id, instrument },
    ...(procedureCodes ? { procedureCodes } : {}),
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

/** Who may sign at this unit in the place of a signatory there, for one procedure. */
export async function standInSignatories(
  db: Db,
  unitId: string,
  procedureCode: string,
  on: LegalDate,
): Promise<StandInSignatory[]> {
  const found: StandInSignatory[] = []
  for (const one of await signingDelegationsAt(db, unitId, on)) {
    if (!coversProcedure(one, procedureCode) || one.kind === 'substitution') continue
    const stillHeld = (await grantsHeldBy(db, [one.fromAccountId], on)).some(
      ({ role, unitId: at }) => role === 'signatory' && at === unitId,
    )
    const isActive = (await accountById(db, one.toAccountId))?.status === 'active'
    if (!stillHeld || !isActive) continue
    const { kind, fromPosition, fromName, id } = one
    found.push({
      accountId: one.toAccountId,
      fullName: one.toName,
      position: one.toPosition,
      standsFor: { kind, position: fromPosition, fullName: fromName, delegationId: id },
    })
  }
  return found
}
