import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { eachAlone } from '../../platform/each-alone.ts'
import { errand } from '../../platform/errand.ts'
import { deliverResult } from '../deliver-result.ts'
import { MOST_AT_ONCE, only } from './bulk-approve.ts'

/** Notes many hand-overs, each in its own transaction with its own outcome. */
export const bulkDeliver = errand({
  name: 'results.bulk-deliver',
  roles: ['intake-officer'],
  input: Type.Object({ items: Type.Array(deliverResult.input, { minItems: 1, maxItems: MOST_AT_ONCE }) }),
  async run(app, desk, { items }, meta) {
    const outcomes = await eachAlone(app, items, (item) => runAction(app, deliverResult, desk, item, only(meta)))
    return { outcomes }
  },
})
