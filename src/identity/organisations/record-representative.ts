import type { ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import type { Citizen } from '../citizen.ts'
import { insertMember, saveOrganisation } from './store.ts'

/** An organisation as the identity provider vouches for it. */
export type VouchedOrganisation = { businessCode: string; name: string }

/** Whoever signed in represents this organisation by its own identity account: they are put down once. */
export async function recordRepresentative(
  ctx: ActionContext,
  citizen: Pick<Citizen, 'id'>,
  organisation: VouchedOrganisation,
): Promise<void> {
  const { db, now } = ctx
  const { businessCode } = organisation
  await saveOrganisation(db, organisation, now)
  const member = {
    id: newId(),
    businessCode,
    citizenId: citizen.id,
    role: 'representative' as const,
    position: null,
    validFrom: vietnamDate(now),
    validTo: null,
  }
  if (!(await insertMember(db, member, { appointedBy: null, now }))) return
  const facts = { citizen: citizen.id }
  ctx.journal({ subject: `organisation:${businessCode}`, what: 'identity.representative-known', facts })
}
