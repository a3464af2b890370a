import { calendarFromFiles } from './calendar-files.ts'
import { rulesInForce, type DeadlineRules } from './deadline-rules.ts'
import { parseTerm, type Term } from '../platform/term.ts'
import { calendarOf, type ClosedDay, type Session, type WorkingCalendar, type WorkingWeek } from './working-calendar.ts'

/** `2026-11-20T09:00` in Vietnam. */
export const at = (text: string): Date => new Date(`${text}+07:00`)

export function term(words: string): Term {
  const read = parseTerm(words)
  if (!read) throw new Error(`no term: ${words}`)
  return read
}

/** The province as its files have it. */
export async function provinceCalendar(): Promise<{ calendar: WorkingCalendar; rules: DeadlineRules }> {
  const { calendar, rules } = await calendarFromFiles()
  return { calendar, rules: rulesInForce(rules, '2026-11-21') }
}

const hours = (...words: string[]): Session[] =>
  words.map((one) => ({ from: one.split('-')[0] ?? '', to: one.split('-')[1] ?? '' }))
const week = (weekday: Session[], saturday: Session[]): Session[][] => [
  [],
  ...Array.from({ length: 5 }, () => weekday),
  saturday,
]

/** A centre with everything at once: summer and winter hours, Saturday mornings, storms that close days and halves. */
export const BUSY_WEEKS: WorkingWeek[] = [
  {
    validFrom: '2024-01-01',
    validTo: null,
    sessions: week(hours('07:30-11:30', '13:00-16:30'), hours('07:30-11:30')),
  },
  ...['2024', '2025', '2026', '2027'].map((year) => ({
    validFrom: `${year}-04-16`,
    validTo: `${year}-10-15`,
    sessions: week(hours('07:00-11:30', '13:30-17:00'), hours('07:00-11:00')),
  })),
]

const storm = (on: string, part: ClosedDay['part']): ClosedDay => ({
  on,
  part,
  order: `CĐ ${on}`,
  reason: 'bão',
  recordedAt: new Date(0),
})

export const STORMS: ClosedDay[] = [
  storm('2024-09-07', 'day'),
  storm('2024-09-09', 'day'),
  storm('2024-09-10', 'morning'),
  storm('2025-07-21', 'afternoon'),
  storm('2025-07-22', 'day'),
  storm('2025-08-25', 'afternoon'),
  storm('2025-09-30', 'morning'),
  storm('2026-07-06', 'day'),
  storm('2026-07-07', 'day'),
  storm('2026-08-22', 'morning'),
  storm('2026-10-05', 'afternoon'),
]

export async function busyCalendar(): Promise<WorkingCalendar> {
  const { calendar } = await calendarFromFiles()
  return calendarOf(BUSY_WEEKS, [...calendar.days.values()], STORMS)
}
