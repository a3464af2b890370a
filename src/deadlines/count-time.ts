import { addDays, instantOf, vietnamDate, type LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'
import { sessionsOn, type WorkingCalendar } from './working-calendar.ts'

const MINUTE_MS = 60_000

export type OfficeTime = { end: Date; perDay: { on: LegalDate; minutes: number }[] }

/** Runs `minutes` of office time from `from`; one entry for every day passed, days off with 0 minutes. */
export function addMinutes(calendar: WorkingCalendar, from: Date, minutes: number): OfficeTime {
  const perDay: OfficeTime['perDay'] = []
  let left = minutes * MINUTE_MS
  let idleDays = 0
  for (let on = vietnamDate(from); ; on = addDays(on, 1)) {
    const before = left
    let end: Date | undefined
    for (const session of sessionsOn(calendar, on)) {
      const start = Math.max(instantOf(on, session.from).getTime(), from.getTime())
      const room = Math.max(0, instantOf(on, session.to).getTime() - start)
      if (end === undefined && left <= room) end = new Date(start + left)
      left -= Math.min(left, room)
    }
    perDay.push({ on, minutes: (before - left) / MINUTE_MS })
    if (end) return { end, perDay }
    idleDays = before === left ? idleDays + 1 : 0
    if (idleDays > 60) throw new Refusal('deadlines.no-working-day', { on })
  }
}

/** The day of the same number, `months` later; the last day of the month when it has no such day. */
export function addMonths(day: LegalDate, months: number): LegalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date, lastOfMonth))
  return target.toISOString().slice(0, 10)
}
