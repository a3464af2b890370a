import type { RefusalTexts } from '../platform/refusal.ts'

export const supervisionRefusals = {
  'supervision.days-reversed': { status: 422, title: 'Ngày đầu ({from}) sau ngày cuối ({to}). Chọn lại hai ngày.' },
} satisfies RefusalTexts
