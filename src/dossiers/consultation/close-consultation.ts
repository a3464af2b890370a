import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { bodyState, tallyOf, whyNotClose } from './consultation.ts'
import { CONSULTATION_FIELDS, ledConsultation } from './lead-consultation.ts'
import { settleRule } from './settle-rule.ts'
import { closeConsultationRow } from './store.ts'

/** The lead decides on what was answered and ends the consultation with a conclusion; later answers are not taken any more. */
export const closeConsultation = action({
  name: 'dossiers.close-consultation',
  roles: ['specialist', 'head-of-division', 'intake-officer'],
  input: Type.Object({
    ...CONSULTATION_FIELDS,
    conclusion: Type.String({ minLength: 1, maxLength: 8_000, pattern: '\\S' }),
  }),
  async run(ctx, officer, { conclusion, ...asked }) {
    const { db, now } = ctx
    const { dossier, consultation } = await ledConsultation(ctx, officer, asked)
    refuse(whyNotClose(consultation, now))
    const { no, completeness, bodies } = consultation
    await settleRule(ctx, dossier.id, no)
    const by = { byAccountId: accountOf(officer) ?? '', byName: actorName(officer) }
    await closeConsultationRow(db, dossier.id, no, { at: now, ...by, conclusion })
    const closed = { closedAt: now, closedByAccountId: by.byAccountId, closedByName: by.byName, conclusion }
    noteChanged(ctx, dossier.id, { consultation: [{ no, ...closed }] })
    const { answered, agreed, disagreed } = tallyOf(completeness, bodies, now)
    const states = bodies.map((body) => ({ unitId: body.unitId, state: bodyState(body, completeness, now) }))
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.consultation-closed',
      facts: { no, completeness, answered, agreed, disagreed, bodies: states },
    })
    return { code: dossier.code, no, answered, agreed, disagreed }
  },
})
