import type { RefusalTexts } from '../refusal.ts'

export const operationsRefusals = {
  'platform.no-such-simulator': {
    status: 404,
    title: 'Không có máy giả lập "{name}" hoặc máy ấy không làm được như vậy.',
  },
} satisfies RefusalTexts
