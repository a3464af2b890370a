import { addDays, instantOf, vietnamDate, type LegalDate } from '../platform/dates.ts'
import { refuse, type Reason } from '../platform/refusal.ts'
import type { Term, TermUnit } from '../platform/term.ts'
import { addMinutes, addMonths } from './count-time.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { coversYear, dayKindOf, endOfWork, isWorkingDay, nextWorkingDay, sessionsOn } from './working-calendar.ts'
import type { CalendarDayStatus, DayKind, WorkingCalendar } from './working-calendar.ts'

/**
 * What a day did to the term: the receipt itself, a receipt too late or on a day off, the working day it is taken to be
 * received, a counted day, a day left out, a day off on which the term would have ended.
 */
export type DayMark =
  | 'received'
  | 'after-cut-off'
  | 'received-on-day-off'
  | 'taken-as-received'
  | 'counted'
  | 'skipped'
  | 'end-moved'
  | 'due'

export type DayReason = {
  on: LegalDate
  mark: DayMark
  kind: DayKind
  /** Name of the holiday, compensatory or make-up day. */
  name?: string
  status?: CalendarDayStatus
  /** Which day of the term this is. */
  nth?: number
  /** Office minutes counted that day, for terms in hours. */
  minutes?: number
}

export type DueDate = {
  dueAt: Date
  dueOn: LegalDate
  /** The working day the dossier is taken to be received. */
  receivedOn: LegalDate
  /** The first day (or, for terms in hours and within the day, the day) that counts. */
  countsFrom: LegalDate
  explanation: DayReason[]
  /** True when a day not yet decided by the State, or a year without known holidays, lies on the way. */
  provisional: boolean
}

export type DueQuestion = { receivedAt: Date; term: Term; calendar: WorkingCalendar; rules: DeadlineRules }

const LONGEST = {
  hour: 5_000,
  'working-day': 5_000,
  day: 7_300,
  month: 240,
  year: 20,
  'within-day': 1,
} satisfies Record<TermUnit, number>

/** Half working days exist in the catalogue (3,5 ngày làm việc); every other unit comes whole. */
export function whyTermInvalid({ quantity, unit }: Term): Reason | undefined {
  const step = unit === 'working-day' ? 0.5 : 1
  if (quantity > 0 && quantity <= LONGEST[unit] && Number.isInteger(quantity / step)) return undefined
  return { code: 'deadlines.term-invalid', facts: { quantity, unit } }
}

/**
 * When the result is due. The day of receipt is not counted (Civil Code 2015, art. 147); months and years end on the day
 * of the same number, or the last of the month (art. 148.2–3); a term ending on a day off ends with the next working day
 * (art. 148.5); terms in hours begin at once (art. 147.1) and run in office hours. Received after the cut-off hour or on
 * a day off counts as received on the next working day. Throws `deadlines.term-invalid`.
 */
export function computeDue(question: DueQuestion): DueDate {
  const { term, calendar } = question
  refuse(whyTermInvalid(term))
  const trail = openTrail(calendar)
  const moment = takeAsReceived(question, trail)
  const receivedOn = vietnamDate(moment)
  const dueAt = COUNTING[term.unit]({ moment, receivedOn, quantity: term.quantity, calendar, trail })
  const explanation = trail.reasons
  const firstCounted = explanation.find(({ mark, minutes }) => mark === 'counted' || (minutes ?? 0) > 0)
  return {
    dueAt,
    dueOn: vietnamDate(dueAt),
    receivedOn,
    countsFrom: firstCounted?.on ?? receivedOn,
    explanation,
    provisional: explanation.some(({ on, status }) => status === 'predicted' || !coversYear(calendar, on)),
  }
}

type Trail = {
  reasons: DayReason[]
  add(on: LegalDate, mark: DayMark, more?: Pick<DayReason, 'nth' | 'minutes'>): void
}

function openTrail(calendar: WorkingCalendar): Trail {
  const reasons: DayReason[] = []
  return {
    reasons,
    add(on, mark, more) {
      const exception = calendar.days.get(on)
      const named = exception && { name: exception.name, status: exception.status }
      reasons.push({ on, mark, kind: dayKindOf(calendar, on), ...named, ...more })
    },
  }
}

/** When the dossier counts as received; notes every day on the way. */
function takeAsReceived({ receivedAt, term, calendar, rules }: DueQuestion, trail: Trail): Date {
  const on = vietnamDate(receivedAt)
  const cutOffCounts = rules.cutOffEffect === 'received-next-working-day' || term.unit === 'within-day'
  const late = cutOffCounts && receivedAt > instantOf(on, rules.cutOffHour)
  if (isWorkingDay(calendar, on) && !late) {
    trail.add(on, 'received')
    return receivedAt
  }
  trail.add(on, isWorkingDay(calendar, on) ? 'after-cut-off' : 'received-on-day-off')
  const next = nextWorkingDay(calendar, on)
  for (let day = addDays(on, 1); day < next; day = addDays(day, 1)) trail.add(day, 'skipped')
  trail.add(next, 'taken-as-received')
  return instantOf(next, sessionsOn(calendar, next)[0]?.from)
}

type Counting = { moment: Date; receivedOn: LegalDate; quantity: number; calendar: WorkingCalendar; trail: Trail }

const COUNTING = {
  hour({ moment, quantity, calendar, trail }) {
    const { end, perDay } = addMinutes(calendar, moment, quantity * 60)
    const [first, ...later] = perDay
    const received = trail.reasons.at(-1)
    if (first && received) received.minutes = first.minutes
    for (const { on, minutes } of later)
      trail.add(on, minutes > 0 ? 'counted' : 'skipped', minutes > 0 ? { minutes } : {})
    return end
  },
  'working-day'({ receivedOn, quantity, calendar, trail }) {
    let day = receivedOn
    for (let nth = 0; nth < quantity; nth++) {
      const next = nextWorkingDay(calendar, day)
      for (day = addDays(day, 1); day < next; day = addDays(day, 1)) trail.add(day, 'skipped')
      trail.add(day, 'counted', { nth: Math.min(nth + 1, quantity) })
    }
    const morning = sessionsOn(calendar, day)[0]
    return Number.isInteger(quantity) || !morning ? endOfWork(calendar, day) : instantOf(day, morning.to)
  },
  day: (counting) => countTo(addDays(counting.receivedOn, counting.quantity), counting),
  month: (counting) => countTo(addMonths(counting.receivedOn, counting.quantity), counting),
  year: (counting) => countTo(addMonths(counting.receivedOn, counting.quantity * 12), counting),
  'within-day': ({ receivedOn, calendar }) => endOfWork(calendar, receivedOn),
} satisfies Record<TermUnit, (counting: Counting) => Date>

/** Counts every calendar day up to `last`, then moves a last day off to the next working day. */
function countTo(last: LegalDate, { receivedOn, calendar, trail }: Counting): Date {
  const due = isWorkingDay(calendar, last) ? last : nextWorkingDay(calendar, last)
  let day = receivedOn
  for (let nth = 1; day < last; nth++) {
    day = addDays(day, 1)
    trail.add(day, day < last || day === due ? 'counted' : 'end-moved', { nth })
  }
  for (day = addDays(last, 1); day <= due; day = addDays(day, 1)) trail.add(day, day < due ? 'end-moved' : 'due')
  return endOfWork(calendar, due)
}
