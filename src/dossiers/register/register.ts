import { instantOf, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Handling } from '../dossier.ts'

/** sổ theo dõi hồ sơ: one desk's book of one year. `bookNo` counts the desk's books through the years. */
export type Book = { unitId: string; year: number; bookNo: number; closing: Closing | null }

/** khoá sổ: what the book held when it was closed. */
export type Closing = {
  at: Date
  byAccountId: string
  byName: string
  lineCount: number
  /** Dossiers of the book that had not ended when the day of closing began. */
  openCount: number
  /** SHA-256 over its lines as they stood then, lower-case hex; see `fixedAt`. */
  digest: string
}

/** One line as the form asks for it, and as it stood at a moment. */
export type RegisterLine = {
  lineNo: number
  dossierCode: string
  procedure: { code: string; name: string }
  /** số lượng hồ sơ (bộ) */
  sets: number
  applicant: string
  address: string | null
  phone: string | null
  /** cơ quan chủ trì giải quyết */
  agency: string
  receivedAt: Date
  /** The first promise; a later one is `movedTo`. */
  dueOn: LegalDate | null
  movedTo: LegalDate | null
  /** How the dossier ended, and when; null while it is handled. */
  end: { how: RegisterEnd; at: Date } | null
  delivery: string
}

export const REGISTER_ENDS = ['delivered', 'refused', 'withdrawn', 'stopped'] as const satisfies Handling[]
export type RegisterEnd = (typeof REGISTER_ENDS)[number]

/** `01/2026`, as form 01 and the book's cover print it. */
export function bookName({ bookNo, year }: Pick<Book, 'bookNo' | 'year'>): string {
  return `${String(bookNo).padStart(2, '0')}/${year}`
}

/** Books are closed every year, once, when the year is over. Căn cứ: Thông tư 01/2018/TT-VPCP, Điều 10; Thông tư 03/2025/TT-VPCP. */
export function whyNotClose({ bookNo, year, closing }: Book, today: LegalDate): Reason | undefined {
  if (closing) return { code: 'dossiers.register-closed', facts: { book: bookName({ bookNo, year }) } }
  return isYearOver(year, today) ? undefined : { code: 'dossiers.register-year-runs', facts: { year } }
}

/** Whether the button is worth showing; the action asks `whyNotClose`. */
export function mayClose({ year, closing }: Pick<Book, 'year' | 'closing'>, today: LegalDate): boolean {
  return closing === null && isYearOver(year, today)
}

function isYearOver(year: number, today: LegalDate): boolean {
  return Number(today.slice(0, 4)) > year
}

/** The moment a closing speaks of: the beginning of its day, when nothing that was under way can still change it. */
export function fixedAt(closedAt: Date): Date {
  return instantOf(vietnamDate(closedAt))
}

/** A closed book takes no more lines. */
export function whyNotEnter(book: Book): Reason | undefined {
  return book.closing ? { code: 'dossiers.register-closed', facts: { book: bookName(book) } } : undefined
}
