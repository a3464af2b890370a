import type { RefusalTexts } from '../../platform/refusal.ts'

export const benchRefusals = {
  'digitisation.nothing-read': {
    status: 409,
    title: 'Máy không đọc được trang nào của giấy tờ này. Quét lại, hoặc gõ tay.',
  },
  'digitisation.settled-by-another': {
    status: 409,
    title: 'Bạn là một trong hai người đã kiểm. Chọn giá trị của người kia, hoặc chuyển người thứ ba xem.',
  },
} satisfies RefusalTexts
