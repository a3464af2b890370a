import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { whyNotExtend } from '../../deadlines/index.ts'
import { deadlineExtended } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { printExtensionNotice } from '../papers/print-papers.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { extensionDocument } from '../texts.ts'
import { extensionsIn } from './clock-entry.ts'
import { clockOfDossier } from './dossier-clock.ts'

/**
 * An apology with one new date (form 04), at the latest the day before the promised one and once only; the system changes the
 * date and tells the citizen. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9, nay là Nghị định 118/2025/NĐ-CP.
 */
export const extendDeadline = action({
  name: 'dossiers.extend-deadline',
  roles: ['head-of-division'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    reason: Type.String({ minLength: 1, maxLength: 1_000 }),
    until: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  }),
  async run(ctx, head, { dossierCode, reason, until }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, head, dossierCode)
    refuse(whyNot('extendDeadline', dossier, head, await processOf(db, dossier.processId)))
    const { clock, entries, calendar, rules } = await clockOfDossier(db, dossier, now)
    refuse(whyNotExtend(clock, { now, until, rules, extensions: extensionsIn(entries), calendar }))
    const after = await moveHandling(ctx, head, dossier, 'extendDeadline', {
      clock: { event: { kind: 'extended', at: now, until, document: extensionDocument(dossier.code), reason } },
      note: reason,
    })
    const { dueAt, dueOn } = after
    if (!dueAt || !dueOn) throw new Error('an extended dossier has a due date')
    const facts = { before: dossier.dueAt, dueAt, dueOn }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.deadline-extended', facts })
    await ctx.emit(deadlineExtended, { ...eventOf(after), dueOn })
    await ctx.enqueue(printExtensionNotice, { dossierId: dossier.id })
    return { code: dossier.code, dueAt, dueOn }
  },
})
