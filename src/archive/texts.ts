import type { RefusalTexts } from '../platform/refusal.ts'
import type { HoldReason } from './package.ts'
import type { Keep } from './retention.ts'

export const archiveRefusals = {
  'archive.nothing-chosen': { status: 422, title: 'Chọn ít nhất một giấy tờ để lập gói.' },
  'archive.not-due': { status: 409, title: '{title} chưa đến hạn nộp lưu, hoặc đã nộp rồi. Mở lại trang để chọn.' },
  'archive.held': { status: 409, title: '{title} đang được giữ lại nên chưa nộp lưu được.' },
  'archive.received-before': { status: 409, title: 'Lưu trữ đã nhận gói này theo biên bản số {number}.' },
  'archive.receipt-day': {
    status: 422,
    title: 'Ngày nhận phải từ ngày lập gói ({madeOn}) đến hôm nay ({today}).',
  },
  'archive.no-receipt': {
    status: 409,
    title: 'Lưu trữ chưa nhận gói này nên chưa đóng được bản đang dùng. Ghi biên bản giao nhận trước.',
  },
  'archive.proposed-before': { status: 409, title: '{by} đã đề nghị đóng; chờ người thứ hai xác nhận.' },
  'archive.decision-day': {
    status: 422,
    title: 'Quyết định phải có ngày từ ngày lưu trữ nhận ({receivedOn}) đến hôm nay ({today}).',
  },
  'archive.not-proposed': { status: 409, title: 'Chưa ai đề nghị đóng bản đang dùng của gói này.' },
  'archive.destroyed-before': { status: 409, title: 'Bản đang dùng của gói này đã đóng rồi.' },
  'archive.two-people': {
    status: 409,
    title: 'Bạn là người đề nghị nên không tự xác nhận được. Nhờ người thứ hai của đơn vị.',
  },
  'archive.held-already': { status: 409, title: 'Giấy tờ này đang được giữ lại rồi.' },
} satisfies RefusalTexts

export const bagWords = {
  keep: (keep: Keep) => (keep === 'permanent' ? 'Vĩnh viễn' : `${keep} năm`),
  rights: 'Dữ liệu cá nhân; khai thác theo pháp luật về lưu trữ và bảo vệ dữ liệu cá nhân',
  listHeads: [
    'Thư mục',
    'Loại',
    'Tên',
    'Số, ký hiệu',
    'Cơ quan ban hành',
    'Ngày ban hành',
    'Hồ sơ nguồn',
    'Thời hạn bảo quản',
    'Số tệp',
  ],
}

export const holdWords = {
  disputed: 'Chủ giấy tờ báo sai, chưa trả lời',
  'dossier-running': 'Đang dùng trong hồ sơ chưa xong',
  'on-order': 'Giữ theo yêu cầu',
} satisfies Record<HoldReason, string>
