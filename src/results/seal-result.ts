import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import { errand } from '../platform/errand.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { dossierWithinReach, finishDossier, processOf, whyNot } from '../dossiers/index.ts'
import { automaticWords } from '../organisation/index.ts'
import { beginOne, openRequest, type SigningPurpose, type SigningRequest } from '../signing/index.ts'
import { whyNotAlone } from './batch/store.ts'
import { correctionUnderWay } from './correction/correction-of.ts'
import { takePlaceOf } from './correction/take-place-of.ts'
import { whyNotByAuthority } from './draft-source.ts'
import { Authorised, DossierCode, KeyHeldBy } from './result-input.ts'
import { enterRound, RoundInput, RoundNote } from './round/enter-round.ts'
import { holdOn } from './hold-on.ts'
import { fileAt, whyNotSeal } from './result.ts'
import { beginSeal, completeSeal, sealedOf, sealLook, type SealContext, type Sealed } from './seal-paper.ts'
import { officerOf } from '../platform/acting.ts'
import { keyUserOf } from './sign-result.ts'
import { filesOf, resultForUpdate } from './store.ts'
import { signatureWords } from './signature.texts.ts'
import { resultFileName } from './texts.ts'

type OfDossier = { dossierCode: string; round?: RoundNote }

export const requestResultSeal = action({
  name: 'results.request-seal',
  roles: ['clerk', 'system'],
  input: Type.Object({ dossierCode: DossierCode, round: Type.Optional(RoundInput), ...KeyHeldBy }),
  async run(ctx, actor, { dossierCode, round: asked, signer }): Promise<SigningRequest<SealContext & OfDossier>> {
    const { db, now } = ctx
    const clerk = keyUserOf(actor)
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    refuse(await whyNotAlone(db, dossier.id))
    refuse(whyNot('sealResult', dossier, clerk, await processOf(db, dossier.processId)))
    // Held, so that two clerks on one document take one number.
    const result = await resultForUpdate(db, dossier.id)
    const signed = result && fileAt(result, await filesOf(db, result), 'signed')
    refuse(whyNotSeal(result, signed, clerk.kind === 'system'))
    if (!result || !signed) throw new Refusal('results.not-signed')
    // What a person signed was lawful when they signed it; what nobody signs rests on the instrument alone.
    if (clerk.kind === 'system') refuse(await whyNotByAuthority(db, result, dossier, now))
    const reason =
      clerk.kind === 'system' && clerk.authority ? automaticWords(clerk.authority.instrument) : signatureWords.seal
    const paper = { result, signed, subject: `dossier:${dossier.id}` }
    const round = asked && (await enterRound(db, officerOf(actor), 'clerk', { dossier, result }, asked, now))
    const of = { dossierCode, ...(round ? { round } : {}) }
    const { procedureCode } = dossier
    return beginSeal(ctx, clerk, paper, { purpose: resultSeal.name, reason, procedureCode, of, signer })
  },
})

const completeResultSeal = action({
  name: 'results.complete-seal',
  roles: ['clerk', 'system'],
  input: Type.Object({
    dossierCode: DossierCode,
    round: Type.Optional(RoundNote),
    sealed: Type.Unsafe<Sealed>({}),
  }),
  async run(ctx, actor, { dossierCode, round, sealed }) {
    const { db } = ctx
    const clerk = keyUserOf(actor)
    const request = await openRequest(ctx, clerk, sealed.requestId)
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    const correction = await correctionUnderWay(db, dossier.id)
    const after = correction
      ? await takePlaceOf(ctx, clerk, dossier, correction, sealed.held.numberText)
      : await finishDossier(ctx, clerk, dossier)
    const result = await resultForUpdate(db, dossier.id)
    const signed = result && fileAt(result, await filesOf(db, result), 'signed')
    refuse(whyNotSeal(result, signed, clerk.kind === 'system'))
    if (!result || !signed || signed.fileId !== request.fileId) throw new Refusal('platform.conflict')
    const name = resultFileName(dossier.code, result.no)
    const facts = { replaces: correction?.issued.numberText, round }
    const issued = await completeSeal(ctx, { result, signed, subject: `dossier:${dossier.id}`, name, facts }, sealed)
    return { code: dossier.code, handling: after.handling, ...issued }
  },
})

/** The agency's signature on a result of its own. */
export const resultSeal = {
  name: 'result-seal',
  listPath: '/van-thu',
  level: ({ context }) => context.level,
  delayed: holdOn,
  look: (app, { context }) => sealLook(app, context),
  keep: (app, by, request, signed) => {
    const { dossierCode, round } = request.context
    const input = { dossierCode, ...(round ? { round } : {}), sealed: sealedOf(request, signed) }
    return runAction(app, completeResultSeal, by, input)
  },
} satisfies SigningPurpose<SealContext & OfDossier>

/**
 * The agency's clerk numbers, dates and seals what the leader signed, and the dossier is finished. The number stays with the
 * document when sealing fails, so the book has no gaps. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15 (cấp số, ngày), Điều 17 và
 * Phụ lục I (chữ ký số của cơ quan sau chữ ký của người có thẩm quyền), Điều 32–33 (văn thư giữ khoá bí mật của cơ quan).
 */
export const sealResult = errand({
  name: 'results.seal',
  roles: ['clerk', 'system'],
  input: Type.Object({ dossierCode: DossierCode, ...Authorised }),
  async run(app, actor, { dossierCode, ...authorisation }, meta) {
    const clerk = keyUserOf(actor)
    const ask = () => runAction(app, requestResultSeal, clerk, { dossierCode }, meta)
    return beginOne(app, clerk, resultSeal, ask, authorisation)
  },
})
