import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse, refusalSentence as fill } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { openRequest, requestCompleted } from '../../signing/index.ts'
import { coApplicantAnswered } from '../co-applicants/events.ts'
import { saveAnswer } from '../co-applicants/store.ts'
import { tellingNo } from '../co-applicants/void-agreements.ts'
import { procedureOf } from '../known.ts'
import { whyNotKeep, whyNotYours } from './application.ts'
import type { ApplicationContext } from './application-signature.ts'
import { citizenOnly } from './open-application.ts'
import { openSignatory } from './open-signatory.ts'
import { applicationTexts as texts } from './paper.texts.ts'
import { draftApplication, saveFilerSigned, saveRevision, type SignedBy } from './store.ts'

/**
 * A signature that was given becomes part of the paper, over those before it. Two who were asked about the same paper at one moment do
 * not overwrite each other: the second signs again, over the first.
 */
export const completeApplication = action({
  name: 'dossiers.complete-application-signature',
  roles: ['citizen'],
  input: Type.Object({
    requestId: Type.String({ format: 'uuid' }),
    context: Type.Unsafe<ApplicationContext>({}),
    bytes: Type.Unsafe<Uint8Array>({}),
    signed: Type.Unsafe<SignedBy & { userId: string }>({}),
  }),
  async run(ctx, actor, { requestId, context, bytes, signed: { userId, ...signed } }) {
    const { draftCode, personId, fileId: over } = context
    const request = await openRequest(ctx, citizenOnly(actor), requestId)
    const { citizen, draft, person } = await openSignatory(ctx.db, actor, { draftCode, personId })
    const application = await draftApplication(ctx.db, draft.id)
    if (person?.answer) throw new Refusal('dossiers.co-answered-before')
    refuse(whyNotKeep(application, over) ?? whyNotYours(userId, citizen.personalId))
    if (!application) throw new Refusal('dossiers.application-changed')
    const name = fill(texts.fileName, { code: draftCode })
    const { id: fileId, sha256 } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf' })
    await requestCompleted(ctx, request.id, fileId)
    if (!(await saveRevision(ctx.db, { draftId: draft.id, over, fileId, sha256 })))
      throw new Refusal('dossiers.application-changed')
    if (person) {
      const answer = { answer: 'agreed', how: 'digital-signature', contentSha256: application.inputSha256 } as const
      await saveAnswer(ctx.db, person.id, { ...answer, reason: null, ...signed, signedSha256: sha256 }, signed.signedAt)
      await ctx.emit(coApplicantAnswered, {
        draftId: draft.id,
        no: tellingNo(ctx.now),
        resumeCode: draft.resumeCode,
        procedureName: (await procedureOf(ctx.db, draft.procedureVersionId)).name,
        ownerAccountId: draft.ownerAccountId,
        agreed: true,
      })
    } else await saveFilerSigned(ctx.db, draft.id, signed)
    const facts = { request: request.id, file: fileId, sha256, certificate: signed.fingerprint, person: personId }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-signed', facts })
  },
})
