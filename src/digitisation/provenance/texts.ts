import { formatDateTime } from '../../platform/dates.ts'
import type { Origin } from './origin.ts'

/** The mark beside every value of a paper: verified or not, by whom, when. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'read':
      return `Máy đọc, chưa ai kiểm (${Math.min(99, Math.floor(origin.confidence * 100))}%${origin.source === 'code' ? ', từ mã' : ''})`
    case 'under-way':
      return 'Đang kiểm, chưa chốt'
    case 'absent':
      return 'Máy không thấy, chưa ai kiểm'
    case 'verified':
      return `${origin.how === 'corrected' ? 'Đã sửa' : 'Đã kiểm'}: ${origin.by.join(' và ')}, ${formatDateTime(origin.at)}`
    case 'unreadable':
      return `Không đọc được: ${origin.by.join(' và ')}, ${formatDateTime(origin.at)}`
  }
}
