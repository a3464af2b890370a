import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { EntryId, ownEntry } from '../my-vault.ts'
import { entryDisputed } from './dispute.ts'
import { insertDispute } from './store.ts'

/** The owner says that a paper is wrong; it stays as it is until the unit that answers for it has looked (Luật 91/2025/QH15). */
export const disputeEntry = action({
  name: 'documents.dispute-vault-entry',
  roles: ['citizen'],
  input: Type.Object({ id: EntryId, words: Type.String({ minLength: 5, maxLength: 2_000 }) }),
  async run(ctx, citizen, { id, words }) {
    const {
      id: entryId,
      keeperUnitId: unitId,
      source,
      sourceCode,
      title,
    } = await ownEntry(ctx.db, citizen, id, ctx.now)
    const disputeId = newId()
    const isNew = await insertDispute(ctx.db, { id: disputeId, entryId, unitId, words, createdAt: ctx.now })
    if (!isNew) throw new Refusal('documents.dispute-open')
    ctx.journal({ subject: `vault:${id}`, what: 'documents.vault-disputed', facts: { dispute: disputeId } })
    await ctx.emit(entryDisputed, { disputeId, entryId, unitId, source, sourceCode, title })
    return { disputeId }
  },
})
