import { Type } from 'typebox'
import type { Role } from '../../platform/actor.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Confirmation } from './confirmation.ts'
import { confirmationById, filesOfConfirmation, type ConfirmedFile } from './store.ts'

export type ConfirmationView = { confirmation: Confirmation; files: ConfirmedFile[] }

/** Whoever signs something, in whatever part. */
export const CONFIRMERS: Role[] = ['citizen', 'signatory', 'clerk', 'specialist', 'head-of-division', 'intake-officer']

/** How a signing stands that its holder confirms on a device of their own; for nobody else. */
export const getConfirmation = query({
  name: 'signing.get-confirmation',
  roles: CONFIRMERS,
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async run({ db }, actor, { id }): Promise<ConfirmationView> {
    const confirmation = await confirmationById(db, id)
    const isOwn = 'accountId' in actor && confirmation?.byAccountId === actor.accountId
    if (!confirmation || !isOwn) throw new Refusal('platform.not-found')
    return { confirmation, files: await filesOfConfirmation(db, id) }
  },
})
