export const keyTexts = {
  pin: 'Mã PIN chữ ký số của bạn',
  why: 'Quy trình yêu cầu ký số vào phiếu của bước này.',
  pinHint: 'Mã PIN không được lưu lại.',
  confirmation: 'Bấm nút bên dưới rồi xác nhận trên điện thoại của bạn.',
  token: 'Bấm nút bên dưới, rồi ký bằng USB token ở trang sau.',
  none: 'Tài khoản của bạn chưa có chứng thư số để ký. Báo người quản trị trước.',
  missing: 'Nhập mã PIN để ký.',
} as const
