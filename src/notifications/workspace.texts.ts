import type { RefusalTexts } from '../platform/refusal.ts'
import type { DeliveryState } from './delivery.ts'

export const STATE_NAMES = { queued: 'Đang chờ gửi', sent: 'Đã gửi', failed: 'Không gửi được' } satisfies Record<
  DeliveryState,
  string
>

export const troubleTexts = {
  title: 'Thư chưa gửi được',
  caption: 'Thư điện tử chưa gửi được',
  none: 'Mọi thư đều đã gửi.',
  dossier: 'Hồ sơ',
  message: 'Nội dung',
  state: 'Tình trạng',
  tries: 'Số lần thử',
  lastTry: 'Thử lần cuối',
  error: 'Máy chủ thư trả lời',
  resend: 'Gửi lại',
  resendAll: 'Gửi lại tất cả',
} as const

export const caughtTexts = {
  title: 'Hộp thư thử',
  intro: 'Thư hệ thống gửi trong bản chạy thử. Không thư nào ra khỏi máy này.',
  caption: 'Thư đã gửi',
  none: 'Chưa có thư nào.',
  at: 'Lúc',
  to: 'Người nhận',
  subject: 'Tiêu đề',
  from: 'Người gửi',
  back: 'Tất cả thư',
  links: 'Đường dẫn trong thư',
} as const

export const notificationsRefusals = {
  'notifications.not-waiting': { status: 409, title: 'Thư này đã gửi rồi.' },
} satisfies RefusalTexts
