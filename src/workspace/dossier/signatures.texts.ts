export const signatureTexts = {
  title: 'Chữ ký số trên đơn',
  nobody: 'Không phải người đứng tên',
  certificate: 'Chứng thư số: {name}, do {issuer} cấp',
  ownNumber: 'Số định danh trong chứng thư đúng là của người này',
  otherNumber: 'Số định danh trong chứng thư không của ai đứng tên hồ sơ',
  missing: 'Trong tệp không thấy chữ ký số của: {names}. Hồ sơ ghi là đã ký; báo người quản trị trước khi xử lý tiếp.',
  intact: 'Chữ ký hợp lệ',
  altered: 'Đơn bị thay đổi sau chữ ký này',
  broken: 'Chữ ký bị hỏng, không kiểm tra được',
} as const
