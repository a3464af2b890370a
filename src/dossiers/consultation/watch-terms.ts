import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { dossierById } from '../store.ts'
import { tallyOf } from './consultation.ts'
import { opinionOverdue, opinionReminded } from './events.ts'
import { settleRule } from './settle-rule.ts'
import { bodiesOwed, markWordGiven } from './asked-store.ts'
import { consultationForUpdate, placeOfBody } from './store.ts'

const SYSTEM = { kind: 'system', name: 'consultations' } as const

/**
 * Reminds a body shortly before its term ends, or notes that the term is over without an answer: then silence counts where
 * the rule says so, and the lead's head and the one-stop desk are told. Once each, however often and late it is asked.
 */
export const watchOpinion = action({
  name: 'dossiers.watch-opinion',
  roles: ['system'],
  input: Type.Object({ bodyId: FileIdInput, word: Type.Enum(['before', 'deadline']) }),
  unjournalled: 'a word given before, or overtaken by an answer, changes nothing',
  async run(ctx, _system, { bodyId, word }) {
    const { db, now } = ctx
    const place = await placeOfBody(db, bodyId)
    const consultation = place && (await consultationForUpdate(db, place.dossierId, place.consultationNo))
    const dossier = place && (await dossierById(db, place.dossierId))
    if (!consultation || !dossier || !(await markWordGiven(db, bodyId, word, now))) return { told: false }
    const { dossierId, ...asked } = place
    const facts = { no: consultation.no, unitId: asked.unitId }
    const subject = `dossier:${dossier.id}`
    const event = { dossierId: dossier.id, code: dossier.code, bodyId }
    if (word === 'before') {
      const count = (consultation.bodies.find(({ id }) => id === bodyId)?.reminderCount ?? 0) + 1
      const reminded = { remindedBeforeAt: now, lastRemindedAt: now, reminderCount: count }
      noteChanged(ctx, dossierId, { consultedBody: [{ ...asked, ...reminded }] })
      ctx.journal({ subject, what: 'dossiers.opinion-reminded', facts: { ...facts, count } })
      await ctx.emit(opinionReminded, { ...event, count })
      return { told: true }
    }
    const { completeness, bodies, no } = consultation
    noteChanged(ctx, dossierId, { consultedBody: [{ ...asked, deadlineToldAt: now }] })
    if (tallyOf(completeness, bodies, now).isMet) await settleRule(ctx, dossierId, no)
    const isSilent = completeness === 'silence-agrees'
    ctx.journal({ subject, what: 'dossiers.opinion-overdue', facts: { ...facts, silenceAgrees: isSilent } })
    await ctx.emit(opinionOverdue, event)
    return { told: true }
  },
})

const AT_ONCE = 200

/** Follows the terms of consulted bodies. After a standstill it makes up for what was missed; one failure stops no other. */
export const watchConsultations = defineJob(
  'dossiers.watch-consultations',
  { schedule: '*/10 * * * *' },
  async (app) => {
    const tried = new Set<string>()
    for (;;) {
      const owed = (await bodiesOwed(app.db, app.clock.now(), AT_ONCE + tried.size)).filter(({ id }) => !tried.has(id))
      if (owed.length === 0) return
      for (const { id: bodyId, word } of owed) {
        tried.add(bodyId)
        try {
          await runAction(app, watchOpinion, SYSTEM, { bodyId, word })
        } catch (error) {
          app.log.error({ bodyId, word, reason: String(error) }, 'a consulted body could not be told')
        }
      }
    }
  },
)
