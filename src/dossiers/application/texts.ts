import type { RefusalTexts } from '../../platform/refusal.ts'
import type { HowSigned } from './application.ts'

export const applicationTexts = {
  title: 'Đơn đề nghị',
  fileName: 'Don de nghi {code}.pdf',
  pledge:
    'Tôi cam đoan những điều khai ở trên là đúng sự thật, và đồng ý để cơ quan giải quyết dùng dữ liệu này cho riêng thủ tục này.',
  notMine: 'Không thuộc trường hợp của tôi',
  heldByState: 'Cơ quan nhà nước đã có',
  onScreen: 'Khai trên màn hình',
  shown: '{title}: {procedure}',
  signedBy: 'Người ký: {name}',
  signedOn: 'Thời gian ký: {time}',
} as const

/** How the application was signed, in words for officers. The second is never called a signature. */
export const howWords: Record<HowSigned, string> = {
  'digital-signature': 'Đã ký số',
  'confirmed-identity': 'Đã xác nhận bằng tài khoản định danh điện tử (không phải chữ ký số)',
  'on-paper': 'Chưa ký số: ký tay trên bản in khi nhận kết quả',
}

export const applicationRefusals = {
  'dossiers.application-changed': {
    status: 409,
    title: 'Bài khai đã được sửa sau khi ký đơn. Xem lại rồi ký lần nữa.',
  },
  'dossiers.application-unsigned': {
    status: 409,
    title: 'Thủ tục này cần đơn được ký số. Chọn một cách ký rồi ký trước khi nộp.',
  },
  'dossiers.identity-not-proved': {
    status: 409,
    title: 'Cần xác nhận lại bằng tài khoản định danh trước khi gửi. Bấm "Xác nhận bằng tài khoản định danh" lần nữa.',
  },
  'dossiers.not-your-certificate': {
    status: 409,
    title: 'Chứng thư số ở dịch vụ này không mang số định danh của bạn nên không ký đơn của bạn được.',
  },
  'dossiers.no-certificate-there': {
    status: 409,
    title: 'Dịch vụ này không có chứng thư số nào theo số định danh của bạn. Chọn cách ký khác.',
  },
} satisfies RefusalTexts
