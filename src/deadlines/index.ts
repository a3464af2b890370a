export type { Term, TermUnit } from '../platform/term.ts'
export { calendarFor, rulesFor } from './calendar-for.ts'
export { calendarFromFiles } from './calendar-files.ts'
export { clockOf } from './clock.ts'
export type { Clock, ClockEvent, ClockMove, ClockQuestion, ClockStop, StopGround } from './clock.ts'
export type { DayMark, DayReason } from './day-reason.ts'
export {
  ruleSources,
  rulesInForce,
  type DeadlineRule,
  type DeadlineRules,
  type LegalNumbers,
} from './deadline-rules.ts'
export { computeDue, whyTermInvalid, type DueDate, type DueQuestion } from './due-date.ts'
export { latestApology, whyNotApologise, whyNotExtend, type ExtendQuestion } from './extend-rule.ts'
export type { Extension } from './extended-end.ts'
export type { Stop } from './stops.ts'
export { checkReach as calendarWithinReach, closeDay, reopenDay } from './close-day.ts'
export { setUnitWeek, UnitWeekInput } from './set-unit-week.ts'
export { formatSessions, parseSessions, whyNotSetWeek, type UnitWeek } from './unit-week.ts'
export type { Closure } from './closure.ts'
export { dayClosed } from './events.ts'
export { listCalendar, type YearCalendar, type YearDay } from './list-calendar.ts'
export { dueCommand, type DueSources } from './due.command.ts'
export { loadCalendar, type CalendarDifference } from './load-calendar.ts'
export {
  afterOfficeHours,
  beforeOfficeHours,
  isAtWork,
  officeHoursBetween,
  openingAfter,
  openingBefore,
} from './office-time.ts'
export { remaining, type Remaining } from './remaining.ts'
export { dayReasonText, deadlinesRefusals } from './texts.ts'
export { calendarOf, isWorkingDay, nextWorkingDay, sessionsOn, workingDaysBetween } from './working-calendar.ts'
export type { CalendarDay, ClosedDay, DayPart, Session, WorkingCalendar, WorkingWeek } from './working-calendar.ts'
export { explainClock, type DayRun, type ExplainKind, type ExplainLine } from './explain-clock.ts'
export { dueMoveWords } from './explain.texts.ts'
export type { DueHistory, DueMove } from './due-history.tsx'
export { WhyThisDate } from './why-this-date.tsx'
