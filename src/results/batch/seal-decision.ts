import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { openRequest } from '../../signing/index.ts'
import { fileAt, whyNotSeal } from '../result.ts'
import { beginSeal, completeSeal, sealOutside, type BegunSeal, type Sealed } from '../seal-paper.ts'
import { keyUserOf, type KeyUser } from '../sign-result.ts'
import { signatureWords } from '../texts.ts'
import { BatchNo } from './approve-batch.ts'
import { batchWithinReach, subjectOf } from './open-batch.ts'
import { batchFileName } from './texts.ts'

const requestDecisionSeal = action({
  name: 'results.request-batch-seal',
  roles: ['clerk'],
  input: Type.Object({ no: BatchNo }),
  unjournalled: 'a decision sealed before is not sealed again',
  async run(ctx, actor, { no }): Promise<BegunSeal | null> {
    const { batch, result, files } = await batchWithinReach(ctx.db, actor, no, true)
    if (result.state === 'sealed') return null
    const signed = fileAt(result, files, 'signed')
    refuse(whyNotSeal(result, signed, false))
    if (!signed) throw new Refusal('results.not-signed')
    return beginSeal(ctx, keyUserOf(actor), { result, signed, subject: subjectOf(batch) })
  },
})

const completeDecisionSeal = action({
  name: 'results.complete-batch-seal',
  roles: ['clerk'],
  input: Type.Object({ no: BatchNo, sealed: Type.Unsafe<Sealed>({}) }),
  async run(ctx, actor, { no, sealed }) {
    const request = await openRequest(ctx, keyUserOf(actor), sealed.requestId)
    const { batch, result, files } = await batchWithinReach(ctx.db, actor, no, true)
    const signed = fileAt(result, files, 'signed')
    refuse(whyNotSeal(result, signed, false))
    if (!signed || signed.fileId !== request.fileId) throw new Refusal('platform.conflict')
    await completeSeal(ctx, { result, signed, subject: subjectOf(batch), name: batchFileName(no) }, sealed)
  },
})

type Asked = { no: number; pin: string; requestId: string }

/** Numbers, dates and seals the decision itself, once; asked again it is left as it is. */
export async function sealDecision(app: App, clerk: KeyUser, { no, pin, requestId }: Asked): Promise<void> {
  const begun = await runAction(app, requestDecisionSeal, clerk, { no }, { requestId })
  if (!begun) return
  await sealOutside(app, clerk, begun, { reason: signatureWords.seal, pin }, (sealed) =>
    runAction(app, completeDecisionSeal, clerk, { no, sealed }, { requestId }),
  )
}
