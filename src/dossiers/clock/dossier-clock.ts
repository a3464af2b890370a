import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import {
  calendarFor,
  clockOf,
  rulesFor,
  whyNotApologise,
  type Clock,
  type ClockEvent,
  type DeadlineRules,
  type WorkingCalendar,
} from '../../deadlines/index.ts'
import type { Dossier } from '../dossier.ts'
import { eventsOf, extensionsIn, type ClockEntry } from './clock-entry.ts'
import { clockEntriesOf } from './store.ts'

type Timed = Pick<Dossier, 'id' | 'competentUnitId' | 'term' | 'rulesOn' | 'receivedAt'>

/** The clock of a dossier that is received now for the first time. */
export async function firstClock(
  db: Db,
  { competentUnitId, term }: Pick<Dossier, 'competentUnitId' | 'term'>,
  now: Date,
): Promise<Clock> {
  const on = vietnamDate(now)
  const calendar = await calendarFor(db, competentUnitId, on)
  return clockOf({ term, events: [{ kind: 'received', at: now }], calendar, rules: await rulesFor(db, on) })
}

/** The clock of a dossier with all it is reckoned from. */
export type DossierClock = { clock: Clock; entries: ClockEntry[]; calendar: WorkingCalendar; rules: DeadlineRules }

/**
 * The clock of a dossier, with one more event where something is about to happen. It keeps the rules it began under; the
 * calendar is the one the deciding body works by now.
 */
export async function clockOfDossier(db: Db, dossier: Timed, now: Date, next?: ClockEvent): Promise<DossierClock> {
  const entries = await clockEntriesOf(db, dossier.id)
  const began = vietnamDate(entries[0]?.at ?? now)
  const calendar = await calendarFor(db, dossier.competentUnitId, began)
  const rules = await rulesFor(db, dossier.rulesOn ?? began)
  const events = [...eventsOf(entries), ...(next ? [next] : [])]
  return { clock: clockOf({ term: dossier.term, events, calendar, rules }), entries, calendar, rules }
}

/** Why no apology with a new date may be sent for a dossier now, whatever the day. */
export async function whyNotApologiseFor(db: Db, dossier: Timed, now: Date): Promise<Reason | undefined> {
  const { clock, entries, rules } = await clockOfDossier(db, dossier, now)
  return whyNotApologise(clock, { now, rules, extensions: extensionsIn(entries) })
}
