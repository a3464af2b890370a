import { Type, type Static } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { officerOf } from '../../platform/acting.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { Authorised, authorisationOf, beginOne, type SigningPurpose, type SigningRequest } from '../../signing/index.ts'
import { processOf } from '../known.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { askForRecord, type RecordContext } from '../step-records/ask-for-record.ts'
import { completeRecord, recordLook } from '../step-records/complete-record.ts'
import { stepToSign } from '../step-records/step-record.ts'
import { appraisalWords } from '../step-records/texts.ts'
import { AppraisalInput, conclude } from './record-appraisal.ts'

type Conclusion = Static<typeof AppraisalInput>
type Request = SigningRequest<RecordContext<Conclusion>>

const requestAppraisalRecord = action({
  name: 'dossiers.request-appraisal-record',
  roles: ['specialist'],
  input: AppraisalInput,
  async run(ctx, actor, input): Promise<Request> {
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(ctx.db, officer, input.dossierCode)
    const process = await processOf(ctx.db, dossier.processId)
    refuse(whyNot('recordAppraisal', dossier, officer, process))
    const step = stepToSign('appraisal', dossier, process)
    if (!step) throw new Refusal('dossiers.nothing-to-sign')
    const { outcome, note } = input
    return askForRecord(ctx, officer, {
      purpose: appraisalRecord.name,
      dossier,
      unitId: dossier.competentUnitId,
      concluded: { kind: 'appraisal', stepName: step.name, outcome: appraisalWords[outcome], note, signedOver: [] },
      input,
    })
  },
})

const completeAppraisalRecord = action({
  name: 'dossiers.complete-appraisal-record',
  roles: ['specialist'],
  input: Type.Object({ request: Type.Unsafe<Request>({}), bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(ctx, actor, { request, bytes }) {
    const officer = officerOf(actor)
    const { input } = request.context
    const { dossierCode } = input
    const concluded = await conclude(ctx, officer, input, { isSigned: true })
    await completeRecord(ctx, officer, request, { dossierCode, bytes })
    return concluded
  },
})

/** The specialist's signature on the appraisal sheet. */
export const appraisalRecord = {
  name: 'appraisal-record',
  tokenAction: 'Comment',
  listPath: '/viec',
  look: recordLook,
  keep: (app, by, request, { pdf: bytes }) => runAction(app, completeAppraisalRecord, by, { request, bytes }),
} satisfies SigningPurpose<RecordContext<Conclusion>>

/**
 * The same as `recordAppraisal`, with the specialist's own signature on the sheet that says it. The conclusion counts from the moment
 * it is signed. Căn cứ: quy trình 5 bước trên môi trường điện tử của Quảng Ninh, ký số ở từng bước.
 */
export const signAppraisal = errand({
  name: 'dossiers.sign-appraisal',
  roles: ['specialist'],
  input: Type.Object({ ...AppraisalInput.properties, ...Authorised }),
  async run(app, actor, { pin, ...input }, meta) {
    const ask = () => runAction(app, requestAppraisalRecord, actor, input, meta)
    return beginOne(app, actor, appraisalRecord, ask, authorisationOf({ pin }))
  },
})
