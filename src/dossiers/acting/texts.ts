import { inBothLanguages } from '../../platform/wording.ts'
import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import type { Capacity } from './acting.ts'
import { actingPageTextsEn, actingRefusalsEn, capacityWordsEn, groundPaperNamesEn } from './texts.en.ts'

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

const actingPageVi = {
  title: 'Người nộp thay',
  filedBy: (name: string) => `${name} nộp thay`,
  inCapacity: 'Tư cách',
  ground: 'Giấy tờ',
  groundOf: (number: string | null, on: string) => (number === null ? `ký ngày ${on}` : `số ${number}, ngày ${on}`),
  scope: 'Được làm',
  until: 'Đến hết ngày',
  isOver: 'Đã hết quyền với hồ sơ này',
  checked: 'Cán bộ xem giấy',
  verdicts: { accepted: 'Đã chấp nhận', doubted: 'Đang nghi ngờ' },
  doubtMeans:
    'Hồ sơ chưa được tiếp nhận, phê duyệt cho đến khi nghi ngờ này được làm rõ. Cán bộ có thể yêu cầu bổ sung giấy khác.',
  doubtTitle: 'Cán bộ đang nghi ngờ giấy cho nộp thay',
  more: 'Xem, hoặc chấm dứt quyền này',
  means: 'Chấm dứt thì người này không xem và không làm gì được với hồ sơ nữa. Hồ sơ vẫn được giải quyết.',
  meansOwn: 'Thôi nộp thay thì bạn không xem được hồ sơ này nữa. Hồ sơ vẫn được giải quyết cho chủ hồ sơ.',
  end: 'Chấm dứt quyền của người này',
  endOwn: 'Thôi nộp thay',
  keep: 'Giữ nguyên',
}

/** Who acts for the applicant, and taking the right back. */
export const actingPageTexts = inBothLanguages(actingPageVi, actingPageTextsEn)

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
  'dossiers.acting-not-yours': {
    status: 403,
    title: 'Chỉ người đại diện của tổ chức chấm dứt được quyền nộp thay này.',
  },
  'dossiers.ground-doubted': {
    status: 409,
    title:
      'Giấy cho nộp thay đang bị nghi ngờ nên chưa tiếp nhận, phê duyệt hay ký được. Cán bộ một cửa, cán bộ thụ lý hoặc trưởng phòng xét lại giấy ở mục "Xét giấy cho nộp thay", hoặc yêu cầu bổ sung giấy đó, hoặc từ chối có lý do.',
  },
  'dossiers.no-ground': { status: 409, title: 'Hồ sơ này không ai nộp thay bằng giấy tờ, nên không có giấy để xét.' },
  'dossiers.ground-too-late': { status: 409, title: 'Hồ sơ đã kết thúc, không xét giấy nộp thay nữa.' },
  'dossiers.doubt-needs-words': { status: 422, title: 'Ghi rõ nghi ngờ điều gì ở giấy cho nộp thay.' },
} satisfies RefusalTexts

export const actingRefusals = withEnglish(refusalsVi, actingRefusalsEn)
