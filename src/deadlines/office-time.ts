import { vietnamDate, instantOf, type LegalDate } from '../platform/dates.ts'
import { numberAt } from './day-number.ts'
import { dayAfter, firstDay, officeDay, type OfficeDay } from './office-day.ts'
import { nextWorkingDay, sessionsOn, type WorkingCalendar } from './working-calendar.ts'

const HOUR_MS = 3_600_000

/** The moment at which so many office hours have passed since `from` and work goes on: at the end of a session, the next begins. */
export function afterOfficeHours(calendar: WorkingCalendar, from: Date, hours: number): Date {
  let left = hours * HOUR_MS
  for (let day = dayOf(calendar, from); ; day = nextOpen(calendar, day)) {
    for (const session of day.sessions) {
      const start = Math.max(session.from, from.getTime())
      if (start >= session.to) continue
      if (left < session.to - start) return new Date(start + left)
      left -= session.to - start
    }
  }
}

/** The last moment at which so many office hours are left until `until`. */
export function beforeOfficeHours(calendar: WorkingCalendar, until: Date, hours: number): Date {
  let left = hours * HOUR_MS
  if (left === 0) return until
  for (let day = dayOf(calendar, until); ; day = previousOpen(calendar, day)) {
    for (const session of day.sessions.toReversed()) {
      const end = Math.min(session.to, until.getTime())
      if (end <= session.from) continue
      if (left <= end - session.from) return new Date(end - left)
      left -= end - session.from
    }
  }
}

/** Office hours between two moments; 0 when the second is not later. */
export function officeHoursBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  let sum = 0
  for (let day = dayOf(calendar, from); day.startsAt < to.getTime(); day = dayAfter(calendar, day)) {
    for (const session of day.sessions) {
      sum += Math.max(0, Math.min(session.to, to.getTime()) - Math.max(session.from, from.getTime()))
    }
  }
  return sum / HOUR_MS
}

/** When the office opens on the n-th working day before the day of `until`. */
export function openingBefore(calendar: WorkingCalendar, until: Date, workingDays: number): Date {
  let day = officeDay(calendar, numberAt(until.getTime()))
  for (let nth = 0; nth < workingDays; nth++) {
    do day = previousOpen(calendar, day)
    while (!day.isWorking)
  }
  return new Date(day.sessions[0]?.from ?? day.startsAt)
}

/** When the office opens on the n-th working day after the first moment of work that follows `from`. */
export function openingAfter(calendar: WorkingCalendar, from: Date, workingDays: number): Date {
  const first = afterOfficeHours(calendar, from, 0)
  let on: LegalDate = vietnamDate(first)
  for (let nth = 0; nth < workingDays; nth++) on = nextWorkingDay(calendar, on)
  return workingDays === 0 ? first : instantOf(on, sessionsOn(calendar, on)[0]?.from)
}

/** Whether the office is open at a moment, the minute it closes included. */
export function isAtWork(calendar: WorkingCalendar, at: Date): boolean {
  return dayOf(calendar, at).sessions.some(({ from, to }) => from <= at.getTime() && at.getTime() <= to)
}

function dayOf(calendar: WorkingCalendar, at: Date): OfficeDay {
  return officeDay(calendar, numberAt(at.getTime()))
}

function nextOpen(calendar: WorkingCalendar, day: OfficeDay): OfficeDay {
  return firstDay(calendar, day.number + 1, ({ isOpen }) => isOpen)
}

const LONGEST_BREAK_DAYS = 60

function previousOpen(calendar: WorkingCalendar, day: OfficeDay): OfficeDay {
  for (let back = 1; back <= LONGEST_BREAK_DAYS; back++) {
    const before = officeDay(calendar, day.number - back)
    if (before.isOpen) return before
  }
  throw new Error(`no day of work in the ${LONGEST_BREAK_DAYS} days before ${day.on}`)
}
