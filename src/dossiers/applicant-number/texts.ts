import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { numberRefusalsEn } from './texts.en.ts'

const refusalsVi = {
  'dossiers.applicant-has-number': { status: 409, title: 'Chủ hồ sơ đã có số định danh trong hồ sơ này.' },
  'dossiers.applicant-number-wrong': {
    status: 422,
    title: 'Số định danh này không đúng. Xem lại 12 chữ số trên giấy khai sinh hoặc thẻ căn cước.',
  },
  'dossiers.applicant-number-other-year': {
    status: 422,
    title: 'Số định danh này không phải của người sinh năm {year}. Xem lại số, hoặc ngày sinh trong hồ sơ.',
  },
  'dossiers.applicant-number-others': {
    status: 409,
    title: 'Số định danh này đang là của người có tên khác. Xem lại số và họ tên của chủ hồ sơ.',
  },
} satisfies RefusalTexts

export const numberRefusals = withEnglish(refusalsVi, numberRefusalsEn)
