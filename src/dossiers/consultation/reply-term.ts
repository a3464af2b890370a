import { addDays, instantOf, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import {
  calendarFor,
  computeDue,
  isWorkingDay,
  rulesFor,
  sessionsOn,
  type WorkingCalendar,
} from '../../deadlines/index.ts'

/** Until when a body answers, and when it is reminded if it has not. */
export type ReplyTerm = { replyAt: Date; replyBy: LegalDate; remindAt: Date }

/** A term of working days by the calendar of the body asked, counted as for a dossier received now. */
export async function replyTerm(db: Db, unitId: string, days: number, now: Date): Promise<ReplyTerm> {
  const on = vietnamDate(now)
  const [calendar, rules] = await Promise.all([calendarFor(db, unitId, on), rulesFor(db, on)])
  const term = { quantity: days, unit: 'working-day' } as const
  const { dueAt, dueOn } = computeDue({ receivedAt: now, term, calendar, rules })
  return { replyAt: dueAt, replyBy: dueOn, remindAt: remindAt(calendar, dueOn, now) }
}

/** The opening of the office on the working day before the last; of the last, when that hour has passed already. */
export function remindAt(calendar: WorkingCalendar, replyBy: LegalDate, now: Date): Date {
  let before = addDays(replyBy, -1)
  while (before > vietnamDate(now) && !isWorkingDay(calendar, before)) before = addDays(before, -1)
  const opening = (day: LegalDate) => instantOf(day, sessionsOn(calendar, day)[0]?.from ?? '00:00')
  return opening(before) > now ? opening(before) : opening(replyBy)
}
