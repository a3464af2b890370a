import { Type } from 'typebox'
import { actorLabel } from '../platform/actor.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { SENDERS } from './keep-received.ts'
import { fileById } from './store.ts'

/** A file for the person who sent it. Everybody else reaches it through what it belongs to, by that module's own rules. */
export const ownFile = query({
  name: 'documents.own-file',
  roles: SENDERS,
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async run({ db }, actor, { id }) {
    const file = await fileById(db, id)
    if (!file || file.uploadedBy !== actorLabel(actor)) throw new Refusal('platform.not-found')
    return file
  },
})
