import { addDays, instantOf, weekdayOf, type LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'

/** A stretch of office hours, `HH:mm` in Vietnam; `to` is not part of it. */
export type Session = { from: string; to: string }

/** tuần làm việc: office hours by weekday (0 = Sunday); an empty list is a weekly day off. `validTo` is the last day. */
export type WorkingWeek = { validFrom: LegalDate; validTo: LegalDate | null; sessions: Session[][] }

/** ngày nghỉ lễ · nghỉ bù · nghỉ hoán đổi · ngày làm bù */
export type CalendarDayKind = 'holiday' | 'compensatory' | 'swap_off' | 'makeup_workday'
/** How sure the day is: `predicted` days await the yearly decision, `statutory` ones are fixed by law. */
export type CalendarDayStatus = 'official' | 'official_unverified' | 'statutory' | 'predicted'

export type CalendarDay = {
  on: LegalDate
  kind: CalendarDayKind
  name: string
  status: CalendarDayStatus
  source: string
}

/** The working calendar of one unit: its weeks (oldest first) and the exceptional days of the country. */
export type WorkingCalendar = { weeks: WorkingWeek[]; days: ReadonlyMap<LegalDate, CalendarDay> }

export type DayKind = 'working' | 'weekend' | CalendarDayKind

const MONDAY = 1
// The longest known break is nine days; sixty without work means the calendar itself is wrong.
const LONGEST_BREAK_DAYS = 60

export function calendarOf(weeks: WorkingWeek[], days: readonly CalendarDay[]): WorkingCalendar {
  return {
    weeks: weeks.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)),
    days: new Map(days.map((day) => [day.on, day])),
  }
}

/** Throws `deadlines.no-working-week` when no week is in force that day. */
function weekOn(calendar: WorkingCalendar, on: LegalDate): WorkingWeek {
  const week = calendar.weeks.findLast(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
  )
  if (!week) throw new Refusal('deadlines.no-working-week', { on })
  return week
}

/** Office hours of a day, empty on a day off. A make-up Saturday keeps the hours of an ordinary Monday. */
export function sessionsOn(calendar: WorkingCalendar, on: LegalDate): Session[] {
  const { sessions } = weekOn(calendar, on)
  const exception = calendar.days.get(on)
  if (exception && exception.kind !== 'makeup_workday') return []
  return sessions[exception ? MONDAY : weekdayOf(on)] ?? []
}

export function dayKindOf(calendar: WorkingCalendar, on: LegalDate): DayKind {
  return calendar.days.get(on)?.kind ?? (sessionsOn(calendar, on).length > 0 ? 'working' : 'weekend')
}

export function isWorkingDay(calendar: WorkingCalendar, on: LegalDate): boolean {
  return sessionsOn(calendar, on).length > 0
}

/** The first working day after `on`. */
export function nextWorkingDay(calendar: WorkingCalendar, on: LegalDate): LegalDate {
  let day = addDays(on, 1)
  for (let tried = 0; !isWorkingDay(calendar, day); tried++) {
    if (tried === LONGEST_BREAK_DAYS) throw new Refusal('deadlines.no-working-day', { on })
    day = addDays(day, 1)
  }
  return day
}

/** When the office closes that working day. */
export function endOfWork(calendar: WorkingCalendar, on: LegalDate): Date {
  const last = sessionsOn(calendar, on).at(-1)
  if (!last) throw new Error(`${on} is not a working day`)
  return instantOf(on, last.to)
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LegalDate, to: LegalDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

/** Whether the exceptional days of that year are known at all: every known year lists its New Year's Day. */
export function coversYear(calendar: WorkingCalendar, on: LegalDate): boolean {
  return calendar.days.has(`${on.slice(0, 4)}-01-01`)
}
