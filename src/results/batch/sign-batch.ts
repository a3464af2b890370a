import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { moveHandling, processOf, whyNot } from '../../dossiers/index.ts'
import { beginOne, openRequest, type SigningPurpose, type SigningRequest } from '../../signing/index.ts'
import { whyNotByAuthority } from '../draft-source.ts'
import { Authorised } from '../result-input.ts'
import { fileAt, whyNotSign } from '../result.ts'
import { beginSignature, completeSignature, signatureLook, type SignatureContext } from '../sign-paper.ts'
import { BatchNo, ListVersion } from './list-approval.ts'
import { whyNotAsRead } from './batch.ts'
import { batchWithinReach, inBatch, subjectOf, type OpenBatch } from './open-batch.ts'
import { settleOrShow } from './settle-batch.ts'
import { batchFileName } from './texts.ts'

type OfBatch = { no: number }

const requestBatchSignature = action({
  name: 'results.request-batch-signature',
  roles: ['signatory'],
  input: Type.Object({ no: BatchNo, version: ListVersion }),
  async run(ctx, actor, { no, version }): Promise<SigningRequest<SignatureContext & OfBatch>> {
    const officer = officerOf(actor)
    const open = await batchWithinReach(ctx.db, officer, no)
    const unsigned = await signable(ctx, officer, open)
    refuse(whyNotAsRead(open.result, version))
    for (const { dossier } of inBatch(open))
      refuse(whyNot('signResult', dossier, officer, await processOf(ctx.db, dossier.processId)))
    const paper = { result: open.result, unsigned, subject: subjectOf(open.batch) }
    return beginSignature(ctx, officer, paper, { purpose: batchSignature.name, of: { no } })
  },
})

const completeBatchSignature = action({
  name: 'results.complete-batch-signature',
  roles: ['signatory'],
  input: Type.Object({ no: BatchNo, requestId: Type.String(), bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(ctx, actor, { no, requestId, bytes }) {
    const officer = officerOf(actor)
    const request = await openRequest(ctx, officer, requestId)
    const open = await batchWithinReach(ctx.db, officer, no, true)
    const { batch, result } = open
    const unsigned = await signable(ctx, officer, open)
    // The list became shorter while the key was at work: another document now.
    if (unsigned.fileId !== request.fileId) throw new Refusal('platform.conflict')
    for (const { dossier } of inBatch(open)) {
      await moveHandling(ctx, officer, dossier, 'signResult', { leaves: [{ kind: 'result', isSigned: true }] })
      ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.batch-signed', facts: { batch: no } })
    }
    const paper = { result, unsigned, subject: subjectOf(batch), name: batchFileName(no) }
    return { no, sha256: await completeSignature(ctx, paper, { requestId, bytes }) }
  },
})

async function signable({ db, now }: ActionContext, officer: Officer, { result, files, members }: OpenBatch) {
  const unsigned = fileAt(result, files, 'unsigned')
  refuse(whyNotSign(result, unsigned, officer.accountId))
  const [one] = members
  if (!unsigned || !one) throw new Refusal('results.not-approved')
  refuse(await whyNotByAuthority(db, result, one.dossier, now))
  return unsigned
}

/** The signature on one decision for many. */
export const batchSignature = {
  name: 'batch-signature',
  listPath: '/quyet-dinh-chung',
  delayed: async () => undefined,
  look: (app, request) => signatureLook(app, request, batchFileName(request.context.no)),
  keep: (app, by, { id: requestId, context: { no } }, { pdf: bytes }) =>
    runAction(app, completeBatchSignature, by, { no, requestId, bytes }),
} satisfies SigningPurpose<SignatureContext & OfBatch>

/**
 * The named signatory signs the decision with its list once, for all of its dossiers. Whoever fell out before is taken out first and
 * the signatory reads the shorter list. Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24; Nghị định 30/2020/NĐ-CP, Điều 13.
 */
export const signBatch = errand({
  name: 'results.sign-batch',
  roles: ['signatory'],
  input: Type.Object({ no: BatchNo, version: ListVersion, ...Authorised }),
  async run(app, actor, { no, version, ...authorisation }, meta) {
    const officer = officerOf(actor)
    await settleOrShow(app, officer, no, meta.requestId ?? '')
    const ask = () => runAction(app, requestBatchSignature, officer, { no, version }, meta)
    return beginOne(app, officer, batchSignature, ask, authorisation)
  },
})
