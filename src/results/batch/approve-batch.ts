import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { beginOne } from '../../signing/index.ts'
import { Authorised } from '../result-input.ts'
import { approveAll, ListRead, listRecord, listStepToSign, requestListRecord } from './list-approval.ts'
import { batchWithinReach } from './open-batch.ts'
import { settleOrShow } from './settle-batch.ts'

const approveList = action({
  name: 'results.approve-list',
  roles: ['head-of-division'],
  input: ListRead,
  run: (ctx, head, asked) => approveAll(ctx, head, asked, { isSigned: false }),
})

/**
 * The head of division approves the one decision and its list: all of it or nothing, since it is one paper. Căn cứ: Nghị định
 * 30/2020/NĐ-CP, Điều 11. Where the process asks who approves for a signature, one record over the one paper is signed.
 */
export const approveBatch = errand({
  name: 'results.approve-batch',
  roles: ['head-of-division'],
  input: Type.Object({ ...ListRead.properties, ...Authorised }),
  async run(app, head, { no, version, ...authorisation }, { requestId = '' }) {
    await settleOrShow(app, head, no, requestId)
    const { step } = await listStepToSign(app.db, await batchWithinReach(app.db, head, no))
    if (!step) return runAction(app, approveList, head, { no, version }, { requestId })
    const ask = () => runAction(app, requestListRecord, head, { no, version }, { requestId })
    return beginOne(app, head, listRecord, ask, authorisation)
  },
})
