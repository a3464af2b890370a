import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { dossierWithinReach, workPath } from '../../dossiers/index.ts'
import {
  Authorised,
  beginOne,
  keyOfAccount,
  lookOfPerson,
  openRequest,
  requestCompleted,
  requestSignature,
  type PlaceWish,
  type SigningPurpose,
  type SigningRequest,
} from '../../signing/index.ts'
import { whyNotAlone } from '../batch/store.ts'
import { DossierCode } from '../result-input.ts'
import { FIELDS } from '../render-result.ts'
import { fileAt } from '../result.ts'
import { filesOf, insertFile, resultForUpdate } from '../store.ts'
import { signatureWords } from '../signature.texts.ts'
import { resultFileName } from '../texts.ts'
import { INITIALS_PLACES, placeOfInitials, whyNotInitial } from './initials.ts'

const OTHERS: readonly string[] = [FIELDS.sign, FIELDS.seal]

type Context = { dossierCode: string; title: string; fullName: string; location: string; place: PlaceWish }

const requestInitials = action({
  name: 'results.request-initials',
  roles: ['specialist'],
  input: Type.Object({ dossierCode: DossierCode, place: Type.Enum([...INITIALS_PLACES]) }),
  async run(ctx, actor, { dossierCode, place }): Promise<SigningRequest<Context>> {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(await whyNotAlone(db, dossier.id))
    const result = await resultForUpdate(db, dossier.id)
    const files = result ? await filesOf(db, result) : []
    refuse(whyNotInitial(result, files, officer.accountId))
    const draft = result && fileAt(result, files, 'unsigned')
    if (!result || !draft) throw new Refusal('results.no-draft-to-initial')
    const subject = `dossier:${dossier.id}`
    const { fileId, sha256, pages } = draft
    const { title, no, version, content } = result
    const request = await requestSignature(ctx, officer, await keyOfAccount(db, officer.accountId, now), {
      purpose: resultInitials.name,
      subject,
      fileId,
      sha256,
      context: {
        dossierCode,
        title,
        fullName: officer.fullName,
        location: content.agency.place,
        place: placeOfInitials(place, result, pages),
      },
    })
    ctx.journal({ subject, what: 'results.initials-requested', facts: { request: request.id, no, version, sha256 } })
    return request
  },
})

const completeInitials = action({
  name: 'results.complete-initials',
  roles: ['specialist'],
  input: Type.Object({
    dossierCode: DossierCode,
    requestId: Type.String(),
    bytes: Type.Unsafe<Uint8Array>({}),
  }),
  async run(ctx, actor, { dossierCode, requestId, bytes }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const request = await openRequest(ctx, officer, requestId)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const result = await resultForUpdate(db, dossier.id)
    const files = result ? await filesOf(db, result) : []
    refuse(whyNotInitial(result, files, officer.accountId))
    const draft = result && fileAt(result, files, 'unsigned')
    // Returned and drafted anew while the key was at work: another document now.
    if (!result || draft?.fileId !== request.fileId) throw new Refusal('platform.conflict')
    const { version, pages } = draft
    const name = resultFileName(dossier.code, result.no)
    const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
    await requestCompleted(ctx, requestId, file.id)
    const { id: fileId, sha256 } = file
    await insertFile(db, result, { version, stage: 'initialled', fileId, sha256, pages, signatures: 1, madeAt: now })
    const facts = { request: requestId, no: result.no, version, sha256 }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.initialled', facts })
    return { code: dossier.code, sha256 }
  },
})

/** ký nháy. Certified: afterwards only further signatures, number and date are added, as with the signatory's own. */
export const resultInitials = {
  name: 'result-initials',
  tokenAction: 'Comment',
  listPath: ({ dossierCode }) => workPath(dossierCode),
  async look(app, { byAccountId, context: { title, dossierCode, fullName, location, place } }) {
    if (byAccountId === null) throw new Error('a person signs')
    return {
      title: `${title} · ${dossierCode}`,
      field: { name: 'ky-nhay', place },
      appearance: await lookOfPerson(app, { accountId: byAccountId, fullName }),
      reason: signatureWords.initials,
      location,
      certify: true,
    }
  },
  keep: async (app, by, { id: requestId, context: { dossierCode } }, { pdf: bytes, report }) => {
    // A program of a token chooses the field: those prepared for the signatory and the seal stay theirs.
    if (OTHERS.includes(report.signatures.at(-1)?.fieldName ?? '')) throw new Refusal('results.initials-misplaced')
    return runAction(app, completeInitials, by, { dossierCode, requestId, bytes })
  },
} satisfies SigningPurpose<Context>

/**
 * The specialist who drafted the result signs it first, as the one who answers for what it says; these bytes are then approved and
 * signed over. Whether nothing is approved without it is for the process to say (`initials` among what the approval step leaves). Căn
 * cứ: Nghị định 30/2020/NĐ-CP, Điều 12 khoản 1 (kiểm tra, chịu trách nhiệm về nội dung trước khi ký ban hành).
 */
export const signInitials = errand({
  name: 'results.sign-initials',
  roles: ['specialist'],
  input: Type.Object({
    dossierCode: DossierCode,
    place: Type.Optional(Type.Enum([...INITIALS_PLACES])),
    ...Authorised,
  }),
  async run(app, actor, { dossierCode, place = 'end', ...authorisation }, meta) {
    const officer = officerOf(actor)
    const ask = () => runAction(app, requestInitials, officer, { dossierCode, place }, meta)
    return beginOne(app, officer, resultInitials, ask, authorisation)
  },
})
