import type { RefusalTexts } from '../platform/refusal.ts'
import type { DelegationKind } from './delegation.ts'

export const organisationRefusals = {
  'organisation.unknown-unit': { status: 404, title: 'Không có đơn vị mang mã {code}.' },
  'organisation.authority-before-instrument': {
    status: 422,
    title: 'Văn bản cho phép không có hiệu lực trước ngày ký. Sửa ngày bắt đầu.',
  },
  'organisation.authority-over': { status: 422, title: 'Ngày hết hiệu lực phải từ hôm nay và từ ngày bắt đầu trở đi.' },
  'organisation.delegation-backwards': { status: 422, title: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' },
  'organisation.delegation-over': { status: 422, title: 'Thời gian này đã qua. Chọn ngày kết thúc từ hôm nay trở đi.' },
  'organisation.instrument-not-signed': { status: 422, title: 'Ngày ký văn bản không được ở sau hôm nay.' },
  'organisation.delegation-before-instrument': {
    status: 422,
    title: 'Chỉ được làm thay từ ngày ký văn bản trở đi. Sửa ngày bắt đầu hoặc ngày ký.',
  },
  'organisation.delegation-without-end': {
    status: 422,
    title: 'Phân công thay và thừa uỷ quyền phải có ngày kết thúc.',
  },
  'organisation.instrument-number-missing': {
    status: 422,
    title: 'Giao ký phải bằng văn bản. Ghi số, ký hiệu của văn bản.',
  },
  'organisation.delegation-without-role': { status: 422, title: 'Chọn ít nhất một việc được giao.' },
  'organisation.delegation-wrong-role': {
    status: 422,
    title: 'Việc ký chỉ giao theo cách ký thay, thừa lệnh, thừa uỷ quyền; việc khác thì phân công thay.',
  },
  'organisation.delegation-to-oneself': { status: 422, title: 'Người giao và người nhận phải là hai người.' },
  'organisation.delegation-for-yourself': {
    status: 403,
    title: 'Bạn không thể tự giao việc của người khác cho mình. Nhờ người khác lập.',
  },
  'organisation.delegation-chain': {
    status: 422,
    title: 'Người giao chỉ đang làm thay việc này nên không được giao lại cho người khác.',
  },
  'organisation.delegation-not-held': {
    status: 422,
    title: 'Người giao không giữ việc này ở đơn vị đã chọn vào ngày bắt đầu.',
  },
  'organisation.delegation-from-deputy': {
    status: 422,
    title: 'Cấp phó ký thay thì không giao ký lại. Người giao phải là người đứng đầu.',
  },
  'organisation.delegate-inactive': { status: 422, title: 'Tài khoản của người nhận đã ngừng dùng.' },
  'organisation.delegate-elsewhere': {
    status: 422,
    title: 'Người nhận không làm việc ở cơ quan này vào ngày bắt đầu.',
  },
  'organisation.delegate-administrator': {
    status: 422,
    title: 'Quản trị hệ thống không nhận thay việc giải quyết hồ sơ.',
  },
  'organisation.delegate-not-deputy': { status: 422, title: 'Ký thay (KT.) chỉ giao cho cấp phó.' },
  'organisation.delegate-not-head': {
    status: 422,
    title: 'Ký thừa lệnh (TL.) chỉ giao cho người đứng đầu đơn vị thuộc cơ quan.',
  },
  'organisation.delegation-there': {
    status: 409,
    title: 'Việc này đã giao cho {name} từ {from}. Thu hồi lần trước, hoặc chọn thời gian, thủ tục khác.',
  },
  'organisation.delegation-ended': { status: 409, title: 'Lần giao này đã hết hiệu lực hoặc đã thu hồi.' },
  'organisation.not-yours-to-delegate': {
    status: 403,
    title: 'Bạn chỉ lập được cho người của phòng mình, hoặc giao việc ký của chính mình.',
  },
} satisfies RefusalTexts

export const delegationKindWords = {
  substitution: 'Phân công thay',
  deputy: 'Ký thay (KT.)',
  'by-order': 'Ký thừa lệnh (TL.)',
  'by-authority': 'Ký thừa uỷ quyền (TUQ.)',
} satisfies Record<DelegationKind, string>
