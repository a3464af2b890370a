export const keyTexts = {
  pin: 'Mã PIN chữ ký số của bạn',
  pinHint: 'Quy trình yêu cầu ký số vào phiếu của bước này. Mã PIN không được lưu lại.',
  confirmation:
    'Quy trình yêu cầu ký số vào phiếu của bước này. Bấm nút bên dưới rồi xác nhận trên điện thoại của bạn.',
  token: 'Quy trình yêu cầu ký số vào phiếu của bước này. Bấm nút bên dưới, rồi ký bằng USB token ở trang sau.',
  none: 'Quy trình yêu cầu ký số vào phiếu của bước này, nhưng tài khoản của bạn chưa có chứng thư số. Báo người quản trị trước.',
  missing: 'Nhập mã PIN để ký.',
} as const
