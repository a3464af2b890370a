import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { actorName, moveHandling } from '../../dossiers/index.ts'
import { whyNotWhileRaising } from '../../signing/index.ts'
import { draftReturned } from '../events.ts'
import { DossierCode } from '../result-input.ts'
import { saveResult } from '../store.ts'
import { BatchNo } from './list-approval.ts'
import { whyNotRemove, type Batch } from './batch.ts'
import { batchWithinReach, inBatch, subjectOf, type ReachedMember } from './open-batch.ts'
import { shortenList } from './shorten-list.ts'
import { saveLeft } from './store.ts'

const Why = Type.String({ minLength: 5, maxLength: 1_000 })

/**
 * Before the signature one applicant is taken out of the list, with the reason: by the head while the decision waits for approval, by the
 * signatory while it waits for the signature. The dossier goes back to its specialist, the others go on.
 */
export const removeBatchMember = action({
  name: 'results.remove-batch-member',
  roles: ['head-of-division', 'signatory'],
  input: Type.Object({ no: BatchNo, dossierCode: DossierCode, reason: Why }),
  async run(ctx, officer, { no, dossierCode, reason }) {
    const open = await batchWithinReach(ctx.db, officer, no, true)
    const { batch, result } = open
    refuse(await whyNotWhileRaising(ctx.db, subjectOf(batch)))
    const found = open.members.find(({ dossier }) => dossier.code === dossierCode.trim().toUpperCase())
    refuse(whyNotRemove(result, found?.member))
    if (!found) throw new Refusal('results.batch-no-member')
    await takeOut(ctx, officer, batch, found, reason)
    const after = await shortenList(ctx, officer, batch, result)
    return { no, version: after.version, left: inBatch(open).length - 1 }
  },
})

/**
 * The whole decision goes back: every dossier returns to its specialist, who may gather them anew. Căn cứ: Nghị định 30/2020/NĐ-CP,
 * Điều 11.
 */
export const returnBatch = action({
  name: 'results.return-batch',
  roles: ['head-of-division', 'signatory'],
  input: Type.Object({ no: BatchNo, reason: Why }),
  async run(ctx, officer, { no, reason }) {
    const open = await batchWithinReach(ctx.db, officer, no, true)
    const { batch, result } = open
    const members = inBatch(open)
    refuse(await whyNotWhileRaising(ctx.db, subjectOf(batch)))
    refuse(whyNotRemove(result, members[0]?.member))
    for (const found of members) await takeOut(ctx, officer, batch, found, reason)
    const returned = { returnedByName: actorName(officer), returnedAt: ctx.now, returnReason: reason }
    await saveResult(ctx.db, { ...result, ...returned, state: 'returned' }, result)
    ctx.journal({ subject: subjectOf(batch), what: 'results.batch-returned', facts: { version: result.version } })
    return { no, returned: members.length }
  },
})

async function takeOut(ctx: ActionContext, officer: Actor, batch: Batch, { dossier }: ReachedMember, reason: string) {
  const { db, now } = ctx
  await moveHandling(ctx, officer, dossier, 'returnDraft', { note: reason, voids: ['approval'] })
  await saveLeft(db, batch, dossier.id, { state: 'out', reason, byName: actorName(officer) }, now)
  ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.batch-left', facts: { batch: batch.no } })
  const { id: dossierId, code, assigneeAccountId: toAccountId } = dossier
  await ctx.emit(draftReturned, { dossierId, code, resultNo: 1, toAccountId })
}
