import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { MOST_AT_ONCE, toEach } from '../../dossiers/index.ts'
import { approveResult } from '../approve-result.ts'
import { DossierCode } from '../result-input.ts'

/**
 * The head of division approves the drafts chosen, each in its own transaction with its own outcome. Each names the version
 * that was read: a draft changed since is refused.
 */
export const bulkApprove = errand({
  name: 'results.bulk-approve',
  roles: ['head-of-division'],
  input: Type.Object({
    items: Type.Array(Type.Object({ dossierCode: DossierCode, version: Type.Integer({ minimum: 1 }) }), {
      minItems: 1,
      maxItems: MOST_AT_ONCE,
    }),
  }),
  run(app, head, { items }, { requestId = '' }) {
    const byCode = new Map(items.map((item) => [item.dossierCode, item]))
    return toEach(app, [...byCode.keys()], (dossierCode) =>
      runAction(app, approveResult, head, byCode.get(dossierCode), { requestId }),
    )
  },
})
