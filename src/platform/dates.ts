import { inBothLanguages } from './wording.ts'

/** A legal day, `YYYY-MM-DD`, in Vietnam. */
export type LegalDate = string

export const TIME_ZONE = 'Asia/Ho_Chi_Minh'
// Vietnam has kept UTC+7 without daylight saving since 1975.
const OFFSET_MS = 7 * 3_600_000

const words = inBothLanguages(
  {
    weekdays: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
    dateTime: (time: string, day: string) => `${time} ngày ${day}`,
  },
  {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    dateTime: (time: string, day: string) => `${time} on ${day}`,
  },
)

function local(instant: Date): Date {
  return new Date(instant.getTime() + OFFSET_MS)
}

/** The legal day of an instant. */
export function vietnamDate(instant: Date): LegalDate {
  return local(instant).toISOString().slice(0, 10)
}

/** The clock time of an instant in Vietnam, `HH:mm`. */
export function vietnamTime(instant: Date): string {
  return local(instant).toISOString().slice(11, 16)
}

/** The instant of a legal day and a clock time `HH:mm` in Vietnam. */
export function instantOf(day: LegalDate, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

/** ISO 8601 with the Vietnamese offset, as the law asks for times of signing (Decree 30/2020, Annex I). */
export function isoVietnam(instant: Date): string {
  return `${local(instant).toISOString().slice(0, 19)}+07:00`
}

/** Whether a text is a day that exists: not `2026-02-30`. */
export function isLegalDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}

export function addDays(day: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: LegalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function weekdayName(day: LegalDate): string {
  return words.weekdays[weekdayOf(day)] ?? ''
}

/** `24/11/2026`, in English too: it must match the slip in the reader's hand. */
export function formatDate(day: LegalDate): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** `09:42 ngày 20/11/2026` */
export function formatDateTime(instant: Date): string {
  return words.dateTime(vietnamTime(instant), formatDate(vietnamDate(instant)))
}
