import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { applicationRefusalsEn } from './texts.en.ts'

const applicationRefusalsVi = {
  'dossiers.application-changed': {
    status: 409,
    title: 'Bài khai đã được sửa sau khi ký đơn. Xem lại rồi ký lần nữa.',
  },
  'dossiers.application-signed-meanwhile': {
    status: 409,
    title:
      'Trong lúc bạn xác nhận, đơn có thêm chữ ký của người khác hoặc được lập lại. Không chữ ký nào của họ bị mất. Xem lại đơn rồi ký lần nữa.',
  },
  'dossiers.application-unsigned': {
    status: 409,
    title: 'Thủ tục này cần đơn được ký số. Chọn một cách ký rồi ký trước khi nộp.',
  },
  'dossiers.identity-not-proved': {
    status: 409,
    title: 'Cần xác nhận lại bằng tài khoản định danh trước khi gửi. Bấm "Xác nhận bằng tài khoản định danh" lần nữa.',
  },
  'dossiers.not-your-certificate': {
    status: 409,
    title: 'Chứng thư số ở dịch vụ này không mang số định danh của bạn nên không ký đơn của bạn được.',
  },
  'dossiers.no-certificate-there': {
    status: 409,
    title: 'Dịch vụ này không có chứng thư số nào theo số định danh của bạn. Chọn cách ký khác.',
  },
} satisfies RefusalTexts

export const applicationRefusals = withEnglish(applicationRefusalsVi, applicationRefusalsEn)
