import type { RefusalTexts } from '../../platform/refusal.ts'

/** What a signature says in place of a picture. */
export const imageTexts = { signed: 'Đã ký số', sealed: 'Đã ký số' }

export const imageRefusals = {
  'signing.image-not-png': {
    status: 422,
    title: 'Ảnh phải là tệp PNG nền trong suốt. Lưu ảnh dạng PNG rồi tải lại.',
  },
  'signing.image-too-large': { status: 413, title: 'Ảnh lớn hơn {megabytes} MB. Thu nhỏ ảnh rồi tải lại.' },
  'signing.image-size': {
    status: 422,
    title:
      'Ảnh có {width} × {height} điểm; mỗi chiều phải từ {least} đến {most} điểm. Quét hoặc thu nhỏ lại rồi tải lên.',
  },
  'signing.image-unreadable': { status: 422, title: 'Không đọc được ảnh. Mở và lưu lại ảnh dạng PNG rồi tải lên.' },
  'signing.image-not-transparent': {
    status: 422,
    title: 'Nền ảnh chưa trong suốt nên sẽ che chữ trên giấy. Xoá nền trắng của ảnh, lưu dạng PNG rồi tải lại.',
  },
  'signing.image-empty': { status: 422, title: 'Ảnh không có nét nào. Kiểm tra lại tệp rồi tải lên.' },
  'signing.image-not-blue': {
    status: 422,
    title: 'Ảnh chữ ký phải màu xanh (Nghị định 30/2020/NĐ-CP). Ký lại bằng bút xanh, quét màu rồi tải lên.',
  },
  'signing.image-not-red': {
    status: 422,
    title: 'Ảnh con dấu phải màu đỏ (Nghị định 30/2020/NĐ-CP). Quét màu dấu mực đỏ rồi tải lên.',
  },
} satisfies RefusalTexts
