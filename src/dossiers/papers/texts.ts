import { formatDate } from '../../platform/dates.ts'
import type { Acting } from '../acting/acting.ts'
import { capacityWords } from '../acting/texts.ts'
import type { Post, SheetRow } from '../step.ts'
import type { StatutoryForm } from './statutory-form.ts'

/** Which form of which instrument a paper follows, for its foot. */
export function formMark({ number, instrument }: Pick<StatutoryForm, 'number' | 'instrument'>): string {
  return `Mẫu số ${number}, ${instrument}`
}

/** Whose turn it is, as form 06 names the post. */
export const postWords = {
  desk: 'Bộ phận một cửa',
  head: 'Lãnh đạo phòng',
  specialist: 'Người thụ lý',
  signatory: 'Người có thẩm quyền ký',
  clerk: 'Văn thư',
  citizen: 'Người nộp hồ sơ',
} satisfies Record<Post, string>

export const outcomeWords = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  overdue: 'Quá hạn',
} satisfies Record<NonNullable<SheetRow['outcome']>, string>

/** What the giver did, as a note of its own: `Đã phân công`. */
export function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

export const sheetTexts = {
  noDueDate: 'Chưa tính',
  askedBodies: 'Không có',
} as const

/** On papers, which are Vietnamese: `người được uỷ quyền, theo văn bản số 12/UQ ngày 01/10/2026`. */
export function actsAsWords({ capacity, groundNumber, groundIssuedOn }: Acting): string {
  const as = capacityWords[capacity].toLocaleLowerCase('vi')
  if (groundIssuedOn === null) return as
  const number = groundNumber === null ? '' : ` số ${groundNumber}`
  return `${as}, theo văn bản${number} ngày ${formatDate(groundIssuedOn)}`
}
