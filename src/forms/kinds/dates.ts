import { addDays, formatDate, type LegalDate } from '../../platform/dates.ts'
import type { Found, Kind, Reading } from './kind.ts'

const OLDEST_BIRTH_YEAR = 1900
const DAY_FIRST = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/
const UNBROKEN = /^(\d{2})(\d{2})(\d{4})$/
const YEAR = /^\d{4}$/
const DAY = '^\\d{4}-\\d{2}-\\d{2}$'

function daysInMonth(year: number, month: number): number {
  const firstOfNext: LegalDate = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return Number(addDays(firstOfNext, -1).slice(8))
}

function dayOf(year: number, month: number, day: number): LegalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function realDay(year: number, month: number, day: number): Reading {
  if (month < 1 || month > 12 || day < 1 || year < 1) return { problem: 'unreadable' }
  const last = daysInMonth(year, month)
  if (day > last) return { problem: 'no-such-day', facts: { month, year, last } }
  return { value: dayOf(year, month, day) }
}

/** `20/11/2026`, `20-11-2026`, `20.11.2026`, `20 11 2026`, `20112026` or what a date picker sends. Never month first. */
function readDay(text: string): Reading {
  const typed = text.normalize('NFKC').replace(/^ngày\s+/i, '')
  const [, day, month, year] = DAY_FIRST.exec(typed) ?? UNBROKEN.exec(typed) ?? []
  if (day !== undefined) return realDay(Number(year), Number(month), Number(day))
  const [, year2, month2, day2] = YEAR_FIRST.exec(typed) ?? []
  return year2 === undefined ? { problem: 'unreadable' } : realDay(Number(year2), Number(month2), Number(day2))
}

function whyNotDay(value: string): Found | undefined {
  const [year, month, day] = value.split('-').map(Number)
  const reading = realDay(year ?? 0, month ?? 0, day ?? 0)
  return 'problem' in reading ? reading : undefined
}

export const date: Kind = {
  example: '20/11/2026',
  read: readDay,
  schema: () => ({ type: 'string', format: 'date', pattern: DAY }),
  check(value, spec, { today }) {
    const day = String(value)
    return whyNotDay(day) ?? (spec.past && day > today ? { problem: 'in-the-future' } : undefined)
  },
  show: (value) => formatDate(String(value)),
}

/** Ngày sinh; papers of older people tell the year only. Stored as `YYYY-MM-DD` or `YYYY`. */
export const birthDate: Kind = {
  example: '14/03/1988',
  read: (text) => (YEAR.test(text) ? { value: text } : readDay(text)),
  schema: () => ({ type: 'string', pattern: '^\\d{4}(-\\d{2}-\\d{2})?$' }),
  check(value, _, { today }) {
    const born = String(value)
    const wrong = YEAR.test(born) ? undefined : whyNotDay(born)
    if (wrong) return wrong
    if (born > today) return { problem: 'in-the-future' }
    return Number(born.slice(0, 4)) < OLDEST_BIRTH_YEAR
      ? { problem: 'too-long-ago', facts: { year: OLDEST_BIRTH_YEAR } }
      : undefined
  },
  show: (value) => (YEAR.test(String(value)) ? String(value) : formatDate(String(value))),
}

const MONTH = /^(?:tháng\s+)?(\d{1,2})\s*(?:[/.-]|năm)?\s*(\d{4})$/i
const MONTH_YEAR_FIRST = /^(\d{4})-(\d{2})$/

/** Tháng, năm: `9/2003`, `09-2003`, `tháng 9 năm 2003`. Stored as `2003-09`. */
export const month: Kind = {
  example: '9/2003',
  read(text) {
    const typed = text.normalize('NFKC')
    const [, month, year] = MONTH.exec(typed) ?? []
    const [, year2 = year, month2 = month] = MONTH_YEAR_FIRST.exec(typed) ?? []
    if (month2 === undefined || Number(month2) < 1 || Number(month2) > 12) return { problem: 'unreadable' }
    return { value: `${year2}-${month2.padStart(2, '0')}` }
  },
  schema: () => ({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
  check: (value, spec, { today }) =>
    spec.past && String(value) > today.slice(0, 7) ? { problem: 'in-the-future' } : undefined,
  show: (value) => String(value).split('-').toReversed().join('/'),
}

const OLDEST_YEAR = 1000

/** Năm. */
export const year: Kind = {
  example: '2026',
  read: (text) =>
    YEAR.test(text.normalize('NFKC')) ? { value: Number(text.normalize('NFKC')) } : { problem: 'unreadable' },
  schema: (spec) => ({ type: 'integer', minimum: spec.min ?? OLDEST_YEAR, maximum: spec.max ?? 9999 }),
  check: (value, spec, { today }) =>
    spec.past && Number(value) > Number(today.slice(0, 4)) ? { problem: 'in-the-future' } : undefined,
  show: String,
}

const CLOCK = /^(\d{1,2})\s*(?:[:.]|giờ|g|h)\s*(\d{1,2})?\s*(?:phút|p)?$/i

/** Giờ: `8:30`, `8h30`, `8 giờ 30 phút`, `8 giờ`. Stored as `08:30`. */
export const time: Kind = {
  example: '08:30',
  read(text) {
    const [, hour, minute = '0'] = CLOCK.exec(text.normalize('NFKC')) ?? []
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return { problem: 'unreadable' }
    return { value: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }
  },
  schema: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  show: String,
}
