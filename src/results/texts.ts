import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import { batchRefusals } from './batch/texts.ts'
import { blankRefusals } from './blanks/texts.ts'
import { initialsRefusals } from './initials/texts.ts'
import { ownRefusalsEn } from './texts.en.ts'

const ownRefusals = {
  'results.no-draft': { status: 409, title: 'Hồ sơ chưa có dự thảo kết quả để duyệt.' },
  'results.draft-changed': { status: 409, title: 'Dự thảo đã được sửa sau khi bạn mở. Mở lại để xem bản mới.' },
  'results.no-signatory': {
    status: 409,
    title: 'Cơ quan giải quyết chưa có người ký được chọn. Báo người quản trị giao quyền ký.',
  },
  'results.not-approved': { status: 409, title: 'Kết quả chưa được phê duyệt nên chưa ký được.' },
  'results.authority-ended': {
    status: 409,
    title: 'Văn bản giao ký ({authority}) đã hết hiệu lực. Trả lại dự thảo để chọn người ký khác.',
  },
  'results.not-the-named-signatory': {
    status: 409,
    title: 'Văn bản này do {name} ký. Chữ ký số của người khác không có giá trị ở đây.',
  },
  'results.changed-after-approval': {
    status: 409,
    title: 'Nội dung đã khác bản được phê duyệt nên không ký được. Trả lại dự thảo để duyệt lại.',
  },
  'results.not-signed': { status: 409, title: 'Người có thẩm quyền chưa ký nên cơ quan chưa đóng dấu được.' },
  'results.number-lost': { status: 409, title: 'Số văn bản đã hết thời gian giữ. Đóng dấu lại để lấy số khác.' },
  'results.correction-changes-outcome': {
    status: 409,
    title:
      'Sửa sai sót không đổi kết luận: văn bản cấp vẫn là văn bản cấp, phiếu từ chối vẫn là phiếu từ chối. Ghi lại kết luận thẩm định như lúc giải quyết.',
  },
  'results.not-opened': {
    status: 409,
    title: 'Văn bản có điểm cần cân nhắc nên phải mở ra xem trước khi ký cùng các văn bản khác.',
  },
  'results.not-issued': { status: 409, title: 'Kết quả chưa được phát hành.' },
  'results.receiver-missing': { status: 422, title: 'Ghi họ tên người nhận kết quả tại quầy.' },
  'results.postal-code-missing': { status: 422, title: 'Ghi mã bưu gửi.' },
  'results.too-large-to-verify': { status: 413, title: 'Tệp lớn hơn {limit}. Hệ thống chỉ kiểm tra tệp PDF nhỏ hơn.' },
  'results.nothing-to-verify': { status: 422, title: 'Nhập mã kiểm tra in trên văn bản, hoặc chọn tệp PDF.' },
} satisfies RefusalTexts

export const resultsRefusals = {
  ...withEnglish(ownRefusals, ownRefusalsEn),
  ...batchRefusals,
  ...blankRefusals,
  ...initialsRefusals,
}

/** The name a result is downloaded under. */
export function resultFileName(dossierCode: string, no: number): string {
  return no === 1 ? `ket-qua-${dossierCode}.pdf` : `ket-qua-${dossierCode}-${no}.pdf`
}
