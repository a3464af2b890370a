import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { errand } from '../platform/errand.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { recordProducedFile } from '../documents/index.ts'
import { dossierWithinReach, finishDossier, processOf, whyNot } from '../dossiers/index.ts'
import { takePlaceOf } from './correction/take-place-of.ts'
import { correctionUnderWay } from './correction/correction-of.ts'
import { automaticWords, unitById } from '../organisation/index.ts'
import { whyNotByAuthority } from './draft-source.ts'
import { keyOfUnit, openRequest, requestCompleted, requestSignature, sealImage } from '../signing/index.ts'
import { dateText, numberText } from './document-number.ts'
import { holdNumber, insertIssued, issueNumber } from './issued-store.ts'
import { FIELDS } from './render-result.ts'
import { DossierCode, Pin } from './result-input.ts'
import { fileAt, whyNotSeal } from './result.ts'
import { orFailed, signOutside, type Begun } from './sign-outside.ts'
import { keyUserOf } from './sign-result.ts'
import { filesOf, insertFile, resultForUpdate, saveResult } from './store.ts'
import { resultFileName, signatureWords } from './texts.ts'

/** Long enough for a slow time-stamp authority and a clerk who types the PIN again; then the next document may have it. */
const HOLD_NUMBER_MS = 10 * 60_000

type Held = { year: number; no: number; numberText: string; issuedOn: string }

/** Takes the number, without which there is nothing to seal, and notes that the agency's key is going to be used. */
const requestResultSeal = action({
  name: 'results.request-seal',
  roles: ['clerk', 'system'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run(
    ctx,
    actor,
    { dossierCode },
  ): Promise<{ begun: Begun; held: Held; agency: { name: string; parent: string | null; place: string } }> {
    const { db, now } = ctx
    const clerk = keyUserOf(actor)
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    refuse(whyNot('sealResult', dossier, clerk, await processOf(db, dossier.processId)))
    // Held, so that two clerks on one document take one number.
    const result = await resultForUpdate(db, dossier.id)
    const signed = result && fileAt(result, await filesOf(db, result), 'signed')
    refuse(whyNotSeal(result, signed, clerk.kind === 'system'))
    if (!result || !signed) throw new Refusal('results.not-signed')
    // What a person signed was lawful when they signed it; what nobody signs rests on the instrument alone.
    if (clerk.kind === 'system') refuse(await whyNotByAuthority(db, result, dossier, now))
    const unit = await unitById(db, result.unitId)
    if (!unit) throw new Error(`no unit ${result.unitId}`)
    const holder = await keyOfUnit(db, result.unitId)
    const issuedOn = vietnamDate(now)
    const number = await holdNumber(
      db,
      result,
      Number(issuedOn.slice(0, 4)),
      now,
      new Date(now.getTime() + HOLD_NUMBER_MS),
    )
    const held = { year: number.year, no: number.no, numberText: numberText(number.no, result, unit), issuedOn }
    const subject = `dossier:${dossier.id}`
    const { id, sha256, keyRef, fill } = await requestSignature(ctx, clerk, holder, {
      purpose: 'result-seal',
      subject,
      fileId: signed.fileId,
      sha256: signed.sha256,
      fill: { [FIELDS.number]: held.numberText, [FIELDS.date]: dateText(issuedOn) },
    })
    ctx.journal({
      subject,
      what: 'results.seal-requested',
      facts: {
        request: id,
        no: result.no,
        version: result.version,
        sha256,
        number: held.numberText,
        certificate: holder?.fingerprint,
      },
    })
    return { begun: { requestId: id, sha256, keyRef, fill }, held, agency: result.content.agency }
  },
})

const completeResultSeal = action({
  name: 'results.complete-seal',
  roles: ['clerk', 'system'],
  input: Type.Object({
    dossierCode: DossierCode,
    requestId: Type.String(),
    held: Type.Unsafe<Held>({}),
    signedAt: Type.Unsafe<Date>({}),
    sealedAt: Type.Unsafe<Date>({}),
    bytes: Type.Unsafe<Uint8Array>({}),
  }),
  async run(ctx, actor, { dossierCode, requestId, held, signedAt, sealedAt, bytes }) {
    const { db, now } = ctx
    const clerk = keyUserOf(actor)
    const request = await openRequest(ctx, clerk, requestId)
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    const correction = await correctionUnderWay(db, dossier.id)
    const after = correction
      ? await takePlaceOf(ctx, clerk, dossier, correction, held.numberText)
      : await finishDossier(ctx, clerk, dossier)
    const result = await resultForUpdate(db, dossier.id)
    const signed = result && fileAt(result, await filesOf(db, result), 'signed')
    refuse(whyNotSeal(result, signed, clerk.kind === 'system'))
    if (!result || !signed || signed.fileId !== request.fileId) throw new Refusal('platform.conflict')
    const { year, no } = held
    if (!(await issueNumber(db, result, { unitId: result.unitId, year, no }))) throw new Refusal('results.number-lost')
    const name = resultFileName(dossier.code, result.no)
    const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages: signed.pages })
    await requestCompleted(ctx, requestId, file.id)
    await saveResult(db, { ...result, state: 'sealed' }, result)
    const { sha256, size } = file
    const { pages, version } = signed
    await insertFile(db, result, {
      version,
      stage: 'sealed',
      fileId: file.id,
      sha256,
      pages,
      signatures: signed.signatures + 1,
      madeAt: now,
    })
    const { agency, signature } = result.content
    await insertIssued(db, result, {
      ...held,
      sha256,
      size,
      pages,
      verificationCode: result.verificationCode,
      unitId: result.unitId,
      title: result.title,
      agency: agency.name,
      signatory: signature.fullName,
      signatoryPosition: signature.position,
      signedAt,
      sealedAt,
      fileId: file.id,
      state: 'in-force',
    })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.sealed',
      facts: {
        request: requestId,
        no: result.no,
        version,
        sha256,
        number: held.numberText,
        verificationCode: result.verificationCode,
        replaces: correction?.issued.numberText,
      },
    })
    const { numberText: number, issuedOn } = held
    return {
      code: dossier.code,
      handling: after.handling,
      number,
      issuedOn,
      sha256,
      verificationCode: result.verificationCode,
    }
  },
})

/**
 * The agency's clerk numbers, dates and seals what the leader signed, and the dossier is finished. The number stays with the
 * document when sealing fails, so the book has no gaps. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15 (cấp số, ngày), Điều 17 và
 * Phụ lục I (chữ ký số của cơ quan sau chữ ký của người có thẩm quyền), Điều 32–33 (văn thư giữ khoá bí mật của cơ quan).
 */
export const sealResult = errand({
  name: 'results.seal',
  roles: ['clerk', 'system'],
  input: Type.Object({ dossierCode: DossierCode, pin: Pin }),
  async run(app, actor, { dossierCode, pin }, { requestId = '' }) {
    const clerk = keyUserOf(actor)
    const { begun, held, agency } = await runAction(app, requestResultSeal, clerk, { dossierCode }, { requestId })
    const look = {
      field: { name: FIELDS.seal },
      appearance: { image: await sealImage(agency.name, agency.parent ?? undefined) },
      reason:
        clerk.kind === 'system' && clerk.authority ? automaticWords(clerk.authority.instrument) : signatureWords.seal,
      location: agency.place,
      certify: clerk.kind === 'system',
    }
    const { pdf, report } = await signOutside(app, clerk, begun, look, pin)
    return orFailed(app, clerk, begun, async () => {
      const times = report.signatures.map((signature) => signature.signedAt)
      const [signedAt, sealedAt] = [times[0], times.at(-1)]
      if (!signedAt || !sealedAt) throw new Error('every signature of a sealed result has a trusted time')
      const input = { dossierCode, requestId: begun.requestId, held, signedAt, sealedAt, bytes: pdf }
      return runAction(app, completeResultSeal, clerk, input, { requestId })
    })
  },
})
