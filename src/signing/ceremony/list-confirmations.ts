import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { countOpenOf, openOf, type OpenConfirmation } from './store.ts'
import { CONFIRMERS } from './get-confirmation.ts'

/** What this person is asked on their telephone right now, the most urgent first. */
export const listConfirmations = query({
  name: 'signing.list-confirmations',
  roles: CONFIRMERS,
  input: Type.Object({}),
  run: async ({ db }, actor): Promise<OpenConfirmation[]> => ('accountId' in actor ? openOf(db, actor.accountId) : []),
})

/** For the side rail of officers. */
export const countConfirmations = async (db: Db, actor: Actor): Promise<number> =>
  actor.kind === 'officer' ? countOpenOf(db, actor.accountId) : 0
