import type { LegalDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { rulesInForce, type DeadlineRules } from './deadline-rules.ts'
import { calendarDays, deadlineRules, weeksOf } from './store.ts'
import { calendarOf, type WorkingCalendar } from './working-calendar.ts'

/** The calendar by which a unit works from `on`: its own hours, else the province's (`unitId` null). */
export async function calendarFor(db: Db, unitId: string | null, on: LegalDate): Promise<WorkingCalendar> {
  return calendarOf(await weeksOf(db, unitId, on), await calendarDays(db))
}

/** The legal numbers in force that day. */
export async function rulesFor(db: Db, on: LegalDate): Promise<DeadlineRules> {
  return rulesInForce(await deadlineRules(db), on)
}
