import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { dossierWithinReach, finishDossier, processOf, whyNot } from '../../dossiers/index.ts'
import { beginOne, copyBlock, openRequest, type SigningPurpose, type SigningRequest } from '../../signing/index.ts'
import { correctionUnderWay } from '../correction/correction-of.ts'
import { takePlaceOf } from '../correction/take-place-of.ts'
import { holdOn } from '../hold-on.ts'
import { Authorised, DossierCode } from '../result-input.ts'
import type { Result, ResultFile } from '../result.ts'
import { beginSeal, completeSeal, sealedOf, type SealContext, type Sealed } from '../seal-paper.ts'
import { resultForUpdate } from '../store.ts'
import { signatureWords } from '../signature.texts.ts'
import { resultFileName } from '../texts.ts'
import { whyNotCertify, type Original } from './original.ts'
import { originalOf } from './original-store.ts'

type OfDossier = { dossierCode: string }

/** The scan in the place of a signed paper: nobody signed it digitally yet. */
function scanOf({ version }: Result, original: Original | undefined): ResultFile {
  const { scanFileId, scanSha256, scanPages, scannedAt } = original ?? {}
  if (!scanFileId || !scanSha256 || !scanPages || !scannedAt) throw new Refusal('results.scan-missing')
  const unvoided = { voidedAt: null, voidedByName: null, voidReason: null }
  const file = { version, stage: 'signed' as const, fileId: scanFileId, sha256: scanSha256, pages: scanPages }
  return { ...file, signatures: 0, madeAt: scannedAt, ...unvoided }
}

const requestCertification = action({
  name: 'results.request-certification',
  roles: ['clerk'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run(ctx, actor, { dossierCode }): Promise<SigningRequest<SealContext & OfDossier>> {
    const { db } = ctx
    const clerk = officerOf(actor)
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    refuse(whyNot('sealResult', dossier, clerk, await processOf(db, dossier.processId)))
    const result = await resultForUpdate(db, dossier.id)
    const original = result && (await originalOf(db, result))
    refuse(whyNotCertify(result, original))
    if (!result) throw new Refusal('results.original-not-signed')
    const paper = { result, signed: scanOf(result, original), subject: `dossier:${dossier.id}` }
    const { name: purpose } = copyCertification
    const { procedureCode } = dossier
    const reason = signatureWords.copy
    return beginSeal(ctx, clerk, paper, { purpose, reason, procedureCode, of: { dossierCode }, fills: false })
  },
})

const completeCertification = action({
  name: 'results.complete-certification',
  roles: ['clerk'],
  input: Type.Object({ dossierCode: DossierCode, sealed: Type.Unsafe<Sealed>({}) }),
  async run(ctx, actor, { dossierCode, sealed }) {
    const { db } = ctx
    const clerk = officerOf(actor)
    const request = await openRequest(ctx, clerk, sealed.requestId)
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    const correction = await correctionUnderWay(db, dossier.id)
    const after = correction
      ? await takePlaceOf(ctx, clerk, dossier, correction, sealed.held.numberText)
      : await finishDossier(ctx, clerk, dossier)
    const result = await resultForUpdate(db, dossier.id)
    const original = result && (await originalOf(db, result))
    refuse(whyNotCertify(result, original))
    if (!result || !original || original.scanFileId !== request.fileId) throw new Refusal('platform.conflict')
    const { kind, serial, signedOn, notedAt } = original
    const paper = {
      result,
      signed: scanOf(result, original),
      subject: `dossier:${dossier.id}`,
      name: resultFileName(dossier.code, result.no),
      facts: { kind, serial, signedOn, replaces: correction?.issued.numberText },
    }
    const issued = await completeSeal(ctx, paper, { ...sealed, signedAt: notedAt })
    return { code: dossier.code, handling: after.handling, ...issued }
  },
})

/** The agency's signature on the scan of an original that is signed by hand: an electronic copy (sao y). */
export const copyCertification = {
  name: 'result-copy',
  tokenAction: 'SignCopy',
  listPath: '/van-thu',
  level: ({ context }) => context.level,
  delayed: holdOn,
  async look({ clock }, { context: { title, held, agency, reason } }) {
    const { appearance, place } = copyBlock({ form: 'certified-copy', agencyName: agency.name, signedAt: clock.now() })
    return {
      title: `${title} · ${held.numberText}`,
      field: { name: 'sao-y', place },
      appearance,
      reason,
      location: agency.place,
      certify: true,
    }
  },
  keep: (app, by, request, signed) => {
    const { dossierCode } = request.context
    return runAction(app, completeCertification, by, { dossierCode, sealed: sealedOf(request, signed) })
  },
} satisfies SigningPurpose<SealContext & OfDossier>

/**
 * The agency certifies the scan of the printed original, gives the document its number, and the dossier is finished: the person gets
 * the paper and, beside it, an electronic copy of the same value. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 25–26 (sao y từ văn bản
 * giấy sang văn bản điện tử).
 */
export const certifyCopy = errand({
  name: 'results.certify-copy',
  roles: ['clerk'],
  input: Type.Object({ dossierCode: DossierCode, ...Authorised }),
  async run(app, actor, { dossierCode, ...authorisation }, meta) {
    const clerk = officerOf(actor)
    const ask = () => runAction(app, requestCertification, clerk, { dossierCode }, meta)
    return beginOne(app, clerk, copyCertification, ask, authorisation)
  },
})
