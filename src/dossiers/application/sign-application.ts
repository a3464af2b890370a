import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import type { Anchor } from '../../platform/pdf.ts'
import { Refusal, refuse, refusalSentence as fill, type Reason } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import {
  beginOne,
  noteCitizenCertificate,
  openRequest,
  readCertificate,
  rectAt,
  remoteKeyRef,
  requestCompleted,
  requestSignature,
  signersPort,
  type Certificate,
  type SigningPurpose,
  type SigningRequest,
} from '../../signing/index.ts'
import { citizenOnly, ownApplication } from './open-application.ts'
import { FilingOfDraft, prepareApplication, type LaidOut } from './prepare-application.ts'
import { saveSigned } from './store.ts'
import { applicationTexts as texts } from './paper.texts.ts'

/** Trust services where a citizen may hold a key under their personal number. */
export const CITIZEN_SIGNERS = ['smartca', 'mysign'] as const
export type CitizenSigner = (typeof CITIZEN_SIGNERS)[number]

export type ApplicationContext = {
  draftCode: string
  fileId: string
  place: Anchor
  procedureName: string
  fullName: string
}

/** Vietnamese authorities write the personal number into the certificate: `CCCD:…`, `CMND:…`, or the bare number. */
export function whyNotYours({ subject }: Certificate, personalId: string): Reason | undefined {
  const [, number] = /^(?:[A-Z]+:)?(\d{9,12})$/.exec(subject.userId) ?? []
  return number === personalId ? undefined : { code: 'dossiers.not-your-certificate' }
}

const requestApplicationSignature = action({
  name: 'dossiers.request-application-signature',
  roles: ['citizen'],
  input: Type.Object({
    draftCode: Type.String({ maxLength: 12 }),
    laidOut: Type.Unsafe<LaidOut>({}),
    signer: Type.Enum([...CITIZEN_SIGNERS]),
    keyRef: Type.String({ maxLength: 120 }),
    chain: Type.Unsafe<Uint8Array[]>({}),
  }),
  async run(ctx, actor, { draftCode, laidOut, signer, keyRef, chain }): Promise<SigningRequest<ApplicationContext>> {
    const { citizen, draft, application } = await ownApplication(ctx.db, actor, draftCode)
    if (application?.fileId !== laidOut.fileId) throw new Refusal('dossiers.application-changed')
    const [own] = chain
    refuse(own && whyNotYours(readCertificate(own), citizen.personalId))
    const holder = await noteCitizenCertificate(ctx, { citizenId: citizen.citizenId, signer, keyRef, chain })
    const { fileId, sha256, place, procedureName } = laidOut
    const request = await requestSignature(ctx, citizen, holder, {
      purpose: applicationSignature.name,
      subject: `draft:${draft.id}`,
      fileId,
      sha256,
      context: { draftCode, fileId, place, procedureName, fullName: citizen.fullName },
    })
    const facts = { request: request.id, sha256, certificate: holder.fingerprint }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-signature-requested', facts })
    return request
  },
})

const completeApplication = action({
  name: 'dossiers.complete-application-signature',
  roles: ['citizen'],
  input: Type.Object({
    requestId: Type.String({ format: 'uuid' }),
    context: Type.Unsafe<ApplicationContext>({}),
    bytes: Type.Unsafe<Uint8Array>({}),
    signed: Type.Unsafe<{ signerName: string; fingerprint: string; signedAt: Date }>({}),
  }),
  async run(ctx, actor, { requestId, context: { draftCode, fileId }, bytes, signed }) {
    const request = await openRequest(ctx, citizenOnly(actor), requestId)
    const { draft } = await ownApplication(ctx.db, actor, draftCode)
    const name = fill(texts.fileName, { code: draftCode })
    const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf' })
    await requestCompleted(ctx, request.id, file.id)
    const saved = await saveSigned(ctx.db, {
      draftId: draft.id,
      fileId,
      how: 'digital-signature',
      signedFileId: file.id,
      signedSha256: file.sha256,
      ...signed,
    })
    // Changed and laid out again while the telephone waited: what was signed is filed no more.
    if (!saved) throw new Refusal('dossiers.application-changed')
    const facts = { request: request.id, file: file.id, sha256: file.sha256, certificate: signed.fingerprint }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-signed', facts })
  },
})

/** The filer's signature on the application. */
export const applicationSignature = {
  name: 'application-signature',
  listPath: ({ draftCode }) => `/bai-khai/${draftCode}/kiem-tra`,
  look: async (app, { context: { place, procedureName, fullName, draftCode } }) => ({
    title: `${fill(texts.shown, { title: texts.title, procedure: procedureName })} · ${draftCode}`,
    field: { name: 'nguoi-lam-don', page: place.page, rect: rectAt(place) },
    appearance: {
      text: {
        lines: [
          fill(texts.signedBy, { name: fullName }),
          fill(texts.signedOn, { time: formatDateTime(app.clock.now()) }),
        ],
        size: 9,
        colour: 'blue',
      },
    },
    reason: texts.title,
  }),
  keep: (app, by, { id: requestId, context }, { pdf: bytes, report }) => {
    const last = report.signatures.at(-1)
    if (!last) throw new Error('a signed application has a signature')
    const signed = {
      signerName: last.signer.commonName,
      fingerprint: last.signer.fingerprint,
      signedAt: last.signedAt ?? app.clock.now(),
    }
    return runAction(app, completeApplication, by, { requestId, context, bytes, signed })
  },
} satisfies SigningPurpose<ApplicationContext>

/** Who has no certificate at this service chooses another way: no administrator of ours gives one to citizens. */
async function chainOfCitizen(app: App, signer: CitizenSigner, keyRef: string): Promise<Uint8Array[]> {
  try {
    return await app.ports.get(signersPort).named(signer).certificateChain(keyRef)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'signing.key-unknown')
      throw new Refusal('dossiers.no-certificate-there')
    throw error
  }
}

/**
 * The filer signs the application with a key of their own at a trust service, confirmed on their telephone.
 * Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24; Nghị định 23/2025/NĐ-CP (chữ ký số công cộng).
 */
export const signApplication = errand({
  name: 'dossiers.sign-application',
  roles: ['citizen'],
  input: Type.Object({ filing: FilingOfDraft, signer: Type.Enum([...CITIZEN_SIGNERS]) }),
  async run(app, actor, { filing, signer }, meta) {
    const { personalId } = citizenOnly(actor)
    const laidOut = await runAction(app, prepareApplication, actor, { filing }, meta)
    const keyRef = remoteKeyRef(signer, personalId)
    const chain = await chainOfCitizen(app, signer, keyRef)
    const input = { draftCode: filing.draftCode, laidOut, signer, keyRef, chain }
    const ask = () => runAction(app, requestApplicationSignature, actor, input, meta)
    return beginOne(app, actor, applicationSignature, ask, {})
  },
})
