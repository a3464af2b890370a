import { Type, type Static } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import { officerOf } from '../platform/acting.ts'
import { errand } from '../platform/errand.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import {
  askForRecord,
  completeRecord,
  dossierWithinReach,
  processOf,
  recordLook,
  recordTexts,
  stepToSign,
  whyNot,
  type RecordContext,
} from '../dossiers/index.ts'
import { Authorised, authorisationOf, beginOne, type SigningPurpose, type SigningRequest } from '../signing/index.ts'
import { ApprovalInput, approve } from './approve-result.ts'
import { whyNotAlone } from './batch/store.ts'
import { fileToSign, whyNotApprove } from './result.ts'
import { filesOf, resultForUpdate } from './store.ts'
import { resultFileName } from './texts.ts'

type Approval = Static<typeof ApprovalInput>
type Request = SigningRequest<RecordContext<Approval>>

/** Lays out the sheet on which the approval is signed. */
export const requestApprovalRecord = action({
  name: 'results.request-approval-record',
  roles: ['head-of-division', 'signatory'],
  input: ApprovalInput,
  async run(ctx, actor, { dossierCode, version }): Promise<Request> {
    const { db } = ctx
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(await whyNotAlone(db, dossier.id))
    const process = await processOf(db, dossier.processId)
    refuse(whyNot('approveResult', dossier, officer, process))
    const step = stepToSign('approval', dossier, process)
    if (!step) throw new Refusal('dossiers.nothing-to-sign')
    const result = await resultForUpdate(db, dossier.id)
    refuse(whyNotApprove(result, version))
    const file = result && fileToSign(result, await filesOf(db, result))
    if (!result || !file) throw new Refusal('results.no-draft')
    return askForRecord(ctx, officer, {
      purpose: approvalRecord.name,
      dossier,
      unitId: result.unitId,
      concluded: {
        kind: 'approval',
        stepName: step.name,
        outcome: recordTexts.approved,
        note: result.title,
        signedOver: [{ name: resultFileName(dossier.code, result.no), sha256: file.sha256 }],
      },
      // The very version whose bytes are named on the record.
      input: { dossierCode, version: result.version },
    })
  },
})

const completeApprovalRecord = action({
  name: 'results.complete-approval-record',
  roles: ['head-of-division', 'signatory'],
  input: Type.Object({ request: Type.Unsafe<Request>({}), bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(ctx, actor, { request, bytes }) {
    const officer = officerOf(actor)
    const { input } = request.context
    const approved = await approve(ctx, officer, input, { isSigned: true })
    await completeRecord(ctx, officer, request, { dossierCode: input.dossierCode, bytes })
    return approved
  },
})

/** The signature of who approves the draft, on the sheet that names its very bytes. */
export const approvalRecord = {
  name: 'approval-record',
  tokenAction: 'Comment',
  listPath: '/viec',
  look: recordLook,
  keep: (app, by, request, { pdf: bytes }) => runAction(app, completeApprovalRecord, by, { request, bytes }),
} satisfies SigningPurpose<RecordContext<Approval>>

/** The same as `approveResult`, with the approver's own signature on the record; the approval counts from then on. */
export const signApproval = errand({
  name: 'results.sign-approval',
  roles: ['head-of-division', 'signatory'],
  input: Type.Object({ ...ApprovalInput.properties, ...Authorised }),
  async run(app, actor, { pin, ...input }, meta) {
    const ask = () => runAction(app, requestApprovalRecord, actor, input, meta)
    return beginOne(app, actor, approvalRecord, ask, authorisationOf({ pin }))
  },
})
