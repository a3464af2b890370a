import type { RefusalTexts } from '../../platform/refusal.ts'
import type { InitialsPlace } from './initials.ts'

export const initialsRefusals = {
  'results.no-draft-to-initial': {
    status: 409,
    title: 'Chỉ ký nháy được dự thảo đã trình và chưa được duyệt. Hồ sơ này không có dự thảo như vậy.',
  },
  'results.not-the-drafter': { status: 409, title: 'Người soạn dự thảo mới ký nháy được.' },
  'results.initialled': { status: 409, title: 'Dự thảo này đã được ký nháy, không phải ký lại.' },
  'results.initials-misplaced': {
    status: 409,
    title:
      'Phần mềm ký đã ký vào ô dành cho người có thẩm quyền nên chữ ký nháy không được nhận. Văn bản chưa thay đổi; ký lại và chọn ô "ky-nhay".',
  },
} satisfies RefusalTexts

export const initialsTexts = {
  title: 'Ký nháy',
  lead: 'Bạn ký nháy đúng bản đã trình. Sau đó người duyệt và người ký thấy chữ ký nháy; bản này không sửa được nữa, muốn sửa thì trả lại để soạn bản mới.',
  demanded: 'Quy trình yêu cầu ký nháy trước khi duyệt.',
  place: 'Chỗ đặt chữ ký nháy',
  pin: 'Mã PIN chữ ký số của bạn',
  pinHint: 'Mã PIN không được lưu lại.',
  submit: 'Ký nháy',
  later: 'Để sau, về hồ sơ',
  noKey:
    'Tài khoản của bạn chưa có chứng thư số nên chưa ký nháy được. Báo người quản trị, hoặc đưa tệp chứng thư vào trang "Chữ ký của tôi".',
  done: '{name} ký nháy {at}',
  none: 'Chưa ký nháy',
  label: 'Ký nháy',
} as const

export const placeWords = {
  end: 'Ngay dưới chữ cuối của nội dung',
  recipients: 'Cạnh "Nơi nhận"',
  corner: 'Góc dưới bên trái trang cuối',
} satisfies Record<InitialsPlace, string>
