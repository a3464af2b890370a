import { vietnamDate } from '../platform/dates.ts'
import { workingDaysBetween, type WorkingCalendar } from './working-calendar.ts'

export type Remaining = {
  /** Working days after today up to the due day; 0 on the due day and later. */
  workingDaysLeft: number
  state: 'in-time' | 'soon' | 'today' | 'overdue'
  /** Working days begun since the due day; 0 in the evening of the due day itself. */
  overdueDays: number
}

/** How a dossier stands against its due instant. `soonWorkingDays` comes from the rules in force. */
export function remaining(now: Date, dueAt: Date, calendar: WorkingCalendar, soonWorkingDays = 2): Remaining {
  const today = vietnamDate(now)
  const dueOn = vietnamDate(dueAt)
  const workingDaysLeft = workingDaysBetween(calendar, today, dueOn)
  if (now > dueAt)
    return { workingDaysLeft: 0, state: 'overdue', overdueDays: workingDaysBetween(calendar, dueOn, today) }
  if (today === dueOn) return { workingDaysLeft: 0, state: 'today', overdueDays: 0 }
  return { workingDaysLeft, state: workingDaysLeft <= soonWorkingDays ? 'soon' : 'in-time', overdueDays: 0 }
}
