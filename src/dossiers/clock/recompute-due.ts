import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { dayClosed } from '../../deadlines/index.ts'
import { dueDateMoved } from '../events.ts'
import { eventOf } from '../move-handling.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { dossierById } from '../store.ts'
import { dueFieldsOf, type ClockEntry } from './clock-entry.ts'
import { clockOfDossier } from './dossier-clock.ts'
import { datedDossiers, insertClockEntry, lockDossier, saveDates } from './store.ts'

const CALENDAR = { kind: 'system', name: 'dossiers.calendar' } as const
const BATCH = 200

/** Reckons the date of one dossier again after its office was closed by order. A promised date never comes earlier. */
export const recomputeDue = action({
  name: 'dossiers.recompute-due',
  roles: ['system'],
  input: Type.Object({ dossierId: Type.String() }),
  unjournalled: 'most dates stay as they are; one that moves has its line',
  async run(ctx, system, { dossierId }): Promise<{ dueOn: LegalDate | null }> {
    const { db, now } = ctx
    await lockDossier(db, dossierId)
    const dossier = await dossierById(db, dossierId)
    if (!dossier?.dueAt || dossier.finishedAt) return { dueOn: null }
    const { clock, entries } = await clockOfDossier(db, dossier, now)
    const fields = dueFieldsOf(clock)
    if (clock.state !== 'running' || !fields.dueAt || !fields.dueOn || fields.dueAt <= dossier.dueAt)
      return { dueOn: null }
    const { dueAt, dueOn, countsFrom, dueExplanation, rulesOn, rulesVersion } = fields
    await saveDates(db, dossier.id, fields, { queueAt: dueAt, now })
    const move = clock.movedBy.at(-1)
    const entry: ClockEntry = {
      no: entries.length + 1,
      kind: 'recomputed',
      at: now,
      ground: null,
      until: null,
      document: move?.document ?? null,
      legalBasis: null,
      reason: move?.reason ?? null,
      byAccountId: null,
      byName: system.kind === 'system' ? system.name : '',
      dueAt,
      dueOn,
      rulesOn,
      rulesVersion,
    }
    await insertClockEntry(db, dossier.id, entry)
    noteChanged(ctx, dossier.id, { dossier: [{ dueAt, dueOn, countsFrom, dueExplanation, queueAt: dueAt }] })
    noteAdded(ctx, dossier.id, { clockEvent: [entry] })
    const facts = { before: dossier.dueAt, dueAt, dueOn, order: move?.document ?? null }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.due-date-moved', facts })
    await ctx.emit(dueDateMoved, { ...eventOf(dossier), clockNo: entry.no, dueOn })
    return { dueOn }
  },
})

/** Every open dossier that has a date on or after the closed day, each in its own transaction. */
export const onDayClosed = reaction(dayClosed, 'dossiers.recompute-dates', async (app, { unitId, from }) => {
  for (let after: string | null = null; ;) {
    const ids: string[] = await datedDossiers(app.db, unitId, from, after, BATCH)
    for (const dossierId of ids) await runAction(app, recomputeDue, CALENDAR, { dossierId })
    after = ids.at(-1) ?? null
    if (ids.length < BATCH) return
  }
})
