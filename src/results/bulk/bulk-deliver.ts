import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { MOST_AT_ONCE, toEach } from '../../dossiers/index.ts'
import { deliverResult } from '../deliver-result.ts'

/** The desk notes many hand-overs, each in its own transaction with its own outcome. */
export const bulkDeliver = errand({
  name: 'results.bulk-deliver',
  roles: ['intake-officer'],
  input: Type.Object({ items: Type.Array(deliverResult.input, { minItems: 1, maxItems: MOST_AT_ONCE }) }),
  run(app, desk, { items }, { requestId = '' }) {
    const byCode = new Map(items.map((item) => [item.dossierCode, item]))
    return toEach(app, [...byCode.keys()], (dossierCode) =>
      runAction(app, deliverResult, desk, byCode.get(dossierCode), { requestId }),
    )
  },
})
