import type { LegalDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { rulesInForce, type DeadlineRules } from './deadline-rules.ts'
import { closedDays } from './closure.ts'
import { calendarDays, closuresFor, deadlineRules, weeksOf } from './store.ts'
import { calendarOf, type WorkingCalendar } from './working-calendar.ts'

/** The calendar by which a unit works from `on`: its own hours before the province's (`unitId` null), closures by order. */
export async function calendarFor(db: Db, unitId: string | null, on: LegalDate): Promise<WorkingCalendar> {
  const [weeks, days, closures] = await Promise.all([
    weeksOf(db, unitId, on),
    calendarDays(db),
    closuresFor(db, unitId, on),
  ])
  return calendarOf(weeks, days, closedDays(closures))
}

/** The legal numbers in force that day. */
export async function rulesFor(db: Db, on: LegalDate): Promise<DeadlineRules> {
  return rulesInForce(await deadlineRules(db), on)
}
