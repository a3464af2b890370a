import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotRemind } from './consultation.ts'
import { opinionReminded } from './events.ts'
import { CONSULTATION_FIELDS, ledConsultation } from './lead-consultation.ts'
import { markReminded } from './store.ts'

/** The lead reminds a body that has not answered. */
export const remindOpinion = action({
  name: 'dossiers.remind-opinion',
  roles: ['specialist', 'head-of-division', 'intake-officer'],
  input: Type.Object({ ...CONSULTATION_FIELDS, bodyId: FileIdInput }),
  async run(ctx, officer, { bodyId, ...asked }) {
    const { db, now } = ctx
    const { dossier, consultation } = await ledConsultation(ctx, officer, asked)
    const body = consultation.bodies.find(({ id }) => id === bodyId)
    if (!body) throw new Refusal('platform.not-found')
    refuse(whyNotRemind({ ...consultation, handling: dossier.handling }, body, now))
    const count = body.reminderCount + 1
    const place = { consultationNo: consultation.no, unitId: body.unitId }
    await markReminded(db, { dossierId: dossier.id, ...place }, now)
    noteChanged(ctx, dossier.id, { consultedBody: [{ ...place, lastRemindedAt: now, reminderCount: count }] })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.opinion-reminded',
      facts: { no: consultation.no, unitId: body.unitId, count },
    })
    await ctx.emit(opinionReminded, { dossierId: dossier.id, code: dossier.code, bodyId, count })
    return { code: dossier.code, no: consultation.no, bodyId, count }
  },
})
