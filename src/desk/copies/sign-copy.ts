import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { issuingAgency } from '../../dossiers/index.ts'
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
import { whyNotCopy, whyNotOwner } from './certified-copy.ts'
import { CopyOf, copyPlace } from './copy-place.ts'
import { copyPlacePath } from './copy-paths.ts'
import { copySource } from './copy-source.ts'
import { insertCopy } from './store.ts'
import { copyWords } from './texts.ts'

const FileId = Type.String({ format: 'uuid' })
const Said = {
  ...CopyOf,
  fileId: FileId,
  title: Type.String({ minLength: 1, maxLength: 300 }),
  ownerName: Type.String({ minLength: 1, maxLength: 200 }),
  /** Of a paper of no dossier. */
  ownerNumber: Type.Optional(Type.String({ maxLength: 20 })),
}

type Context = CopyOf & {
  copyId: string
  fileId: string
  title: string
  ownerName: string
  ownerNumber?: string
  unitId: string
  location: string
}

const requestCopySignature = action({
  name: 'desk.request-copy-signature',
  roles: ['intake-officer'],
  input: Type.Object({ ...Said, isCompared: Type.Boolean() }),
  async run(ctx, actor, { fileId, isCompared, ...said }): Promise<SigningRequest<Context>> {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const { place, file } = await copyable(ctx, officer, { fileId, isCompared, ...said })
    const { unitId } = place
    const unit = await unitById(db, unitId)
    if (!unit) throw new Error(`no unit ${unitId}`)
    const copyId = newId()
    const { place: location } = await issuingAgency(ctx, unit)
    const request = await requestSignature(ctx, officer, await keyOfAccount(db, officer.accountId, now), {
      purpose: copySignature.name,
      subject: `copy:${copyId}`,
      fileId,
      sha256: file.sha256,
      context: { copyId, fileId, ...said, unitId, location },
    })
    const facts = { copy: copyId, request: request.id, sha256: file.sha256 }
    ctx.journal({ subject: place.subject, what: 'desk.copy-requested', facts })
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
  async run(ctx, actor, { copyId, unitId, requestId, bytes, ...said }) {
    const { db, now } = ctx
    const { fileId, title, ownerName, ownerNumber = null } = said
    const officer = officerOf(actor)
    await openRequest(ctx, officer, requestId)
    const { place, file } = await copyable(ctx, officer, { ...said, isCompared: true })
    const { dossierId, dossierCode, paperId } = place
    const { pages, sha256: sourceSha256 } = file
    const signed = await recordProducedFile(ctx, {
      bytes,
      name: copyWords.fileName(dossierCode, copyId),
      mediaType: 'application/pdf',
      ...(pages === null ? {} : { pages }),
    })
    await requestCompleted(ctx, requestId, signed.id)
    await insertCopy(db, {
      id: copyId,
      dossierId,
      dossierCode,
      paperId,
      unitId,
      title,
      ownerName,
      ownerNumber: paperId === null ? null : ownerNumber,
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
    ctx.journal({ subject: place.subject, what: 'desk.copy-signed', facts })
    return { copyId, sha256: signed.sha256 }
  },
})

type Asked = CopyOf & { fileId: string; isCompared: boolean; ownerName: string; ownerNumber?: string }

/** The file that is to be signed, at this officer's desk; refuses with why it is not. */
async function copyable(ctx: ActionContext, officer: Officer, asked: Asked) {
  const { fileId, isCompared, ownerName, ownerNumber = null } = asked
  const place = await copyPlace(ctx, officer, asked)
  const { file, isTaken } = await copySource(ctx, place, fileId)
  refuse(whyNotCopy(place, file, { isCompared, isTaken }))
  if (place.alone) refuse(whyNotOwner(place.alone, { ownerName, ownerNumber }, ctx.now))
  return { place, file }
}

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
  listPath: ({ dossierCode, paperId }) => copyPlacePath({ dossierCode: dossierCode ?? null, paperId: paperId ?? null }),
  look: async (_, { context: { title, dossierCode, location } }) => ({
    title: [copyWords.form, title, ...(dossierCode === undefined ? [] : [dossierCode])].join(' · '),
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
