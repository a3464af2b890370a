import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { dossierAppraised } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { accountOf, actorName, eventOf, moveHandling } from '../move-handling.ts'
import { insertAppraisal } from './store.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded } from '../rebuild/note-changes.ts'

/**
 * The assigned specialist concludes whether the applicant is entitled; a later conclusion replaces an earlier one and both
 * stay on record. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 2–3, nay là Nghị định 118/2025/NĐ-CP.
 */
export const recordAppraisal = action({
  name: 'dossiers.record-appraisal',
  roles: ['specialist', 'system'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    outcome: Type.Enum(['eligible', 'ineligible']),
    note: Type.String({ minLength: 1, maxLength: 4_000 }),
  }),
  async run(ctx, specialist, { dossierCode, outcome, note }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, specialist, dossierCode)
    const after = await moveHandling(ctx, specialist, dossier, 'recordAppraisal', { changes: { appraisal: outcome } })
    const by = { byAccountId: accountOf(specialist), byName: actorName(specialist) }
    const appraisal = { no: after.version, outcome, note, ...by, at: now }
    await insertAppraisal(db, dossier.id, appraisal)
    noteAdded(ctx, dossier.id, { appraisal: [appraisal] })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.appraised', facts: { outcome } })
    await ctx.emit(dossierAppraised, { ...eventOf(after), outcome })
    return { code: dossier.code, outcome }
  },
})
