import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { noteCitizenCertificate, readCertificate, requestSignature, type SigningRequest } from '../../signing/index.ts'
import { procedureOf } from '../known.ts'
import { paperOf, signPlace, whyNotSign, whyNotYours } from './application.ts'
import { applicationSignature, CITIZEN_SIGNERS, type ApplicationContext } from './application-signature.ts'
import { openSignatory, SignatoryInput } from './open-signatory.ts'
import { draftApplication } from './store.ts'

/** Somebody is going to sign the paper as it stands now, with a key whose certificate carries their own number. */
export const requestApplicationSignature = action({
  name: 'dossiers.request-application-signature',
  roles: ['citizen'],
  input: Type.Object({
    ...SignatoryInput,
    /** Hash of the content that was read: nobody signs what they have not seen. */
    content: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    signer: Type.Enum([...CITIZEN_SIGNERS]),
    keyRef: Type.String({ maxLength: 120 }),
    chain: Type.Unsafe<Uint8Array[]>({}),
  }),
  async run(ctx, actor, { content, signer, keyRef, chain, ...who }): Promise<SigningRequest<ApplicationContext>> {
    const { citizen, draft, person } = await openSignatory(ctx.db, actor, who)
    const application = await draftApplication(ctx.db, draft.id)
    refuse(whyNotSign(application, { content, answer: person?.answer ?? null }))
    const personId = person?.id ?? null
    const place = application?.places[signPlace(personId)]
    if (!application || !place) throw new Refusal('dossiers.application-changed')
    const [own] = chain
    refuse(own && whyNotYours(readCertificate(own).subject.userId, citizen.personalId))
    const holder = await noteCitizenCertificate(ctx, { citizenId: citizen.citizenId, signer, keyRef, chain })
    const { fileId, sha256 } = paperOf(application)
    const { name: procedureName } = await procedureOf(ctx.db, draft.procedureVersionId)
    const { fullName } = person ?? citizen
    const request = await requestSignature(ctx, citizen, holder, {
      purpose: applicationSignature.name,
      subject: `draft:${draft.id}`,
      fileId,
      sha256,
      context: { draftCode: draft.resumeCode, personId, fileId, place, procedureName, fullName },
    })
    const facts = { request: request.id, sha256, certificate: holder.fingerprint, person: personId }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-signature-requested', facts })
    return request
  },
})
