import { addDays, type LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { daysOf, sessionsOn, type ClosedDay, type DayPart, type WorkingCalendar } from './working-calendar.ts'

/** lệnh đóng cửa: an order that closes one body, or the whole province (`unitId` null), from day to day. */
export type Closure = {
  id: string
  unitId: string | null
  from: LegalDate
  to: LegalDate
  part: DayPart
  order: string
  reason: string
  recordedAt: Date
  withdrawnAt: Date | null
  withdrawnReason: string | null
}

// A longer closure is no storm; it wants a calendar of its own.
const LONGEST_CLOSURE_DAYS = 31

type CloseQuestion = Pick<Closure, 'from' | 'to'> & {
  today: LegalDate
  calendar: WorkingCalendar
  rules: DeadlineRules
}

/** Whether an order may be entered: not turned about, not endless, not long after the fact, and it closes something. */
export function whyNotClose({ from, to, today, calendar, rules }: CloseQuestion): Reason | undefined {
  if (to < from) return { code: 'deadlines.close-dates', facts: { from, to } }
  if (to > addDays(from, LONGEST_CLOSURE_DAYS - 1))
    return { code: 'deadlines.close-too-long', facts: { atMost: LONGEST_CLOSURE_DAYS } }
  const earliest = addDays(today, -rules.closureRecordedDaysAfter)
  if (from < earliest) return { code: 'deadlines.close-too-old', facts: { earliest } }
  if (!daysOf(from, to).some((on) => sessionsOn(calendar, on).length > 0))
    return { code: 'deadlines.close-nothing', facts: { from, to } }
  return undefined
}

/** The days of orders in force, one entry a day. */
export function closedDays(closures: readonly Closure[]): ClosedDay[] {
  return closures
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .flatMap(({ from, to, part, order, reason, recordedAt }) =>
      daysOf(from, to).map((on) => ({ on, part, order, reason, recordedAt })),
    )
}
