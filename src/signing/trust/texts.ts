import type { AnchorState } from './anchor.ts'

export const anchorStates: Record<AnchorState, string> = {
  trusted: 'đang tin',
  'not-installed': 'chưa cài, chưa tin',
  expired: 'hết hạn, không tin',
  'not-yet': 'chưa có hiệu lực',
  'refused-as-demo': 'trình diễn, không tin',
}

export const trustCommandWords = {
  summary: 'các gốc tin cậy: xem, cài chứng thư của một gốc',
  usage: 'Cần "list", hoặc "add" và đúng một tệp.',
  needed: 'Cần --fingerprint (SHA-256 do nơi cấp công bố, 64 chữ số hệ 16) và --source (lấy từ đâu).',
  cannotRead: 'Không đọc được tệp {file}.',
  added: 'Đã cài và tin: {name}',
  demo: 'TRÌNH DIỄN, không có giá trị pháp lý',
} as const
