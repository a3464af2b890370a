import { Type } from 'typebox'
import { errand } from '../../platform/errand.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toEach } from '../../dossiers/index.ts'
import { issuedOf } from '../issued-store.ts'
import { Pin } from '../result-input.ts'
import { keyUserOf } from '../sign-result.ts'
import { BatchNo } from './approve-batch.ts'
import { issueExtract } from './issue-extract.ts'
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
  input: Type.Object({ no: BatchNo, pin: Pin }),
  async run(app, actor, { no, pin }, { requestId = '' }) {
    const clerk = keyUserOf(actor)
    await settle(app, clerk, no, requestId)
    await sealDecision(app, clerk, { no, pin, requestId })
    const { result, ...open } = await batchWithinReach(app.db, clerk, no)
    const codes = inBatch(open).map(({ dossier }) => dossier.code)
    let keyRefused: Refusal | undefined
    const { done, outcomes } = await toEach(app, codes, async (dossierCode) => {
      // A key that does not answer is not asked fifty times: a wrong PIN would lock it.
      if (keyRefused) throw keyRefused
      try {
        await issueExtract(app, clerk, { no, dossierCode, pin, requestId })
      } catch (error) {
        if (error instanceof Refusal && error.code.startsWith('signing.')) keyRefused = error
        throw error
      }
    })
    if (keyRefused && done === 0) throw keyRefused
    // Who was overtaken meanwhile goes on alone.
    await settle(app, clerk, no, requestId)
    const issued = await issuedOf(app.db, result)
    return { no, number: issued?.numberText ?? '', issuedOn: issued?.issuedOn ?? '', done, outcomes }
  },
})
