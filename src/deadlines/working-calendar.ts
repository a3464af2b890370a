import { addDays, instantOf, type LegalDate } from '../platform/dates.ts'
import { numberOf } from './day-number.ts'
import { firstDay, officeDay } from './office-day.ts'

/** A stretch of office hours, `HH:mm` in Vietnam; `to` is not part of it. */
export type Session = { from: string; to: string }

/**
 * tuần làm việc: office hours by weekday (0 = Sunday); an empty list is a weekly day off. `validTo` is the last day. A season
 * is a week with both dates laid over the ordinary one; a week of the unit itself goes before one of the province.
 */
export type WorkingWeek = {
  validFrom: LegalDate
  validTo: LegalDate | null
  sessions: Session[][]
  ofUnit?: boolean
  /** When the system learned of it, where it was set by an order. */
  recordedAt?: Date | null
  order?: string | null
}

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

/** Which part of the office day; the day is halved at noon. */
export type DayPart = 'day' | 'morning' | 'afternoon'

/** ngày đóng cửa theo lệnh: storm, flood. `recordedAt`: when the system learned of it. */
export type ClosedDay = { on: LegalDate; part: DayPart; order: string; reason: string; recordedAt: Date }

/** The working calendar of one unit: its weeks, the exceptional days of the country, the days closed by order. */
export type WorkingCalendar = {
  weeks: WorkingWeek[]
  days: ReadonlyMap<LegalDate, CalendarDay>
  closed: ReadonlyMap<LegalDate, readonly ClosedDay[]>
}

/** `closed`: the whole day or half of it is closed by order. */
export type DayKind = 'working' | 'weekend' | 'closed' | CalendarDayKind

export function calendarOf(
  weeks: readonly WorkingWeek[],
  days: readonly CalendarDay[],
  closed: readonly ClosedDay[] = [],
): WorkingCalendar {
  const rank = ({ ofUnit, validFrom }: WorkingWeek): string => `${ofUnit ? 1 : 0}${validFrom}`
  return {
    weeks: weeks.toSorted((a, b) => rank(a).localeCompare(rank(b))),
    days: new Map(days.map((day) => [day.on, day])),
    closed: Map.groupBy(closed, ({ on }) => on),
  }
}

const known = new WeakMap<WorkingCalendar, Map<number, WorkingCalendar>>()

/** The calendar as it was known at an instant: closures ordered later are left out. */
export function calendarKnownAt(calendar: WorkingCalendar, at: Date): WorkingCalendar {
  if (calendar.closed.size === 0) return calendar
  const all = [...calendar.closed.values()].flat()
  const heard = all.filter(({ recordedAt }) => recordedAt <= at)
  if (heard.length === all.length) return calendar
  const before = known.get(calendar) ?? new Map<number, WorkingCalendar>()
  known.set(calendar, before)
  const found = before.get(heard.length) ?? calendarOf(calendar.weeks, [...calendar.days.values()], heard)
  before.set(heard.length, found)
  return found
}

const inForceAt = new WeakMap<WorkingCalendar, Map<number, WorkingCalendar>>()

/** The calendar a dossier received at an instant goes by: weeks set by an order recorded later are left out. */
export function calendarSince(calendar: WorkingCalendar, receivedAt: Date): WorkingCalendar {
  const weeks = calendar.weeks.filter(({ recordedAt }) => !recordedAt || recordedAt <= receivedAt)
  if (weeks.length === calendar.weeks.length) return calendar
  const before = inForceAt.get(calendar) ?? new Map<number, WorkingCalendar>()
  inForceAt.set(calendar, before)
  const key = weeks.reduce((latest, { recordedAt }) => Math.max(latest, recordedAt?.getTime() ?? 0), 0)
  const found = before.get(key) ?? { ...calendar, weeks }
  before.set(key, found)
  return found
}

/**
 * Office hours of a day, empty on a day off; without the half closed by order. A make-up Saturday keeps the hours of an
 * ordinary Monday. Throws `deadlines.no-working-week` when no week is in force that day.
 */
export function sessionsOn(calendar: WorkingCalendar, on: LegalDate): Session[] {
  return officeDay(calendar, numberOf(on)).hours
}

export function dayKindOf(calendar: WorkingCalendar, on: LegalDate): DayKind {
  return officeDay(calendar, numberOf(on)).kind
}

/** Whether the day counts in a term of working days: the office is open and no part of the day is closed by order. */
export function isWorkingDay(calendar: WorkingCalendar, on: LegalDate): boolean {
  return officeDay(calendar, numberOf(on)).isWorking
}

/** The first working day after `on`. Throws `deadlines.no-working-day` after sixty days without one. */
export function nextWorkingDay(calendar: WorkingCalendar, on: LegalDate): LegalDate {
  return firstDay(calendar, numberOf(on) + 1, (day) => day.isWorking).on
}

/** When the office closes that working day. */
export function endOfWork(calendar: WorkingCalendar, on: LegalDate): Date {
  const last = sessionsOn(calendar, on).at(-1)
  if (!last) throw new Error(`${on} is not a working day`)
  return instantOf(on, last.to)
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LegalDate, to: LegalDate): number {
  const last = numberOf(to)
  let count = 0
  for (let day = numberOf(from) + 1; day <= last; day++) if (officeDay(calendar, day).isWorking) count++
  return count
}

/** The days of `from` … `to`, both included. */
export function daysOf(from: LegalDate, to: LegalDate): LegalDate[] {
  const days: LegalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
