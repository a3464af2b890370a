import { inBothLanguages } from '../../platform/wording.ts'
import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import type { Capacity } from './acting.ts'
import { actingRefusalsEn, capacityWordsEn, groundPaperNamesEn } from './texts.en.ts'

const groundPaperNamesVi = {
  parent: 'Giấy khai sinh của con',
  guardian: 'Trích lục đăng ký giám hộ, hoặc quyết định cử người giám hộ',
  authorised: 'Văn bản uỷ quyền',
  sent: 'Giấy giới thiệu hoặc văn bản uỷ quyền của tổ chức',
} satisfies Record<Exclude<Capacity, 'member'>, string>

/** The paper in which a right to act stands. */
export const groundPaperNames = inBothLanguages(groundPaperNamesVi, groundPaperNamesEn)

const capacityWordsVi = {
  parent: 'Cha hoặc mẹ',
  guardian: 'Người giám hộ',
  authorised: 'Người được uỷ quyền',
  member: 'Người của tổ chức',
  sent: 'Người được tổ chức cử nộp',
} satisfies Record<Capacity, string>

export const capacityWords = inBothLanguages(capacityWordsVi, capacityWordsEn)

const refusalsVi = {
  'dossiers.not-of-organisation': {
    status: 422,
    title:
      'Tổ chức này chưa ghi tên bạn trên cổng. Nhờ người đại diện thêm bạn ở trang Tổ chức, hoặc nộp bằng giấy giới thiệu.',
  },
  'dossiers.acting-grown-up': {
    status: 422,
    title: 'Con bạn đã đủ 18 tuổi nên tự nộp, hoặc uỷ quyền cho bạn bằng văn bản. Chọn lại ở phần Nộp cho ai.',
  },
  'dossiers.acting-authority-over': {
    status: 422,
    title: 'Giấy cho bạn nộp thay chỉ có hiệu lực đến hết ngày {until}. Xin giấy mới, rồi ghi lại ở phần Nộp cho ai.',
  },
  'dossiers.acting-paper-missing': {
    status: 422,
    title: 'Nộp thay người khác thì phải kèm giấy cho bạn nộp thay. Tải giấy đó lên, hoặc chọn từ kho giấy tờ của bạn.',
  },
  'dossiers.acting-by-law': { status: 409, title: 'Quyền đại diện này có theo luật nên không tự chấm dứt ở đây được.' },
  'dossiers.acting-over': { status: 409, title: 'Người này không còn quyền với hồ sơ nữa.' },
} satisfies RefusalTexts

export const actingRefusals = withEnglish(refusalsVi, actingRefusalsEn)
