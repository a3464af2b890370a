import type { LegalDate } from '../platform/dates.ts'
import type { Term, TermUnit } from '../platform/term.ts'
import { addMonths, MINUTE_MS, numberAt } from './day-number.ts'
import { note, type Trail } from './day-reason.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { dayAfter, firstDay, officeDay, type OfficeDay } from './office-day.ts'
import { documentsOf, endsWhileStopped, isStopped, running, type Stopped } from './stops.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type Reckoning = {
  receivedAt: Date
  term: Term
  calendar: WorkingCalendar
  rules: DeadlineRules
  stops: Stopped
}

/** Where a term ends: an instant in milliseconds and its day. */
export type End = { at: number; day: OfficeDay }

type Start = { at: number; day: OfficeDay; mark: 'received' | 'taken-as-received' }
type Walk = Reckoning & { start: Start; trail: Trail }

/** Walks from the receipt to the end of the term; the trail hears of every day on the way, in order. */
export function reckon(asked: Reckoning, trail: Trail): { end: End; receivedOn: LegalDate } {
  const start = takeAsReceived(asked, trail)
  const end = COUNTING[asked.term.unit]({ ...asked, start, trail })
  return { end, receivedOn: start.day.on }
}

/** When the dossier counts as received. After the office has closed early it is late as well, whatever the cut-off. */
function takeAsReceived({ receivedAt, term, calendar, rules }: Reckoning, trail: Trail): Start {
  const at = receivedAt.getTime()
  const day = officeDay(calendar, numberAt(at))
  const cutOffCounts = rules.cutOffEffect === 'received-next-working-day' || term.unit === 'within-day'
  const late = cutOffCounts && at > Math.min(day.startsAt + cutOffOf(rules), day.closesAt)
  if (day.isOpen && !late) return { at, day, mark: 'received' }
  note(trail, day, day.isOpen ? 'after-cut-off' : 'received-on-day-off')
  const next = firstDay(calendar, day.number + 1, ({ isOpen }) => isOpen)
  for (let number = day.number + 1; number < next.number; number++) leaveOut(trail, officeDay(calendar, number))
  return { at: next.sessions[0]?.from ?? next.startsAt, day: next, mark: 'taken-as-received' }
}

function cutOffOf({ cutOffHour }: DeadlineRules): number {
  return (Number(cutOffHour.slice(0, 2)) * 60 + Number(cutOffHour.slice(3))) * MINUTE_MS
}

function leaveOut(trail: Trail, day: OfficeDay): void {
  note(trail, day, day.kind === 'closed' ? 'closed' : 'skipped')
}

const COUNTING = {
  hour({ term, calendar, stops, start, trail }) {
    let left = term.quantity * 60 * MINUTE_MS
    let day = start.day
    for (;;) {
      const before = left
      let end: number | undefined
      for (const session of day.sessions) {
        const from = Math.max(session.from, start.at)
        if (from >= session.to) continue
        for (const part of running(stops, { from, to: session.to })) {
          const room = part.to - part.from
          if (end === undefined && left <= room) end = part.from + left
          left -= Math.min(left, room)
        }
      }
      noteHours(before - left, day)
      if (end !== undefined) return { at: end, day }
      // A long stop is no broken calendar: only days without office hours make one.
      day = day.isOpen ? dayAfter(calendar, day) : nextNoted(day)
    }

    function noteHours(spent: number, on: OfficeDay): void {
      const minutes = spent / MINUTE_MS
      const from = Math.max(on.sessions[0]?.from ?? 0, start.at)
      const stopped = on.isOpen ? documentsOf(stops, from, on.closesAt) : undefined
      if (on === start.day) note(trail, on, start.mark, undefined, minutes, stopped)
      else if (minutes > 0) note(trail, on, 'counted', undefined, minutes, stopped)
      else if (stopped) note(trail, on, 'stopped', undefined, undefined, stopped)
      else leaveOut(trail, on)
    }

    function nextNoted(off: OfficeDay): OfficeDay {
      const next = firstDay(calendar, off.number + 1, ({ isOpen }) => isOpen)
      for (let number = off.number + 1; number < next.number; number++) leaveOut(trail, officeDay(calendar, number))
      return next
    }
  },
  'working-day'(walk) {
    const { term, calendar, stops, start, trail } = walk
    const isHalf = !Number.isInteger(term.quantity)
    note(trail, start.day, start.mark)
    let day = start.day
    for (let nth = 0; nth < term.quantity;) {
      day = nextDay(calendar, day)
      if (!day.isWorking) leaveOut(trail, day)
      else if (isStopped(stops, day)) noteStopped(walk, day)
      else note(trail, day, 'counted', Math.min(++nth, term.quantity))
    }
    return settle(walk, day, isHalf)
  },
  day: (walk) => countDays(walk, walk.term.quantity),
  month: (walk) => countDays(walk, daysIn(walk, walk.term.quantity)),
  year: (walk) => countDays(walk, daysIn(walk, walk.term.quantity * 12)),
  'within-day'(walk) {
    note(walk.trail, walk.start.day, walk.start.mark)
    return settle(walk, walk.start.day, false)
  },
} satisfies Record<TermUnit, (walk: Walk) => End>

/**
 * Days of a term in months, counted from the day it begins and from every day since the receipt on which it might have begun:
 * where the last month is a shorter one, beginning later would otherwise lose days of a stop that already lasts.
 */
function daysIn({ start, receivedAt, calendar, stops }: Walk, months: number): number {
  const daysFrom = (number: number): number => addMonths(number, months) - number
  let most = daysFrom(start.day.number)
  if (stops.length === 0) return most
  let counted = 0
  for (let number = start.day.number - 1; number >= numberAt(receivedAt.getTime()); number--) {
    if (!isStopped(stops, officeDay(calendar, number + 1))) counted++
    most = Math.max(most, daysFrom(number) - counted)
  }
  return most
}

/** Counts calendar days that are not stopped, then settles the end. */
function countDays(walk: Walk, quantity: number): End {
  const { calendar, stops, start, trail } = walk
  note(trail, start.day, start.mark)
  let { day } = start
  for (let nth = 0; nth < quantity;) {
    day = dayAfter(calendar, day)
    if (isStopped(stops, day)) noteStopped(walk, day)
    else note(trail, day, ++nth < quantity || day.isWorking ? 'counted' : 'end-moved', nth)
  }
  return settle(walk, day, false)
}

/**
 * A term that would end on a day off (art. 148.5), or while the clock stands still, ends with the first working day on which
 * the clock runs.
 */
export function settle(
  walk: Pick<Walk, 'calendar' | 'stops' | 'trail' | 'term'>,
  last: OfficeDay,
  isHalf: boolean,
): End {
  const { calendar, stops, trail, term } = walk
  const endOf = (day: OfficeDay): number => (isHalf ? day.morningEndsAt : day.closesAt)
  const fits = (day: OfficeDay): boolean => day.isWorking && !endsWhileStopped(stops, endOf(day))
  // Only a term within the day can end with a day on which nothing was counted: the one it is taken to be received on.
  if (fits(last) && !isStopped(stops, last)) return { at: endOf(last), day: last }
  const byCalendar = term.unit === 'day' || term.unit === 'month' || term.unit === 'year'
  for (let day = nextDay(calendar, last); ; day = nextDay(calendar, day)) {
    const stopped = isStopped(stops, day)
    if (!stopped && fits(day)) {
      note(trail, day, 'due')
      return { at: endOf(day), day }
    }
    if (stopped && (day.isWorking || byCalendar)) noteStopped(walk, day)
    else if (byCalendar) note(trail, day, 'end-moved')
    else leaveOut(trail, day)
  }
}

/** The next day; looks ahead when a break begins, so that a calendar without working days is found out. */
export function nextDay(calendar: WorkingCalendar, day: OfficeDay): OfficeDay {
  const next = dayAfter(calendar, day)
  if (day.isOpen && !next.isWorking) firstDay(calendar, next.number, ({ isWorking }) => isWorking)
  return next
}

export function noteStopped({ stops, trail }: Pick<Walk, 'stops' | 'trail'>, day: OfficeDay): void {
  note(trail, day, 'stopped', undefined, undefined, documentsOf(stops, day.startsAt, day.startsAt + 1))
}
