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
