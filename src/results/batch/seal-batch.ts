import { Type } from 'typebox'
import { errand } from '../../platform/errand.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isWaiting, type SigningOutcome } from '../../signing/index.ts'
import { bulkResultOf } from '../bulk/bulk-result.ts'
import { issuedOf } from '../issued-store.ts'
import { Authorised } from '../result-input.ts'
import { keyUserOf } from '../sign-result.ts'
import { BatchNo } from './list-approval.ts'
import { issueExtracts } from './issue-extract.ts'
import { batchWithinReach, inBatch } from './open-batch.ts'
import { sealDecision } from './seal-decision.ts'
import { settle } from './settle-batch.ts'

/**
 * The clerk numbers and seals the decision once; then every dossier still in the list gets its own extract, sealed and finished in a
 * transaction of its own. Pressed again after a crash or a time-stamp authority that was down, it goes on where it stopped. Căn cứ:
 * Nghị định 30/2020/NĐ-CP, Điều 15, 17, 25 khoản 3.
 */
export const sealBatch = errand({
  name: 'results.seal-batch',
  roles: ['clerk'],
  input: Type.Object({ no: BatchNo, ...Authorised }),
  async run(app, actor, { no, ...authorisation }, meta) {
    const clerk = keyUserOf(actor)
    const { requestId = '' } = meta
    await settle(app, clerk, no, requestId)
    const waits = await sealDecision(app, clerk, { no, authorisation }, meta)
    if (isWaiting(waits)) return waits
    const { result, ...open } = await batchWithinReach(app.db, clerk, no)
    const dossierCodes = inBatch(open).map(({ dossier }) => dossier.code)
    const issuing = await issueExtracts(app, clerk, { no, dossierCodes, authorisation }, meta)
    // Signed on the one authorisation all the same: what rests on the decision goes out after it, by itself.
    if (waits) return waits
    const { done, outcomes } = bulkResultOf(app, issuing)
    if (done === 0) throwKeyRefusal(issuing)
    // Who was overtaken meanwhile goes on alone.
    await settle(app, clerk, no, requestId)
    const issued = await issuedOf(app.db, result)
    return { no, number: issued?.numberText ?? '', issuedOn: issued?.issuedOn ?? '', done, outcomes }
  },
})

/** A key that does nothing for anybody is told as what it is, not fifty times. */
function throwKeyRefusal(issuing: readonly SigningOutcome<unknown>[]): void {
  for (const one of issuing) {
    if (one.state === 'failed' && one.error instanceof Refusal && one.error.code.startsWith('signing.')) throw one.error
  }
}
