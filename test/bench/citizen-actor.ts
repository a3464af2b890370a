import { accountOfCitizen, findCitizenByPersonalId } from '../../src/identity/index.ts'
import type { Citizen } from '../../src/platform/actor.ts'
import type { OpenApp } from '../../src/context.ts'
import type { CitizenClient } from '../chaos/citizens.ts'

/** A citizen who has signed in, as actions in this process know them. */
export async function citizenActor({ db }: OpenApp, { personalId, fullName }: CitizenClient): Promise<Citizen> {
  const citizen = await findCitizenByPersonalId(db, personalId)
  const account = citizen && (await accountOfCitizen(db, citizen.id))
  if (!account) throw new Error(`${personalId} has no account`)
  return { kind: 'citizen', accountId: account.id, citizenId: citizen.id, personalId, fullName }
}
