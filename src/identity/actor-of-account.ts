import type { Actor } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { actingGrantsOf } from './delegations/stand-ins.ts'
import { accountById, accountBySignInName } from './store/accounts.ts'
import { citizenById } from './store/citizens.ts'

/** The person behind an account, with what they may do now: for work that goes on after they asked for it. */
export async function actorOfAccount(db: Db, accountId: string, now: Date): Promise<Actor | undefined> {
  const account = await accountById(db, accountId)
  if (!account || account.status !== 'active') return undefined
  const { fullName } = account
  if (account.kind === 'officer')
    return { kind: 'officer', accountId, fullName, grants: await actingGrantsOf(db, accountId, vietnamDate(now)) }
  const citizen = account.citizenId === null ? undefined : await citizenById(db, account.citizenId)
  return citizen && { kind: 'citizen', accountId, citizenId: citizen.id, fullName, personalId: citizen.personalId }
}

/** The same by the name they sign in with: for commands that work as somebody. */
export async function actorNamed(db: Db, signInName: string, now: Date): Promise<Actor | undefined> {
  const account = await accountBySignInName(db, signInName)
  return account && actorOfAccount(db, account.id, now)
}
