import type { RefusalTexts } from '../../../platform/refusal.ts'

export const remoteSigningRefusals = {
  'signing.signature-missing': {
    status: 502,
    title: 'Dịch vụ ký không trả chữ ký cho văn bản này. Văn bản chưa thay đổi; bấm ký lại.',
  },
  'signing.remote-failed': {
    status: 502,
    title: 'Dịch vụ ký báo lỗi nên chưa ký được. Văn bản chưa thay đổi; bấm ký lại sau ít phút.',
  },
  'signing.remote-quota': {
    status: 409,
    title: 'Tài khoản ký từ xa đã hết lượt ký. Văn bản chưa thay đổi; mua thêm lượt ở nhà cung cấp rồi bấm ký lại.',
  },
  'signing.remote-certificate-invalid': {
    status: 409,
    title:
      'Nhà cung cấp báo chứng thư số của bạn đã hết hạn, bị tạm dừng hoặc bị thu hồi. Văn bản chưa thay đổi; liên hệ nhà cung cấp.',
  },
  'signing.remote-account-refused': {
    status: 503,
    title:
      'Dịch vụ ký không nhận tài khoản của hệ thống hoặc của người ký. Văn bản chưa thay đổi; báo người quản trị xem trang Kết nối.',
  },
  'signing.remote-key-not-served': {
    status: 409,
    title: 'Khoá ký từ xa này không phải khoá RSA nên chưa dùng được ở đây. Báo người quản trị.',
  },
  'signing.notice-not-believed': { status: 401, title: 'Thông báo không đúng khoá nên không được nhận.' },
} satisfies RefusalTexts
