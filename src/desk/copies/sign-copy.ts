import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { issuingAgency, workPath } from '../../dossiers/index.ts'
import { unitById } from '../../organisation/index.ts'
import {
  Authorised,
  beginOne,
  keyOfAccount,
  openRequest,
  requestCompleted,
  requestSignature,
  type SigningPurpose,
  type SigningRequest,
} from '../../signing/index.ts'
import { whyNotCopy } from './certified-copy.ts'
import { copySource, deskDossier } from './copy-source.ts'
import { insertCopy } from './store.ts'
import { copyWords } from './texts.ts'

const FileId = Type.String({ format: 'uuid' })
const Said = {
  dossierCode: Type.String({ maxLength: 40 }),
  fileId: FileId,
  title: Type.String({ minLength: 1, maxLength: 300 }),
  ownerName: Type.String({ minLength: 1, maxLength: 200 }),
}

type Context = {
  copyId: string
  dossierCode: string
  fileId: string
  title: string
  ownerName: string
  unitId: string
  location: string
}

const requestCopySignature = action({
  name: 'desk.request-copy-signature',
  roles: ['intake-officer'],
  input: Type.Object({ ...Said, isCompared: Type.Boolean() }),
  async run(ctx, actor, { dossierCode, fileId, isCompared, ...said }): Promise<SigningRequest<Context>> {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const dossier = await deskDossier(db, officer, dossierCode)
    const { file, isTaken } = await copySource(ctx, dossier, fileId)
    refuse(whyNotCopy(dossier, file, { isCompared, isTaken }))
    const { receivedByUnitId: unitId } = dossier
    const unit = await unitById(db, unitId)
    if (!unit) throw new Error(`no unit ${unitId}`)
    const copyId = newId()
    const { place: location } = await issuingAgency(ctx, unit)
    const request = await requestSignature(ctx, officer, await keyOfAccount(db, officer.accountId, now), {
      purpose: copySignature.name,
      subject: `copy:${copyId}`,
      fileId,
      sha256: file.sha256,
      context: { copyId, dossierCode: dossier.code, fileId, ...said, unitId, location },
    })
    const facts = { copy: copyId, request: request.id, sha256: file.sha256 }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'desk.copy-requested', facts })
    return request
  },
})

const completeCopySignature = action({
  name: 'desk.complete-copy-signature',
  roles: ['intake-officer'],
  input: Type.Object({
    copyId: FileId,
    ...Said,
    unitId: FileId,
    requestId: Type.String(),
    bytes: Type.Unsafe<Uint8Array>({}),
  }),
  async run(ctx, actor, { copyId, dossierCode, fileId, title, ownerName, unitId, requestId, bytes }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    await openRequest(ctx, officer, requestId)
    const dossier = await deskDossier(db, officer, dossierCode)
    const { file, isTaken } = await copySource(ctx, dossier, fileId)
    refuse(whyNotCopy(dossier, file, { isCompared: true, isTaken }))
    const { pages, sha256: sourceSha256 } = file
    const signed = await recordProducedFile(ctx, {
      bytes,
      name: copyWords.fileName(dossier.code, copyId),
      mediaType: 'application/pdf',
      ...(pages === null ? {} : { pages }),
    })
    await requestCompleted(ctx, requestId, signed.id)
    await insertCopy(db, {
      id: copyId,
      dossierId: dossier.id,
      dossierCode: dossier.code,
      unitId,
      title,
      ownerName,
      pages: pages ?? 0,
      sourceFileId: fileId,
      sourceSha256,
      signedFileId: signed.id,
      signedSha256: signed.sha256,
      signedByAccountId: officer.accountId,
      signedByName: officer.fullName,
      signedAt: now,
      state: 'signed',
      ...NOT_SEALED,
    })
    const facts = {
      copy: copyId,
      request: requestId,
      title,
      owner: ownerName,
      source: sourceSha256,
      sha256: signed.sha256,
    }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'desk.copy-signed', facts })
    return { copyId, sha256: signed.sha256 }
  },
})

const NOT_SEALED = {
  year: null,
  no: null,
  certifiedOn: null,
  sealedFileId: null,
  sealedSha256: null,
  sealedByName: null,
  sealedAt: null,
  droppedByName: null,
  droppedAt: null,
  reason: null,
}

/** Shows nothing on the page: what an electronic copy shows is the agency's block alone (Decree 30/2020, Annex I). */
export const copySignature = {
  name: 'copy-signature',
  tokenAction: 'SignCopy',
  listPath: ({ dossierCode }) => workPath(dossierCode, '/ban-sao'),
  look: async (_, { context: { title, dossierCode, location } }) => ({
    title: `${copyWords.form} · ${title} · ${dossierCode}`,
    field: { name: 'nguoi-doi-chieu', page: 1, rect: [0, 0, 0, 0] },
    reason: copyWords.compared,
    location,
  }),
  keep: (app, by, { id: requestId, context }, { pdf: bytes }) => {
    const { location: _, ...said } = context
    return runAction(app, completeCopySignature, by, { ...said, requestId, bytes })
  },
} satisfies SigningPurpose<Context>

/**
 * The officer at the desk signs that the scan agrees with the paper they have before them; the agency's signature makes it a copy (sao
 * y từ văn bản giấy sang văn bản điện tử). Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 25–26, Phụ lục I phần I mục III; Nghị định
 * 45/2020/NĐ-CP, Điều 10.
 */
export const signCopy = errand({
  name: 'desk.sign-copy',
  roles: ['intake-officer'],
  input: Type.Object({ ...Said, isCompared: Type.Boolean(), ...Authorised }),
  async run(app, actor, { pin, ...asked }, meta) {
    const officer = officerOf(actor)
    const ask = () => runAction(app, requestCopySignature, officer, asked, meta)
    return beginOne(app, officer, copySignature, ask, pin === undefined ? {} : { pin })
  },
})
