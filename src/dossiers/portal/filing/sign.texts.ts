import type { CitizenSigner } from '../../application/application-signature.ts'
import { inBothLanguages } from '../../../platform/wording.ts'
import { signTextsEn } from './sign.texts.en.ts'

const signVi = {
  heading: 'Ký đơn',
  choose: 'Cách ký',
  see: 'Xem đơn sẽ được ký (PDF)',
  seeSigned: 'Xem đơn',
  signed: 'Bạn đã ký số đơn này lúc',
  confirmed: 'Bạn đã xác nhận đơn này bằng tài khoản định danh lúc',
  changed: 'Bạn đã sửa bài khai sau khi ký. Xem lại đơn rồi chọn cách ký lần nữa.',
  signers: {
    smartca: 'Ký số bằng VNPT SmartCA',
    mysign: 'Ký số bằng Viettel MySign',
  } satisfies Record<CitizenSigner, string>,
  noService: 'Cổng chưa nối với dịch vụ ký số nào nên chưa nộp trực tuyến được. Bạn có thể nộp tại bộ phận một cửa.',
  signerHint: 'Xác nhận trên điện thoại, bằng chứng thư số mang số định danh của bạn.',
  identity: 'Xác nhận bằng tài khoản định danh điện tử',
  identityHint: 'Đăng nhập lại để xác nhận đơn này là của bạn. Đây không phải là chữ ký số.',
  onPaper: 'Tôi chưa có chữ ký số',
  onPaperHint: 'Nộp bình thường; ký tay một lần trên bản in khi nhận kết quả.',
  confirmTitle: 'Xác nhận đơn bằng tài khoản định danh',
  confirmLead:
    'Hệ thống ghi lại ai xác nhận, lúc nào, với đơn nào. Xác nhận này không phải là chữ ký số; cơ quan có thể mời bạn ký tay khi nhận kết quả.',
  prove: 'Đăng nhập lại để xác nhận',
  proved: 'Bạn vừa chứng minh danh tính lúc {time}.',
  paper: 'Đơn',
  hash: 'Mã kiểm SHA-256',
  confirm: 'Xác nhận đơn này là của tôi',
  back: 'Quay lại chọn cách khác',
}

export const signTexts = inBothLanguages(signVi, signTextsEn)
