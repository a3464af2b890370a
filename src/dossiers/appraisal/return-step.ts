import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal } from '../../platform/refusal.ts'
import { stepReturned } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { beforeOf } from '../undo/undo.ts'

/**
 * The specialist gives the dossier back to be assigned anew, saying why; the clock runs on. Căn cứ: Nghị định 61/2018/NĐ-CP,
 * Điều 19 khoản 1, nay là Nghị định 118/2025/NĐ-CP.
 */
export const returnStep = action({
  name: 'dossiers.return-step',
  roles: ['specialist', 'system'],
  input: Type.Object({ dossierCode: DossierCodeInput, reason: Type.String({ minLength: 1, maxLength: 1_000 }) }),
  async run(ctx, specialist, { dossierCode, reason }) {
    const dossier = await dossierWithinReach(ctx.db, specialist, dossierCode)
    const { handling } = dossier
    // A signed paper goes back by the action that takes the signature off it.
    if (handling === 'awaiting-seal') throw new Refusal('dossiers.wrong-state', { action: 'returnStep', handling })
    const after = await moveHandling(ctx, specialist, dossier, 'returnStep', {
      changes: { assigneeAccountId: null, appraisal: null },
      note: reason,
      undo: beforeOf(dossier),
    })
    const facts = { before: dossier.assigneeAccountId }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.step-returned', facts })
    await ctx.emit(stepReturned, { ...eventOf(after), fromHandling: dossier.handling })
    return { code: dossier.code, handling: after.handling }
  },
})
