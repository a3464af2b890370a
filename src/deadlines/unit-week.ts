import type { LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import type { Session } from './working-calendar.ts'

/** tuần làm việc riêng của đơn vị: office hours by weekday (0 = Sunday) from a day on, or for a season. */
export type UnitWeek = { validFrom: LegalDate; validTo: LegalDate | null; sessions: Session[][] }

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const MOST_SESSIONS = 4

/** `07:30-11:30, 13:00-16:30` as sessions; nothing is a day off. Undefined when it cannot be read. */
export function parseSessions(text: string): Session[] | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  const sessions = parts
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = '', ...rest] = part.split(/\s*[-–]\s*/).map(twoDigits)
      return { from, to, isRead: TIME.test(from) && TIME.test(to) && rest.length === 0 }
    })
  if (sessions.some(({ isRead }) => !isRead)) return undefined
  return sessions.map(({ from, to }) => ({ from, to }))
}

/** `7h30`, `7:30` and `7.30` as `07:30`. */
function twoDigits(text: string): string {
  const found = /^(\d{1,2})(?:[:.h](\d{2})|h)$/i.exec(text.trim())
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : text.trim()
}

export function formatSessions(sessions: readonly Session[]): string {
  return sessions.map(({ from, to }) => `${from}-${to}`).join(', ')
}

/** Why a week may not be set: it reaches into the past, ends before it begins, opens never, or its hours are out of order. */
export function whyNotSetWeek({ validFrom, validTo, sessions }: UnitWeek, today: LegalDate): Reason | undefined {
  if (validFrom <= today) return { code: 'deadlines.week-in-past', facts: { today } }
  if (validTo !== null && validTo < validFrom) return { code: 'deadlines.week-dates' }
  if (sessions.every((day) => day.length === 0)) return { code: 'deadlines.week-never-open' }
  const weekday = sessions.findIndex((day) => !isInOrder(day))
  return weekday === -1 ? undefined : { code: 'deadlines.week-hours', facts: { weekday } }
}

function isInOrder(day: readonly Session[]): boolean {
  if (day.length > MOST_SESSIONS) return false
  return day.every(({ from, to }, index) => from < to && (index === 0 || (day[index - 1]?.to ?? '') <= from))
}
