import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { eachAlone } from '../../platform/each-alone.ts'
import { errand } from '../../platform/errand.ts'
import { approveResult } from '../approve-result.ts'
import { DossierCode } from '../result-input.ts'

/** Papers decided or handed over by one press. */
export const MOST_AT_ONCE = 100

/**
 * Approves the drafts chosen, each in its own transaction with its own outcome. Each names the version that was read: a draft
 * changed since is refused.
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
  async run(app, head, { items }, meta) {
    const outcomes = await eachAlone(app, items, (item) => runAction(app, approveResult, head, item, only(meta)))
    return { outcomes }
  },
})

/** A key against doing a thing twice is one request's, not each item's. */
export function only({ requestId = '' }: { requestId?: string }): { requestId: string } {
  return { requestId }
}
