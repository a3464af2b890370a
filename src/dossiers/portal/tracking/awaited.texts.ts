import { inBothLanguages } from '../../../platform/wording.ts'
import { awaitedWordsEn, partAwaitedWordsEn } from './awaited.texts.en.ts'

const awaitedVi = {
  one: 'Đang lấy ý kiến {unit}, hạn {day}.',
  several: 'Đang lấy ý kiến:',
  body: '{unit}, hạn {day}',
  clock: 'Việc này không làm lùi ngày hẹn trả. Bạn không phải làm gì.',
}

/** What the applicant is told of opinions asked of other agencies. */
export const awaitedWords = inBothLanguages(awaitedVi, awaitedWordsEn)

const partAwaitedVi = {
  sent: 'Đã chuyển {unit}: {duty}. Hạn {day}.',
  accepted: '{unit} đang làm: {duty}. Hạn {day}.',
  clock: 'Ngày hẹn trả không thay đổi, kết quả vẫn về nơi bạn nộp. Bạn không phải làm gì.',
}

/** What the applicant is told of parts done by other agencies. */
export const partAwaitedWords = inBothLanguages(partAwaitedVi, partAwaitedWordsEn)
