import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { MOST_AT_ONCE, toEach } from '../../dossiers/index.ts'
import { beginSigning } from '../../signing/index.ts'
import { approveResult } from '../approve-result.ts'
import { Authorised, DossierCode } from '../result-input.ts'
import { approvalRecord, requestApprovalRecord } from '../sign-approval.ts'
import { approvalsToSign } from './approvals-to-sign.ts'
import { bulkResultOf, refuseForAll } from './bulk-result.ts'

/**
 * The head of division approves the drafts chosen, each in its own transaction with its own outcome. Each names the version
 * that was read: a draft changed since is refused. Where the process asks who approves for a signature, every dossier gets a record of its
 * own, all signed on one authorisation; a key that refuses leaves the others unapproved too, so that it is typed once more for all.
 */
export const bulkApprove = errand({
  name: 'results.bulk-approve',
  roles: ['head-of-division'],
  input: Type.Object({
    items: Type.Array(Type.Object({ dossierCode: DossierCode, version: Type.Integer({ minimum: 1 }) }), {
      minItems: 1,
      maxItems: MOST_AT_ONCE,
    }),
    ...Authorised,
  }),
  async run(app, head, { items, ...authorisation }, { requestId = '' }) {
    const byCode = new Map(items.map((item) => [item.dossierCode, item]))
    const codes = [...byCode.keys()]
    const toSign = await approvalsToSign(app.db, head, codes)
    const records = codes.flatMap((code) => {
      const ask = () => runAction(app, requestApprovalRecord, head, byCode.get(code), { requestId })
      return toSign.has(code) ? [{ id: code, ask }] : []
    })
    const signing = records.length > 0 ? await beginSigning(app, head, approvalRecord, records, authorisation) : []
    refuseForAll(signing)
    const others = codes.filter((code) => !toSign.has(code))
    const approved = await toEach(app, others, (code) =>
      runAction(app, approveResult, head, byCode.get(code), { requestId }),
    )
    const outcomes = new Map(
      [...bulkResultOf(app, signing).outcomes, ...approved.outcomes].map((one) => [one.dossierCode, one]),
    )
    const inOrder = codes.flatMap((code) => outcomes.get(code) ?? [])
    return { done: inOrder.filter(({ done }) => done).length, outcomes: inOrder }
  },
})
