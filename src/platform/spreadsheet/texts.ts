import { withEnglish, type RefusalTexts } from '../refusal.ts'
import { sheetRefusalsEn } from './texts.en.ts'

const sheetRefusalsVi = {
  'platform.sheet-empty': {
    status: 422,
    title: 'Bảng tính chưa có dòng nào. Kiểm tra bạn đã lưu bảng trước khi gửi, và gửi đúng tệp.',
  },
  'platform.sheet-old': {
    status: 422,
    title:
      'Tệp này là bảng tính kiểu cũ (.xls) hoặc có đặt mật khẩu. Mở ra, bỏ mật khẩu nếu có, chọn Lưu thành (Save As) kiểu "Excel Workbook (.xlsx)" rồi gửi lại.',
  },
  'platform.sheet-not-a-sheet': {
    status: 422,
    title:
      'Tệp này không phải bảng tính .xlsx hay .csv. Mở bảng bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi gửi lại.',
  },
  'platform.sheet-with-macros': {
    status: 422,
    title:
      'Bảng tính có macro (.xlsm) nên không được nhận. Lưu thành kiểu "Excel Workbook (.xlsx)" không có macro rồi gửi lại.',
  },
  'platform.sheet-broken': {
    status: 422,
    title: 'Bảng tính bị hỏng hoặc bị cắt dở khi gửi. Mở lại trên máy, lưu lại rồi gửi lần nữa.',
  },
  'platform.sheet-too-many-rows': {
    status: 422,
    title: 'Mỗi bảng tính có nhiều nhất {limit} dòng. Chia ra vài bảng, gửi lần lượt.',
  },
  'platform.archive-broken': {
    status: 422,
    title: 'Tệp nén bị hỏng, có mật khẩu hoặc bị cắt dở khi gửi. Nén lại không mật khẩu rồi gửi lần nữa.',
  },
  'platform.archive-too-large': {
    status: 422,
    title:
      'Tệp này mở ra quá lớn nên không được nhận. Với bảng tính: chép các dòng có chữ sang mẫu mới tải về. Với tệp nén: chia ra vài tệp nhỏ hơn.',
  },
} satisfies RefusalTexts

export const sheetRefusals = withEnglish(sheetRefusalsVi, sheetRefusalsEn)
