import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { actorName, dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { whyNotWhileRaising } from '../signing/index.ts'
import { whyNotAlone } from './batch/store.ts'
import { signatureReturned } from './events.ts'
import { DossierCode } from './result-input.ts'
import { fileAt, whyNotReturnSigned } from './result.ts'
import { filesOf, resultForUpdate, saveResult, voidFile } from './store.ts'

/**
 * The clerk finds a fault in the form of a signed paper and gives it back to the signatory with the reason. The signature is
 * void: the file stays on record and is never numbered or sealed; the approved draft may be signed again or given back. Căn cứ:
 * Nghị định 30/2020/NĐ-CP, Điều 12 khoản 2 (kiểm tra thể thức, kỹ thuật trình bày), Điều 11 khoản 2.
 */
export const returnSigned = action({
  name: 'results.return-signed',
  roles: ['clerk', 'system'],
  input: Type.Object({ dossierCode: DossierCode, reason: Type.String({ minLength: 5, maxLength: 1_000 }) }),
  async run(ctx, clerk, { dossierCode, reason }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, clerk, dossierCode)
    refuse(await whyNotAlone(db, dossier.id))
    refuse(await whyNotWhileRaising(db, `dossier:${dossier.id}`))
    const after = await moveHandling(ctx, clerk, dossier, 'returnStep', { note: reason, voids: ['result'] })
    const result = await resultForUpdate(db, dossier.id)
    const signed = result && fileAt(result, await filesOf(db, result), 'signed')
    refuse(whyNotReturnSigned(result, signed))
    if (!result || !signed) throw new Refusal('results.not-signed')
    const { fileId, sha256 } = signed
    const returned = { returnedByName: actorName(clerk), returnedAt: now, returnReason: reason }
    await voidFile(db, result, { fileId, voidedAt: now, voidedByName: actorName(clerk), voidReason: reason })
    await saveResult(db, { ...result, ...returned, state: 'approved' }, result)
    const { no, version, signatoryAccountId } = result
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.signature-returned',
      facts: { no, version, sha256 },
    })
    await ctx.emit(signatureReturned, { dossierId: dossier.id, code: dossier.code, resultNo: no, signatoryAccountId })
    return { code: dossier.code, handling: after.handling }
  },
})
