import { inBothLanguages } from '../../platform/wording.ts'
import { whomTextsEn } from './whom.texts.en.ts'

const whomVi = {
  question: 'Bạn nộp hồ sơ cho ai?',
  self: 'Cho tôi',
  parent: 'Cho con tôi, chưa đủ 18 tuổi',
  guardian: 'Cho người tôi giám hộ',
  authorised: 'Cho người đã uỷ quyền cho tôi',
  sent: 'Cho tổ chức cử tôi đi nộp',
}

export const whomTexts = inBothLanguages(whomVi, whomTextsEn)
