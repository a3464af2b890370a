import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { actorName, dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { whyNotWhileRaising } from '../signing/index.ts'
import { whyNotAlone } from './batch/store.ts'
import { draftReturned } from './events.ts'
import { DossierCode } from './result-input.ts'
import { resultForUpdate, saveResult } from './store.ts'

/**
 * Gives the draft back to the specialist with a reason; an approval given before is void. Căn cứ: Nghị định 30/2020/NĐ-CP,
 * Điều 11: bản thảo đã duyệt mà phải sửa thì trình người duyệt xem xét lại.
 */
export const returnDraft = action({
  name: 'results.return-draft',
  roles: ['head-of-division', 'signatory', 'system'],
  input: Type.Object({ dossierCode: DossierCode, reason: Type.String({ minLength: 5, maxLength: 2_000 }) }),
  async run(ctx, officer, { dossierCode, reason }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(await whyNotAlone(db, dossier.id))
    refuse(await whyNotWhileRaising(db, `dossier:${dossier.id}`))
    const after = await moveHandling(ctx, officer, dossier, 'returnDraft', { note: reason, voids: ['approval'] })
    const result = await resultForUpdate(db, dossier.id)
    if (!result || (result.state !== 'draft' && result.state !== 'approved')) throw new Refusal('results.no-draft')
    const returned = {
      ...result,
      state: 'returned' as const,
      approvedSha256: null,
      approvedByAccountId: null,
      approvedByName: null,
      approvedAt: null,
      returnedByName: actorName(officer),
      returnedAt: now,
      returnReason: reason,
    }
    await saveResult(db, returned, result)
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.draft-returned',
      facts: { no: result.no, version: result.version },
    })
    const toAccountId = result.draftedByAccountId
    await ctx.emit(draftReturned, { dossierId: dossier.id, code: dossier.code, resultNo: result.no, toAccountId })
    return { code: dossier.code, handling: after.handling }
  },
})
