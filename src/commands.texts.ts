/** One line for each command, as people see them in a terminal. */
export const commandTexts: Record<string, string> = {
  start: 'mở hệ thống',
  migrate: 'đưa các bảng dữ liệu lên bản mới nhất',
  load: 'nạp đơn vị, lịch làm việc và thủ tục; in ra phần khác',
  token: 'cấp mã truy cập API cho một tài khoản',
  code: 'mã đăng nhập bước hai của cán bộ dùng thử',
  due: 'tính ngày hẹn trả và giải thích từng ngày',
  verify: 'kiểm tra chữ ký số của một tệp PDF',
  signatures: 'signatures plan: văn bản nào cần gia hạn dấu thời gian lưu trữ, theo năm',
  trust: 'trust list: các gốc tin cậy; trust add: cài chứng thư của một gốc',
  numbers: 'numbers rebuild: tính lại số liệu số hóa từ nhật ký và các sổ',
  archive: 'giấy tờ nộp lưu trữ: archive due, make, write, receipt, verify',
  journal: 'journal verify: tìm dòng nhật ký bị sửa, xoá hoặc đảo chỗ',
  backup: 'sao lưu dữ liệu và tệp vào một thư mục',
  restore: 'khôi phục từ một thư mục sao lưu',
  permissions: 'ghi bảng quyền docs/permissions.md từ mã nguồn',
  unknown: 'Không có lệnh',
}
