import type { DemandableLevel } from '../../raising/demanded-level.ts'

export const levelWords: Record<DemandableLevel, string> = {
  'B-T': 'B-T: có dấu thời gian',
  'B-LT': 'B-LT: kèm trả lời về thu hồi, kiểm tra được về sau',
  'B-LTA': 'B-LTA: kèm dấu thời gian lưu trữ',
}

export const levelsTexts = {
  title: 'Mức chữ ký',
  lead: 'Văn bản chỉ được phát hành khi chữ ký đạt mức dưới đây. Khi dịch vụ dấu thời gian hoặc tổ chức cấp chứng thư không trả lời, văn bản vẫn được ký, chờ và tự hoàn tất sau.',
  procedure: 'Thủ tục',
  procedureHint: 'Mã thủ tục; bỏ trống để áp dụng cho mọi thủ tục.',
  all: 'Mọi thủ tục',
  level: 'Mức',
  validFrom: 'Từ ngày',
  basis: 'Căn cứ',
  basisHint: 'Số văn bản, quy chế hoặc lý do.',
  setTitle: 'Đặt mức mới',
  set: 'Đặt mức',
  done: 'Đã đặt mức chữ ký.',
} as const
