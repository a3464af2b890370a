import { Refusal } from '../platform/refusal.ts'
import { legalDayOf, MINUTE_MS, startOf, weekdayAt } from './day-number.ts'
import type { CalendarDayStatus, ClosedDay, DayKind, Session, WorkingCalendar } from './working-calendar.ts'

/** One day of a calendar, made ready for reckoning; instants in milliseconds. */
export type OfficeDay = {
  number: number
  on: string
  startsAt: number
  kind: DayKind
  /** Name of the holiday, or why the office is closed by order. */
  name?: string
  status?: CalendarDayStatus
  /** The orders that close the day or half of it. */
  documents?: string[]
  hours: Session[]
  sessions: { from: number; to: number }[]
  /** The office opens at all. */
  isOpen: boolean
  /** Counts in a term of working days. */
  isWorking: boolean
  closesAt: number
  morningEndsAt: number
  /** Not yet decided by the State, or in a year whose holidays are not known. */
  isDoubtful: boolean
  /** The day after, once somebody has gone there. */
  next: OfficeDay | undefined
}

const MONDAY = 1
const NOON = '12:00'
// The longest known break is nine days; sixty without work means the calendar itself is wrong.
const LONGEST_BREAK_DAYS = 60

const ready = new WeakMap<WorkingCalendar, Map<number, OfficeDay>>()

/** A day of the calendar, made once. Throws `deadlines.no-working-week` when no week is in force that day. */
export function officeDay(calendar: WorkingCalendar, number: number): OfficeDay {
  let days = ready.get(calendar)
  if (!days) ready.set(calendar, (days = new Map()))
  let day = days.get(number)
  if (!day) days.set(number, (day = makeDay(calendar, number)))
  return day
}

export function dayAfter(calendar: WorkingCalendar, day: OfficeDay): OfficeDay {
  return (day.next ??= officeDay(calendar, day.number + 1))
}

/** The first day from `number` on that is as wanted. Throws `deadlines.no-working-day` after sixty that are not. */
export function firstDay(calendar: WorkingCalendar, number: number, wanted: (day: OfficeDay) => boolean): OfficeDay {
  let day = officeDay(calendar, number)
  for (let tried = 0; tried < LONGEST_BREAK_DAYS; tried++) {
    if (wanted(day)) return day
    day = dayAfter(calendar, day)
  }
  if (wanted(day)) return day
  throw new Refusal('deadlines.no-working-day', { on: legalDayOf(number - 1) })
}

function makeDay(calendar: WorkingCalendar, number: number): OfficeDay {
  const on = legalDayOf(number)
  const startsAt = startOf(number)
  const week = calendar.weeks.findLast(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
  )
  if (!week) throw new Refusal('deadlines.no-working-week', { on })
  const exception = calendar.days.get(on)
  const isOff = exception !== undefined && exception.kind !== 'makeup_workday'
  const ordinary = isOff ? [] : (week.sessions[exception ? MONDAY : weekdayAt(number)] ?? [])
  const orders = ordinary.length > 0 ? (calendar.closed.get(on) ?? []) : []
  const hours = orders.reduce(withoutPart, ordinary)
  const sessions = hours.map(({ from, to }) => ({ from: startsAt + minutes(from), to: startsAt + minutes(to) }))
  const [order] = orders
  return {
    number,
    on,
    startsAt,
    kind: order ? 'closed' : (exception?.kind ?? (ordinary.length > 0 ? 'working' : 'weekend')),
    ...(exception && { name: exception.name, status: exception.status }),
    ...(order && { name: order.reason, documents: [...new Set(orders.map((one) => one.order))] }),
    hours,
    sessions,
    isOpen: sessions.length > 0,
    isWorking: sessions.length > 0 && !order,
    closesAt: sessions.at(-1)?.to ?? startsAt,
    morningEndsAt: sessions[0]?.to ?? startsAt,
    isDoubtful: exception?.status === 'predicted' || !calendar.days.has(`${on.slice(0, 4)}-01-01`),
    next: undefined,
  }
}

function withoutPart(hours: Session[], { part }: ClosedDay): Session[] {
  if (part === 'day') return []
  return hours
    .map(({ from, to }) =>
      part === 'morning' ? { from: from < NOON ? NOON : from, to } : { from, to: to > NOON ? NOON : to },
    )
    .filter(({ from, to }) => from < to)
}

function minutes(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS
}
