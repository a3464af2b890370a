import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { dossierReceived } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { printAppointmentSlip } from '../papers/print-papers.ts'
import { dossierWithinReach } from '../reach.ts'

/**
 * The desk takes a complete dossier: the term begins, the due date is promised, the appointment slip (form 01) is made. After
 * a supplement the term is counted anew from now. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 17 và Điều 19 khoản 4, nay là Nghị
 * định 118/2025/NĐ-CP.
 */
export const receiveDossier = action({
  name: 'dossiers.receive',
  roles: ['intake-officer', 'system'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, officer, { dossierCode }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'receiveDossier', {
      changes: { receivedAt: dossier.receivedAt ?? now, waitingSince: null },
      clock: { event: { kind: 'received', at: now } },
    })
    const { dueAt, dueOn, countsFrom } = after
    if (!dueAt || !dueOn) throw new Error('a received dossier has a due date')
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.received',
      facts: { dueAt, dueOn, countsFrom, again: dossier.receivedAt !== null },
    })
    await ctx.emit(dossierReceived, { ...eventOf(after), dueAt: dueAt.toISOString(), dueOn })
    await ctx.enqueue(printAppointmentSlip, { dossierId: dossier.id, no: after.supplementCount + 1 })
    return { code: dossier.code, receivedAt: now, dueAt, dueOn }
  },
})
