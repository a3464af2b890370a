import { Type } from 'typebox'
import { action, runAction, type RequestMeta } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import {
  beginOne,
  openRequest,
  type Authorisation,
  type SigningPurpose,
  type SigningRequest,
  type SigningRaises,
  type SigningWaits,
} from '../../signing/index.ts'
import { holdOn } from '../hold-on.ts'
import { fileAt, whyNotSeal } from '../result.ts'
import { beginSeal, completeSeal, sealedOf, sealLook, type SealContext, type Sealed } from '../seal-paper.ts'
import { keyUserOf, type KeyUser } from '../sign-result.ts'
import { signatureWords } from '../signature.texts.ts'
import { BatchNo } from './list-approval.ts'
import { batchWithinReach, subjectOf } from './open-batch.ts'
import { batchFileName } from './texts.ts'

type OfBatch = { no: number }

const requestDecisionSeal = action({
  name: 'results.request-batch-seal',
  roles: ['clerk'],
  input: Type.Object({ no: BatchNo }),
  async run(ctx, actor, { no }): Promise<SigningRequest<SealContext & OfBatch>> {
    const { batch, result, files } = await batchWithinReach(ctx.db, actor, no, true)
    const signed = fileAt(result, files, 'signed')
    refuse(whyNotSeal(result, signed, false))
    if (!signed) throw new Refusal('results.not-signed')
    const paper = { result, signed, subject: subjectOf(batch) }
    const what = {
      purpose: decisionSeal.name,
      reason: signatureWords.seal,
      procedureCode: batch.procedureCode,
      of: { no },
    }
    return beginSeal(ctx, keyUserOf(actor), paper, what)
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

/** The agency's signature on one decision for many. */
export const decisionSeal = {
  name: 'batch-seal',
  listPath: '/quyet-dinh-chung',
  level: ({ context }) => context.level,
  delayed: holdOn,
  look: (app, { context }) => sealLook(app, context),
  keep: (app, by, request, signed) =>
    runAction(app, completeDecisionSeal, by, { no: request.context.no, sealed: sealedOf(request, signed) }),
} satisfies SigningPurpose<SealContext & OfBatch>

/** Numbers, dates and seals the decision itself, once; asked again it is left as it is. */
export async function sealDecision(
  app: App,
  clerk: KeyUser,
  { no, authorisation }: { no: number; authorisation: Authorisation },
  meta: RequestMeta,
): Promise<SigningWaits | SigningRaises | undefined> {
  const { result } = await batchWithinReach(app.db, clerk, no)
  if (result.state === 'sealed') return undefined
  const ask = () => runAction(app, requestDecisionSeal, clerk, { no }, meta)
  return (await beginOne(app, clerk, decisionSeal, ask, authorisation)) ?? undefined
}
