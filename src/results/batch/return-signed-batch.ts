import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { actorName, moveHandling } from '../../dossiers/index.ts'
import { whyNotWhileRaising } from '../../signing/index.ts'
import { fileAt, whyNotReturnSigned } from '../result.ts'
import { saveResult, voidFile } from '../store.ts'
import { BatchNo } from './list-approval.ts'
import { batchWithinReach, inBatch, subjectOf } from './open-batch.ts'

/**
 * The clerk finds a fault in the form of the signed decision and gives it back to the signatory: the signature is void, the list may be
 * signed again or made shorter first. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 12 khoản 2.
 */
export const returnSignedBatch = action({
  name: 'results.return-signed-batch',
  roles: ['clerk'],
  input: Type.Object({ no: BatchNo, reason: Type.String({ minLength: 5, maxLength: 1_000 }) }),
  async run(ctx, clerk, { no, reason }) {
    const { db, now } = ctx
    const open = await batchWithinReach(db, clerk, no, true)
    const { batch, result, files } = open
    refuse(await whyNotWhileRaising(db, subjectOf(batch)))
    const signed = fileAt(result, files, 'signed')
    refuse(whyNotReturnSigned(result, signed))
    if (!signed) throw new Refusal('results.not-signed')
    for (const { dossier } of inBatch(open)) {
      await moveHandling(ctx, clerk, dossier, 'returnStep', { note: reason, voids: ['result'] })
      ctx.journal({
        subject: `dossier:${dossier.id}`,
        what: 'results.batch-signature-returned',
        facts: { batch: no },
      })
    }
    const byName = actorName(clerk)
    await voidFile(db, result, { fileId: signed.fileId, voidedAt: now, voidedByName: byName, voidReason: reason })
    const returned = { returnedByName: byName, returnedAt: now, returnReason: reason }
    await saveResult(db, { ...result, ...returned, state: 'approved' }, result)
    ctx.journal({
      subject: subjectOf(batch),
      what: 'results.batch-signature-returned',
      facts: { version: result.version, sha256: signed.sha256 },
    })
    return { no }
  },
})
