import { addDays, vietnamDate, type LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import type { Clock } from './clock.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

export type ExtendQuestion = {
  now: Date
  until: LegalDate
  rules: DeadlineRules
  /** Re-appointments the dossier has had, over every restart of its term. */
  extensions: number
  calendar: WorkingCalendar
}

/** Whether an apology may be sent at all, whatever the new day. */
export function whyNotApologise(
  clock: Clock,
  { now, rules, extensions }: Omit<ExtendQuestion, 'until' | 'calendar'>,
): Reason | undefined {
  if (clock.state !== 'running' || !clock.current)
    return { code: 'deadlines.clock-not-running', facts: { state: clock.state } }
  if (extensions >= rules.reappointmentsAtMost)
    return { code: 'deadlines.extended-already', facts: { atMost: rules.reappointmentsAtMost } }
  const { dueOn } = clock.current
  const latest = latestApology(dueOn, rules)
  return vietnamDate(now) > latest ? { code: 'deadlines.extend-too-late', facts: { dueOn, latest } } : undefined
}

/**
 * Whether the apology with a new date may still be sent: while the term runs, as often as the law allows (once), at the
 * latest one day before the due date, and to a later working day. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9.
 */
export function whyNotExtend(clock: Clock, question: ExtendQuestion): Reason | undefined {
  const { until, calendar } = question
  const whyNot = whyNotApologise(clock, question)
  if (whyNot || !clock.current) return whyNot
  const { dueOn } = clock.current
  if (until <= dueOn) return { code: 'deadlines.extend-not-later', facts: { dueOn, until } }
  if (!isWorkingDay(calendar, until)) return { code: 'deadlines.extend-day-off', facts: { until } }
  return undefined
}

/** The last day on which the apology may be sent. */
export function latestApology(dueOn: LegalDate, { apologyDaysBefore }: DeadlineRules): LegalDate {
  return addDays(dueOn, -apologyDaysBefore)
}
