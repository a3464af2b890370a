import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { deliveryRefusalsEn } from './texts.en.ts'

const ownRefusals = {
  'dossiers.delivered-before': {
    status: 409,
    title: 'Bạn đã nhận kết quả nên không đổi cách nhận được nữa. Bản điện tử tải được ở trang hồ sơ.',
  },
  'dossiers.no-result-to-deliver': {
    status: 409,
    title: 'Hồ sơ đã kết thúc, không có kết quả để nhận, nên không đổi cách nhận được.',
  },
  'dossiers.same-delivery': { status: 409, title: 'Hồ sơ đang nhận kết quả theo đúng cách này rồi.' },
  'dossiers.delivery-needs-address': { status: 422, title: 'Ghi địa chỉ để bưu điện giao kết quả tới.' },
} satisfies RefusalTexts

export const deliveryRefusals = withEnglish(ownRefusals, deliveryRefusalsEn)
