import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { intakeRefused } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { accountOf, actorName, eventOf, moveHandling } from '../move-handling.ts'
import { insertRefusal } from './store.ts'
import { printRefusalNotice } from '../papers/print-papers.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded } from '../rebuild/note-changes.ts'

/**
 * The desk may not take the dossier, and says why and by which rule (form 03). Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 17, nay
 * là Nghị định 118/2025/NĐ-CP.
 */
export const refuseIntake = action({
  name: 'dossiers.refuse-intake',
  roles: ['intake-officer'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    reason: Type.String({ minLength: 1, maxLength: 2_000 }),
    legalBasis: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  async run(ctx, officer, { dossierCode, reason, legalBasis }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'refuseIntake', {
      changes: { finishedAt: now },
      note: legalBasis,
    })
    const by = { byAccountId: accountOf(officer) ?? '', byName: actorName(officer), at: now }
    const refusal = { reason, legalBasis, ...by }
    await insertRefusal(db, dossier.id, refusal)
    noteAdded(ctx, dossier.id, { refusal: [refusal] })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.intake-refused', facts: { legalBasis } })
    await ctx.emit(intakeRefused, eventOf(after))
    await ctx.enqueue(printRefusalNotice, { dossierId: dossier.id })
    return { code: dossier.code, refusedAt: now }
  },
})
