import { Type, type Static } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { officerOf } from '../../platform/acting.ts'
import { actorLabel } from '../../platform/actor.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { Authorised, authorisationOf, beginOne, type SigningPurpose, type SigningRequest } from '../../signing/index.ts'
import { whyNotTakeFiles } from '../filing/filing.ts'
import { processOf } from '../known.ts'
import { askForRecord, type RecordContext } from '../step-records/ask-for-record.ts'
import { completeRecord, recordLook } from '../step-records/complete-record.ts'
import { consultationToSign } from '../step-records/step-record.ts'
import { dossierById } from '../store.ts'
import { ANSWERING, askedWithinReach } from './consulted-reach.ts'
import { whyNotAnswer } from './consultation.ts'
import { OpinionInput, answerAsked } from './give-opinion.ts'
import { consultationForUpdate } from './store.ts'
import { answerWords } from './texts.ts'

type Answer = Static<typeof OpinionInput> & { dossierCode: string }
type Request = SigningRequest<RecordContext<Answer>>

const requestOpinionRecord = action({
  name: 'dossiers.request-opinion-record',
  roles: [...ANSWERING],
  input: OpinionInput,
  async run(ctx, actor, input): Promise<Request> {
    const { db } = ctx
    const officer = officerOf(actor)
    const { opinionId, answer, text, fileId, seen } = input
    const place = await askedWithinReach(db, officer, opinionId)
    const consultation = await consultationForUpdate(db, place.dossierId, place.consultationNo)
    const dossier = await dossierById(db, place.dossierId)
    const body = consultation?.bodies.find(({ id }) => id === opinionId)
    if (!consultation || !dossier || !body) throw new Refusal('platform.not-found')
    refuse(whyNotAnswer({ ...consultation, handling: dossier.handling }, body, { answer, text, seen }))
    const files = fileId === undefined ? [] : await filesByIds(db, [fileId])
    if (fileId !== undefined) refuse(whyNotTakeFiles([fileId], files, [actorLabel(officer)]))
    const step = consultationToSign(consultation.stepCode, await processOf(db, dossier.processId))
    if (!step) throw new Refusal('dossiers.nothing-to-sign')
    const signedOver = files.map(({ name, sha256 }) => ({ name, sha256 }))
    return askForRecord(ctx, officer, {
      purpose: opinionRecord.name,
      dossier,
      unitId: place.unitId,
      concluded: { kind: 'opinion', stepName: step.name, outcome: answerWords[answer], note: text ?? '', signedOver },
      input: { ...input, dossierCode: dossier.code },
    })
  },
})

const completeOpinionRecord = action({
  name: 'dossiers.complete-opinion-record',
  roles: [...ANSWERING],
  input: Type.Object({ request: Type.Unsafe<Request>({}), bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(ctx, actor, { request, bytes }) {
    const officer = officerOf(actor)
    const { dossierCode, ...input } = request.context.input
    const given = await answerAsked(ctx, officer, input, { isSigned: true })
    await completeRecord(ctx, officer, request, { dossierCode, bytes })
    return given
  },
})

/** The signature of a consulted body's officer on its answer. */
export const opinionRecord = {
  name: 'opinion-record',
  tokenAction: 'Comment',
  listPath: '/y-kien',
  look: recordLook,
  keep: (app, by, request, { pdf: bytes }) => runAction(app, completeOpinionRecord, by, { request, bytes }),
} satisfies SigningPurpose<RecordContext<Answer>>

/** The same as `giveOpinion`, with the officer's own signature on the sheet that says it; the answer counts from then on. */
export const signOpinion = errand({
  name: 'dossiers.sign-opinion',
  roles: [...ANSWERING],
  input: Type.Object({ ...OpinionInput.properties, ...Authorised }),
  async run(app, actor, { pin, ...input }, meta) {
    const ask = () => runAction(app, requestOpinionRecord, actor, input, meta)
    return beginOne(app, actor, opinionRecord, ask, authorisationOf({ pin }))
  },
})
