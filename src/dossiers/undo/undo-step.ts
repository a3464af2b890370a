import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { stepUndone } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { lastStepOf } from '../store.ts'
import { whyNotUndo } from './undo.ts'

/**
 * Takes the last step back while nothing outside has seen it; the step and this one both stay on record. Căn cứ: Nghị định
 * 224/2026/NĐ-CP, Điều 23 (người dùng hoàn tác được thao tác của mình).
 */
export const undoStep = action({
  name: 'dossiers.undo-step',
  roles: ['head-of-division', 'specialist'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, officer, { dossierCode }) {
    const { db } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const last = await lastStepOf(db, dossier.id)
    refuse(whyNotUndo(dossier, last, officer, await processOf(db, dossier.processId)))
    if (!last?.undo || !last.fromHandling) throw new Refusal('dossiers.nothing-to-undo')
    const after = await moveHandling(ctx, officer, dossier, 'undoStep', {
      changes: last.undo,
      towards: last.fromHandling,
    })
    const facts = { step: last.no, action: last.action, ...last.undo }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.step-undone', facts })
    await ctx.emit(stepUndone, { ...eventOf(after), undone: last.action })
    return { code: dossier.code, handling: after.handling, undone: last.action }
  },
})
