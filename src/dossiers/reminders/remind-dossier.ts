import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { calendarFor, type WorkingCalendar } from '../../deadlines/index.ts'
import { unitById } from '../../organisation/index.ts'
import { clockEntriesOf, lockDossier } from '../clock/store.ts'
import { isWatched, type Dossier } from '../dossier.ts'
import { processOf } from '../known.ts'
import { dossierById, stepsOf } from '../store.ts'
import { remindersDue } from './events.ts'
import { ladderInForce } from './ladder.ts'
import { peopleAround } from './people.ts'
import { dueOf, keyOf, mergeDue, remindersFor, type Mark } from './reminder.ts'
import { stepMark } from './step-time.ts'
import { announceReminders, handledReminders, saveReminders, type HandledReminder } from './store.ts'

/**
 * Looks at one dossier: writes down whom to remind of what has fallen due, each rung of the ladder once, and when to look
 * again. Căn cứ nhắc trước hạn: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9.
 */
export const remindDossier = action({
  name: 'dossiers.remind',
  roles: ['system'],
  input: Type.Object({ dossierId: Type.String({ format: 'uuid' }) }),
  unjournalled: 'a look at a dossier of which nobody is reminded changes nothing of record',
  async run(ctx, _system, { dossierId }): Promise<{ sent: number; overtaken: number }> {
    const { db } = ctx
    await lockDossier(db, dossierId)
    const dossier = await dossierById(db, dossierId)
    if (!dossier) return { sent: 0, overtaken: 0 }
    const { handled, nextAt } = isWatched(dossier) ? await handle(ctx, dossier) : { handled: [], nextAt: null }
    await saveReminders(db, { dossierId, unitId: dossier.competentUnitId, nextAt }, handled)
    const sent = handled.filter(({ told }) => told.length > 0)
    for (const { about, rung, markAt, told } of sent) {
      const to = told.map(({ accountId, as }) => ({ accountId, as }))
      ctx.journal({ subject: `dossier:${dossierId}`, what: 'dossiers.reminded', facts: { about, rung, markAt, to } })
    }
    return { sent: sent.length, overtaken: handled.length - sent.length }
  },
})

async function handle(
  { db, now }: ActionContext,
  dossier: Dossier,
): Promise<{ handled: HandledReminder[]; nextAt: Date | null }> {
  const today = vietnamDate(now)
  const ladder = ladderInForce(today)
  if (!ladder) return { handled: [], nextAt: null }
  const calendar = await calendarFor(db, dossier.competentUnitId, vietnamDate(dossier.submittedAt))
  const { marks, stepName } = await marksOf({ db }, dossier, calendar)
  const known = await handledReminders(db, dossier.id)
  const { due, nextAt } = dueOf(remindersFor(marks, ladder, calendar), known, now)
  if (due.length === 0) return { handled: [], nextAt }
  const people = await peopleAround(db, dossier, today)
  const handled = mergeDue(due, people, { now, dueAt: dossier.dueAt }).map(({ reminder, told }) => ({
    ...keyOf(reminder),
    side: reminder.rung.side,
    stepName: reminder.mark.about === 'step' ? stepName : null,
    fallsAt: reminder.fallsAt,
    handledAt: now,
    told,
  }))
  return { handled, nextAt }
}

/** The end of the present step's time, and the date promised. */
async function marksOf(
  { db }: Pick<ActionContext, 'db'>,
  dossier: Dossier,
  calendar: WorkingCalendar,
): Promise<{ marks: Mark[]; stepName: string | null }> {
  const unit = await unitById(db, dossier.competentUnitId)
  const level = unit?.kind === 'peoples-committee' ? 'commune' : 'province'
  const process = await processOf(db, dossier.processId)
  const step = stepMark(dossier, await stepsOf(db, dossier.id), process, calendar, level)
  const since = (await clockEntriesOf(db, dossier.id)).at(-1)?.at
  const due: Mark[] = dossier.dueAt && since ? [{ about: 'due', at: dossier.dueAt, since }] : []
  return { marks: [...(step ? [step] : []), ...due], stepName: step?.stepName ?? null }
}

const AT_ONCE = 500

/** Hands on what was written down for a unit's dossiers: one message to each person, whatever the number. */
export const announceUnit = action({
  name: 'dossiers.announce-reminders',
  roles: ['system'],
  input: Type.Object({ unitId: Type.String({ format: 'uuid' }) }),
  unjournalled: 'each dossier has its own line about the reminder',
  async run({ db, now, emit }, _system, { unitId }): Promise<{ announced: number }> {
    const found = await announceReminders(db, unitId, now, AT_ONCE)
    if (found.length === 0) return { announced: 0 }
    const items = found.map(({ markAt, told, ...one }) => ({
      ...one,
      markAt: markAt.toISOString(),
      told: told.map(({ accountId, as }) => ({ accountId, as })),
    }))
    await emit(remindersDue, { unitId, roundId: newId(), items })
    return { announced: found.length }
  },
})
