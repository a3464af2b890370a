import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { moveHandling } from '../../dossiers/index.ts'
import { approvalBy } from '../approve-result.ts'
import { fileAt, whyNotApprove } from '../result.ts'
import { saveResult } from '../store.ts'
import { whyNotAsRead } from './batch.ts'
import { batchWithinReach, inBatch, subjectOf } from './open-batch.ts'
import { settleOrShow } from './settle-batch.ts'

export const BatchNo = Type.Integer({ minimum: 1, description: 'number of the batch' })
export const ListVersion = Type.Integer({ minimum: 1, description: 'Version of the list that was read' })

const input = Type.Object({ no: BatchNo, version: ListVersion })

const approveList = action({
  name: 'results.approve-list',
  roles: ['head-of-division'],
  input,
  async run(ctx, head, { no, version }) {
    const { db, now } = ctx
    const open = await batchWithinReach(db, head, no, true)
    const { batch, result, files } = open
    refuse(whyNotApprove(result) ?? whyNotAsRead(result, version))
    const file = fileAt(result, files, 'unsigned')
    if (!file) throw new Refusal('results.no-draft')
    for (const { dossier } of inBatch(open)) {
      await moveHandling(ctx, head, dossier, 'approveResult', { leaves: [{ kind: 'approval', isSigned: false }] })
      ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.batch-approved', facts: { batch: no, version } })
    }
    await saveResult(db, { ...result, ...approvalBy(head, file, now) }, result)
    const { sha256 } = file
    ctx.journal({ subject: subjectOf(batch), what: 'results.batch-approved', facts: { version, sha256 } })
    return { no, version, sha256 }
  },
})

/**
 * The head of division approves the one decision and its list: all of it or nothing, since it is one paper. Căn cứ: Nghị định
 * 30/2020/NĐ-CP, Điều 11.
 */
export const approveBatch = errand({
  name: 'results.approve-batch',
  roles: ['head-of-division'],
  input,
  async run(app, head, { no, version }, { requestId = '' }) {
    await settleOrShow(app, head, no, requestId)
    return runAction(app, approveList, head, { no, version }, { requestId })
  },
})
