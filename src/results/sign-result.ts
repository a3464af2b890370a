import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { Actor, Officer, System } from '../platform/actor.ts'
import { errand } from '../platform/errand.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { recordProducedFile } from '../documents/index.ts'
import { dossierWithinReach, moveHandling, processOf, whyNot } from '../dossiers/index.ts'
import {
  handwrittenSignatureImage,
  keyOfAccount,
  openRequest,
  requestCompleted,
  requestSignature,
} from '../signing/index.ts'
import { whyNotByAuthority } from './draft-source.ts'
import { resultSigned } from './events.ts'
import { FIELDS } from './render-result.ts'
import { DossierCode, Pin } from './result-input.ts'
import { NOT_RETURNED, fileAt, whyNotSign } from './result.ts'
import { orFailed, signOutside, type Begun } from './sign-outside.ts'
import { filesOf, insertFile, resultForUpdate, resultOf, saveResult } from './store.ts'
import { resultFileName, signatureWords } from './texts.ts'

/** Checks everything that can be checked before the key is used, and notes that it is going to be. */
const requestResultSignature = action({
  name: 'results.request-signature',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run(ctx, actor, { dossierCode }): Promise<Begun & { fullName: string; place: string }> {
    const { db } = ctx
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(whyNot('signResult', dossier, officer, await processOf(db, dossier.processId)))
    const result = await resultOf(db, dossier.id)
    const unsigned = result && fileAt(result, await filesOf(db, result), 'unsigned')
    refuse(whyNotSign(result, unsigned, officer.accountId))
    if (!result || !unsigned) throw new Refusal('results.not-approved')
    refuse(await whyNotByAuthority(db, result, dossier, ctx.now))
    const holder = await keyOfAccount(db, officer.accountId)
    const subject = `dossier:${dossier.id}`
    const { id, sha256, keyRef, fill } = await requestSignature(ctx, officer, holder, {
      purpose: 'result-signature',
      subject,
      fileId: unsigned.fileId,
      sha256: unsigned.sha256,
    })
    ctx.journal({
      subject,
      what: 'results.signature-requested',
      facts: { request: id, no: result.no, version: result.version, sha256, certificate: holder?.fingerprint },
    })
    const { signature, agency } = result.content
    return { requestId: id, sha256, keyRef, fill, fullName: signature.fullName, place: agency.place }
  },
})

const completeResultSignature = action({
  name: 'results.complete-signature',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode, requestId: Type.String(), bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(ctx, actor, { dossierCode, requestId, bytes }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const request = await openRequest(ctx, officer, requestId)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'signResult', {
      leaves: [{ kind: 'result', isSigned: true }],
    })
    const result = await resultForUpdate(db, dossier.id)
    const unsigned = result && fileAt(result, await filesOf(db, result), 'unsigned')
    refuse(whyNotSign(result, unsigned, officer.accountId))
    // Returned, changed and approved again while the key was at work: another document now.
    if (!result || !unsigned || unsigned.fileId !== request.fileId) throw new Refusal('platform.conflict')
    refuse(await whyNotByAuthority(db, result, dossier, now))
    const name = resultFileName(dossier.code, result.no)
    const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages: unsigned.pages })
    await requestCompleted(ctx, requestId, file.id)
    await saveResult(db, { ...result, ...NOT_RETURNED, state: 'signed' }, result)
    const { pages, version } = unsigned
    await insertFile(db, result, {
      version,
      stage: 'signed',
      fileId: file.id,
      sha256: file.sha256,
      pages,
      signatures: 1,
      madeAt: now,
    })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.signed',
      facts: { request: requestId, no: result.no, version, sha256: file.sha256 },
    })
    await ctx.emit(resultSigned, {
      dossierId: dossier.id,
      code: dossier.code,
      resultNo: result.no,
      unitId: result.unitId,
    })
    return { code: dossier.code, handling: after.handling, sha256: file.sha256 }
  },
})

/**
 * The named signatory signs the approved result with their own key: PAdES B-T, certified so that afterwards only number,
 * date and the agency's seal may be added. When the key or the time-stamp authority does not answer, nothing has changed and
 * it can be signed again. Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24; Nghị định 30/2020/NĐ-CP, Điều 13, Phụ lục I.
 */
export const signResult = errand({
  name: 'results.sign',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode, pin: Pin }),
  async run(app, actor, { dossierCode, pin }, { requestId = '' }) {
    const officer = officerOf(actor)
    const { fullName, place, ...begun } = await runAction(
      app,
      requestResultSignature,
      officer,
      { dossierCode },
      { requestId },
    )
    const look = {
      field: { name: FIELDS.sign },
      appearance: { image: await handwrittenSignatureImage(fullName) },
      reason: signatureWords.sign,
      location: place,
      certify: true,
    }
    const { pdf } = await signOutside(app, officer, begun, look, pin)
    const input = { dossierCode, requestId: begun.requestId, bytes: pdf }
    return orFailed(app, officer, begun, () => runAction(app, completeResultSignature, officer, input, { requestId }))
  },
})

/** An officer, or the system where an instrument lets it act. */
export type KeyUser = Officer | System

export function keyUserOf(actor: Actor): KeyUser {
  return actor.kind === 'system' && actor.authority ? actor : officerOf(actor)
}

export function officerOf(actor: Actor): Officer {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor
}
