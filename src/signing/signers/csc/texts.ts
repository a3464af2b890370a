import type { RefusalTexts } from '../../../platform/refusal.ts'

export const cscRefusals = {
  'signing.otp-needed': {
    status: 422,
    title: 'Dịch vụ ký còn đòi mã dùng một lần (OTP). Nhập mã PIN, một dấu cách, rồi mã OTP vừa nhận.',
  },
  'signing.wrong-otp': {
    status: 422,
    title: 'Mã dùng một lần (OTP) chưa đúng hoặc đã hết hạn. Lấy mã mới, rồi ký lại.',
  },
  'signing.key-needs-their-page': {
    status: 409,
    title:
      'Khoá này chỉ mở được trên trang riêng của dịch vụ ký nên không dùng ở đây được. Nhờ nhà cung cấp đổi sang cách mở khoá bằng mã PIN.',
  },
  'signing.service-refused': {
    status: 409,
    title: 'Dịch vụ ký không nhận ký văn bản này. Văn bản chưa thay đổi. Báo người quản trị: "{cause}".',
  },
  'signing.sign-rest-again': {
    status: 409,
    title: 'Dịch vụ ký chỉ nhận chừng ấy văn bản mỗi lần mở khoá. Văn bản này chưa ký; bấm ký lại cho phần còn lại.',
  },
} satisfies RefusalTexts
