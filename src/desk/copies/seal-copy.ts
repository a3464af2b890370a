import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { issuingAgency, paperCertified } from '../../dossiers/index.ts'
import { unitById } from '../../organisation/index.ts'
import {
  Authorised,
  beginOne,
  copyBlock,
  keyOfUnit,
  levelDemanded,
  openRequest,
  requestCompleted,
  requestSignature,
  type SignatureLevel,
  type SigningPurpose,
  type SigningRequest,
} from '../../signing/index.ts'
import { copyNumber, whyNotWaiting } from './certified-copy.ts'
import { copyPlace, ofCopy } from './copy-place.ts'
import { copyForUpdate, saveSealedCopy, takeCopyNumber } from './store.ts'
import { copyWords } from './texts.ts'

export const CopyId = Type.String({ format: 'uuid' })

type Context = { copyId: string; title: string; agencyName: string; location: string; level: SignatureLevel }

/** A copy at this officer's desk; refuses with `platform.not-found` alike for "none" and "not yours". */
export async function copyAtDesk(ctx: ActionContext, actor: Actor, copyId: string) {
  const copy = await copyForUpdate(ctx.db, copyId)
  if (!copy) throw new Refusal('platform.not-found')
  return { copy, place: await copyPlace(ctx, actor, ofCopy(copy)) }
}

const requestCopySeal = action({
  name: 'desk.request-copy-seal',
  roles: ['intake-officer'],
  input: Type.Object({ copyId: CopyId }),
  async run(ctx, actor, { copyId }): Promise<SigningRequest<Context>> {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const { copy, place } = await copyAtDesk(ctx, officer, copyId)
    refuse(whyNotWaiting(copy))
    const unit = await unitById(db, copy.unitId)
    if (!unit) throw new Error(`no unit ${copy.unitId}`)
    const { place: location } = await issuingAgency(ctx, unit)
    const level = await levelDemanded(db, place.procedureCode, vietnamDate(now))
    const { title, signedFileId, signedSha256 } = copy
    const request = await requestSignature(ctx, officer, await keyOfUnit(db, copy.unitId, now), {
      purpose: copySeal.name,
      subject: `copy:${copyId}`,
      fileId: signedFileId,
      sha256: signedSha256,
      context: { copyId, title, agencyName: unit.name, location, level },
    })
    const facts = { copy: copyId, request: request.id, sha256: signedSha256 }
    ctx.journal({ subject: place.subject, what: 'desk.copy-seal-requested', facts })
    return request
  },
})

const completeCopySeal = action({
  name: 'desk.complete-copy-seal',
  roles: ['intake-officer'],
  input: Type.Object({
    copyId: CopyId,
    requestId: Type.String(),
    bytes: Type.Unsafe<Uint8Array>({}),
    signatures: Type.Integer({ minimum: 2 }),
  }),
  async run(ctx, actor, { copyId, requestId, bytes, signatures }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const request = await openRequest(ctx, officer, requestId)
    const { copy, place } = await copyAtDesk(ctx, officer, copyId)
    refuse(whyNotWaiting(copy))
    if (request.fileId !== copy.signedFileId) throw new Refusal('platform.conflict')
    const certifiedOn = vietnamDate(now)
    const year = Number(certifiedOn.slice(0, 4))
    const no = await takeCopyNumber(db, copy.unitId, year)
    const name = copyWords.fileName(copy.dossierCode, copyId)
    const { pages } = copy
    const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
    await requestCompleted(ctx, requestId, file.id)
    const { id: fileId, sha256 } = file
    const by = { byName: officer.fullName, at: now }
    await saveSealedCopy(db, copyId, { year, no, certifiedOn, fileId, sha256, signatures, ...by })
    const number = copyNumber({ no, year })
    const facts = { copy: copyId, request: requestId, number, certifiedOn, owner: copy.ownerName, sha256 }
    ctx.journal({ subject: place.subject, what: 'desk.copy-sealed', facts })
    const { dossierId, paperId, sourceFileId, ownerName, ownerNumber, unitId } = copy
    const of = { dossierId, paperId, sourceFileId, ownerName, ownerNumber, unitId }
    await ctx.emit(paperCertified, { ...of, fileId, number, certifiedOn })
    return { number, certifiedOn, sha256 }
  },
})

/** The agency's signature makes it a copy; its block of words stands in the top right corner of the first page. */
export const copySeal = {
  name: 'copy-seal',
  tokenAction: 'SignCopy',
  listPath: '/so-sao-y',
  level: ({ context }) => context.level,
  // Nothing to secure: its number is taken once it is at its level.
  delayed: async () => undefined,
  async look({ clock }, { context: { title, agencyName, location } }) {
    const { appearance, place } = copyBlock({ form: 'certified-copy', agencyName, signedAt: clock.now() })
    return {
      title: `${copyWords.form} · ${title}`,
      field: { name: 'sao-y', place },
      appearance,
      reason: copyWords.form,
      location,
    }
  },
  keep: (app, by, { id: requestId, context: { copyId } }, { pdf: bytes, report }) =>
    runAction(app, completeCopySeal, by, { copyId, requestId, bytes, signatures: report.signatures.length }),
} satisfies SigningPurpose<Context>

/**
 * The keeper of the desk's key signs the copy for the agency; with it the copy enters the register of the year. Căn cứ: Nghị định
 * 30/2020/NĐ-CP, Điều 25–27, Phụ lục I phần II.
 */
export const sealCopy = errand({
  name: 'desk.seal-copy',
  roles: ['intake-officer'],
  input: Type.Object({ copyId: CopyId, ...Authorised }),
  async run(app, actor, { copyId, ...authorisation }, meta) {
    const officer = officerOf(actor)
    const ask = () => runAction(app, requestCopySeal, officer, { copyId }, meta)
    return beginOne(app, officer, copySeal, ask, authorisation)
  },
})
