import type { RefusalTexts } from '../platform/refusal.ts'

export const organisationRefusals = {
  'organisation.unknown-unit': { status: 404, title: 'Không có đơn vị mang mã {code}.' },
} satisfies RefusalTexts
