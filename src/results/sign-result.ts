import { Type } from 'typebox'
import { officerOf } from '../platform/acting.ts'
import { action, runAction } from '../platform/action.ts'
import type { Actor, Officer, System } from '../platform/actor.ts'
import { errand } from '../platform/errand.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { dossierWithinReach, moveHandling, processOf, whyNot } from '../dossiers/index.ts'
import { beginOne, openRequest, type SigningPurpose, type SigningRequest } from '../signing/index.ts'
import { whyNotAlone } from './batch/store.ts'
import { whyNotByAuthority } from './draft-source.ts'
import { resultSigned } from './events.ts'
import { Authorised, DossierCode, KeyHeldBy } from './result-input.ts'
import { enterRound, RoundInput, RoundNote } from './round/enter-round.ts'
import { fileToSign, whyNotSign } from './result.ts'
import { beginSignature, completeSignature, signatureLook, type SignatureContext } from './sign-paper.ts'
import { filesOf, resultForUpdate, resultOf } from './store.ts'
import { resultFileName } from './texts.ts'

type OfDossier = { dossierCode: string; round?: RoundNote }

/** Checks everything that can be checked before the key is used, and notes that it is going to be. */
export const requestResultSignature = action({
  name: 'results.request-signature',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode, round: Type.Optional(RoundInput), ...KeyHeldBy }),
  async run(ctx, actor, { dossierCode, round: asked, signer }): Promise<SigningRequest<SignatureContext & OfDossier>> {
    const { db } = ctx
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(await whyNotAlone(db, dossier.id))
    refuse(whyNot('signResult', dossier, officer, await processOf(db, dossier.processId)))
    const result = await resultOf(db, dossier.id)
    const unsigned = result && fileToSign(result, await filesOf(db, result))
    refuse(whyNotSign(result, unsigned, officer.accountId))
    if (!result || !unsigned) throw new Refusal('results.not-approved')
    refuse(await whyNotByAuthority(db, result, dossier, ctx.now))
    const round = asked && (await enterRound(db, officer, 'signatory', { dossier, result }, asked, ctx.now))
    const paper = { result, unsigned, subject: `dossier:${dossier.id}` }
    const of = { dossierCode, ...(round ? { round } : {}) }
    return beginSignature(ctx, officer, paper, { purpose: resultSignature.name, of, signer })
  },
})

const completeResultSignature = action({
  name: 'results.complete-signature',
  roles: ['signatory'],
  input: Type.Object({
    dossierCode: DossierCode,
    round: Type.Optional(RoundNote),
    requestId: Type.String(),
    bytes: Type.Unsafe<Uint8Array>({}),
  }),
  async run(ctx, actor, { dossierCode, round, requestId, bytes }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const request = await openRequest(ctx, officer, requestId)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'signResult', {
      leaves: [{ kind: 'result', isSigned: true }],
    })
    const result = await resultForUpdate(db, dossier.id)
    const unsigned = result && fileToSign(result, await filesOf(db, result))
    refuse(whyNotSign(result, unsigned, officer.accountId))
    // Returned, changed and approved again while the key was at work: another document now.
    if (!result || !unsigned || unsigned.fileId !== request.fileId) throw new Refusal('platform.conflict')
    refuse(await whyNotByAuthority(db, result, dossier, now))
    const name = resultFileName(dossier.code, result.no)
    const paper = { result, unsigned, subject: `dossier:${dossier.id}`, name, facts: { round } }
    const sha256 = await completeSignature(ctx, paper, { requestId, bytes })
    await ctx.emit(resultSigned, {
      dossierId: dossier.id,
      code: dossier.code,
      resultNo: result.no,
      unitId: result.unitId,
    })
    return { code: dossier.code, handling: after.handling, sha256 }
  },
})

/** The signature on a result of its own. */
export const resultSignature = {
  name: 'result-signature',
  listPath: '/ky',
  delayed: async () => undefined,
  look: (app, request) => signatureLook(app, request, request.context.dossierCode),
  keep: (app, by, { id: requestId, context: { dossierCode, round } }, { pdf: bytes }) =>
    runAction(app, completeResultSignature, by, { dossierCode, ...(round ? { round } : {}), requestId, bytes }),
} satisfies SigningPurpose<SignatureContext & OfDossier>

/**
 * The named signatory signs the approved result with their own key: PAdES B-T, certified so that afterwards only number,
 * date and the agency's seal may be added. When the key or the time-stamp authority does not answer, nothing has changed and
 * it can be signed again. A signatory who confirms on their own device is waited for. Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24; Nghị định 30/2020/NĐ-CP, Điều 13, Phụ lục I.
 */
export const signResult = errand({
  name: 'results.sign',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode, ...Authorised }),
  async run(app, actor, { dossierCode, ...authorisation }, meta) {
    const officer = officerOf(actor)
    const ask = () => runAction(app, requestResultSignature, officer, { dossierCode }, meta)
    return beginOne(app, officer, resultSignature, ask, authorisation)
  },
})

/** An officer, or the system where an instrument lets it act. */
export type KeyUser = Officer | System

export function keyUserOf(actor: Actor): KeyUser {
  return actor.kind === 'system' && actor.authority ? actor : officerOf(actor)
}
