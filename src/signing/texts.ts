import { imageRefusals } from './images/texts.ts'
import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import { certificateRefusals } from './register/texts.ts'
import { ownKeyRefusals } from './own-keys/texts.ts'
import { cscRefusals } from './signers/csc/texts.ts'
import { remoteSigningRefusals } from './signers/remote/texts.ts'
import { tokenRefusals } from './token/texts.ts'
import type { ReportReason, Verdict } from './verification/report.ts'
import { inBothLanguages } from '../platform/wording.ts'
import { ownRefusalsEn, reasonTextEn, signerAppsEn, verdictTextEn } from './texts.en.ts'

const ownRefusals = {
  'signing.wrong-pin': { status: 422, title: 'Mã PIN chưa đúng. Còn {triesLeft} lần thử.' },
  'signing.key-locked': {
    status: 423,
    title: 'Khoá ký đã bị khoá vì nhập sai mã PIN nhiều lần. Báo người quản trị để mở lại.',
  },
  'signing.pin-must-change': {
    status: 409,
    title:
      'Khoá ký vừa được mở lại. Đặt mã PIN mới tại trang "Chứng thư số của tôi" (mở từ "Tài khoản của tôi"), rồi ký.',
  },
  'signing.key-unknown': { status: 409, title: 'Tài khoản chưa có chứng thư số để ký. Báo người quản trị.' },
  'signing.signer-unknown': {
    status: 409,
    title: 'Máy chủ này chưa nối với dịch vụ ký "{name}" giữ khoá của bạn. Báo người quản trị.',
  },
  'signing.signer-unavailable': {
    status: 503,
    title: 'Thiết bị hoặc dịch vụ ký không trả lời nên chưa ký được. Văn bản chưa thay đổi; thử lại sau một phút.',
  },
  'signing.must-be-confirmed': {
    status: 409,
    title: 'Khoá này chỉ ký được sau khi bạn xác nhận trên điện thoại; chỗ này cần chữ ký có ngay.',
  },
  'signing.pin-missing': { status: 422, title: 'Nhập mã PIN của khoá ký.' },
  'signing.certificate-of-another': {
    status: 409,
    title:
      'Chứng thư số trong thiết bị ký không phải chứng thư đã đăng ký cho người ký này. Báo người quản trị kiểm tra sổ chứng thư.',
  },
  'signing.other-key': {
    status: 409,
    title: 'Văn bản này ký bằng khoá khác với các văn bản cùng lượt. Ký riêng văn bản này.',
  },
  'signing.waits-already': {
    status: 409,
    title:
      'Văn bản đang chờ {name} xác nhận ký trên thiết bị riêng đến {until}. Đợi xác nhận xong hoặc hết giờ rồi thử lại.',
  },
  'signing.content-changed': {
    status: 409,
    title: 'Tệp lưu trên máy chủ đã khác bản được đề nghị ký nên không ký được. Báo người quản trị kiểm tra kho tệp.',
  },
  'signing.not-believed': {
    status: 502,
    title:
      'Ký xong nhưng kiểm tra lại không đạt, nên bản ký không được giữ. Văn bản chưa thay đổi; báo người quản trị.',
  },
  'signing.nobody-to-keep': {
    status: 409,
    title: 'Người ký không còn quyền ký ở đây, nên chữ ký vừa xác nhận không được giữ. Văn bản chưa thay đổi.',
  },
  'signing.declined': { status: 409, title: 'Bạn đã từ chối ký trên điện thoại. Văn bản chưa thay đổi.' },
  'signing.expired': {
    status: 409,
    title: 'Đã quá thời gian xác nhận trên điện thoại. Văn bản chưa thay đổi; bấm ký lại khi sẵn sàng.',
  },
  'signing.certificate-expired': {
    status: 409,
    title: 'Chứng thư số hết hạn ngày {until} nên không ký được. Báo người quản trị để đăng ký chứng thư mới.',
  },
  'signing.timestamp-unavailable': {
    status: 503,
    title: 'Dịch vụ cấp dấu thời gian không trả lời nên chưa ký được. Văn bản chưa thay đổi; thử lại sau một phút.',
  },
  'signing.revocation-unavailable': {
    status: 503,
    title:
      'Nơi cấp chứng thư số không trả lời về tình trạng của chứng thư số. Văn bản chưa thay đổi; thử lại sau một phút.',
  },
  'signing.renewal-too-late': {
    status: 409,
    title:
      'Dấu thời gian lưu trữ cuối cùng của tệp không còn kiểm tra được nên không gia hạn được nữa. Báo người quản trị; tệp giữ nguyên.',
  },
  'signing.renewal-gains-nothing': {
    status: 409,
    title:
      'Dấu thời gian mới không kéo dài được thời gian kiểm tra của tệp. Báo người quản trị: dịch vụ dấu thời gian cần chứng thư mới; tệp giữ nguyên.',
  },
  'signing.certificate-revoked': {
    status: 409,
    title: 'Chứng thư số đã bị thu hồi nên không ký được. Báo người quản trị để cấp chứng thư số mới.',
  },
  'signing.level-awaited': {
    status: 503,
    title: 'Đã ký, chờ {missing}. Hệ thống tự hoàn tất khi dịch vụ trả lời; không phải ký lại.',
  },
  'signing.awaits-another': {
    status: 503,
    title: 'Đã ký, chờ văn bản chính được phát hành. Hệ thống tự hoàn tất; không phải ký lại.',
  },
  'signing.raises-already': {
    status: 409,
    title:
      '{name} đã ký văn bản này; đang chờ dấu thời gian hoặc trả lời về chứng thư số. Hệ thống tự hoàn tất, không phải ký lại.',
  },
  'signing.clock-off': {
    status: 503,
    title:
      'Đồng hồ máy chủ ({ours}) lệch {minutes} phút so với dấu thời gian ({theirs}) nên chưa ký được. Văn bản chưa thay đổi. Báo người quản trị chỉnh lại đồng hồ.',
  },
  'signing.unreadable-pdf': {
    status: 422,
    title:
      'Tệp PDF bị hỏng nên không ký được. Tệp chưa thay đổi. Mở tệp bằng chương trình đã tạo ra nó, lưu lại thành PDF mới rồi ký tệp mới.',
  },
  'signing.encrypted-pdf': {
    status: 422,
    title: 'Tệp PDF có mật khẩu hoặc bị khoá quyền nên không ký được. Tệp chưa thay đổi. Bỏ mật khẩu rồi tải lại tệp.',
  },
  'signing.too-large-pdf': {
    status: 413,
    title:
      'Tệp PDF lớn hơn {megabytes} MB hoặc quá phức tạp nên không ký được. Tệp chưa thay đổi. Giảm cỡ ảnh trong tệp hoặc tách thành nhiều tệp.',
  },
  'signing.dynamic-form': {
    status: 422,
    title:
      'Tệp PDF là biểu mẫu động (XFA), mỗi chương trình hiện một khác, nên không ký được. Tệp chưa thay đổi. In biểu mẫu ra PDF mới rồi ký tệp mới.',
  },
  'signing.certified-final': {
    status: 409,
    title:
      'Người ký trước đã chốt văn bản, không cho ký hay điền thêm. Văn bản chưa thay đổi. Cần thêm chữ ký thì lập văn bản mới.',
  },
  'signing.unreadable-xml': {
    status: 422,
    title:
      'Thông điệp XML không ký được: phải là XML đúng cú pháp, mã UTF-8, không có chú thích, chỉ thị xử lý hay DOCTYPE. Thông điệp chưa thay đổi.',
  },
  'signing.xml-signed-already': {
    status: 409,
    title: 'Thông điệp XML đã có chữ ký số; ký thêm bên trong sẽ làm hỏng chữ ký trước. Ký tách rời thành tệp riêng.',
  },
  'signing.no-room': {
    status: 409,
    title:
      'Trang {page} không còn chỗ trống {width} × {height} mm cho hình chữ ký mà không đè lên chữ. Văn bản chưa thay đổi. Chọn trang hoặc góc khác, hoặc ký không kèm hình.',
  },
  'signing.phrase-not-found': {
    status: 409,
    title:
      'Không tìm thấy dòng "{phrase}" trong văn bản để đặt chữ ký. Văn bản chưa thay đổi. Chọn trang và góc đặt chữ ký.',
  },
  'signing.field-unavailable': { status: 409, title: 'Ô ký hoặc ô điền "{field}" không có hoặc đã dùng rồi.' },
  'signing.signature-invalid': {
    status: 502,
    title: 'Dịch vụ ký trả về chữ ký không khớp với chứng thư số. Chưa ký được văn bản.',
  },
} satisfies RefusalTexts

export const signingRefusals = {
  ...ownKeyRefusals,
  ...cscRefusals,
  ...imageRefusals,
  ...remoteSigningRefusals,
  ...tokenRefusals,
  ...certificateRefusals,
  ...withEnglish(ownRefusals, ownRefusalsEn),
}

const verdictTextVi = {
  valid: 'Chữ ký số hợp lệ, văn bản không bị thay đổi',
  'valid-untrusted': 'Văn bản không bị thay đổi, nhưng chưa đủ căn cứ để tin chữ ký số',
  altered: 'Văn bản đã bị thay đổi sau khi ký',
  unsigned: 'Tệp không có chữ ký số',
  broken: 'Tệp hoặc chữ ký số bị hỏng, không kiểm tra được',
} satisfies Record<Verdict, string>

export const verdictText = inBothLanguages(verdictTextVi, verdictTextEn)

const reasonTextVi = {
  unreadable: 'Tệp không phải PDF hoặc bị hỏng',
  encrypted: 'Tệp có mật khẩu',
  'too-large': 'Tệp quá lớn hoặc quá phức tạp',
  'too-many-signatures': 'Tệp có quá nhiều chữ ký số',
  'active-content': 'Tệp có mã lệnh có thể tự đổi nội dung khi mở',
  'signature-detached': 'Chữ ký số không còn nằm đúng chỗ trong văn bản',
  'byte-range-wrong': 'Phạm vi ký không đúng quy định',
  'contents-wrong': 'Chữ ký số bỏ ngoài một phần văn bản',
  'signature-format-unknown': 'Dạng chữ ký số không được hỗ trợ',
  'signature-unreadable': 'Không đọc được chữ ký số',
  'content-changed': 'Nội dung bị thay sau khi ký',
  'object-removed': 'Có phần bị bỏ đi sau khi ký',
  'hidden-object-activated': 'Nội dung ẩn được bật lên sau khi ký',
  'catalog-changed': 'Cấu trúc văn bản bị thay sau khi ký',
  'form-changed': 'Biểu mẫu trong văn bản bị thay sau khi ký',
  'page-changed': 'Trang bị thay sau khi ký',
  'annotation-added': 'Có ghi chú hoặc hình bị chèn sau khi ký',
  'field-changed': 'Ô đã điền hoặc đã ký bị thay',
  'fill-not-signed': 'Ô được điền mà không có chữ ký số nào xác nhận',
  'signature-covers-page': 'Hình chữ ký thêm sau che phần lớn trang',
  'signature-covers-text': 'Hình chữ ký thêm sau che mất chữ trên trang',
  'not-permitted-by-certification': 'Người ký trước không cho phép thay đổi này',
  'signature-invalid': 'Chữ ký số không khớp',
  'weak-algorithm': 'Thuật toán ký không còn an toàn',
  'wrong-signing-certificate': 'Chữ ký số không gắn với chứng thư số đi kèm',
  'wrong-content-type': 'Chữ ký số không dành cho văn bản này',
  'digest-mismatch': 'Nội dung không khớp với nội dung lúc ký',
  'no-trusted-root': 'Chứng thư số không do tổ chức được tin cậy cấp',
  'certificate-expired': 'Chứng thư số hết hạn vào lúc ký',
  'certificate-not-yet-valid': 'Chứng thư số chưa có hiệu lực vào lúc ký',
  'certificate-not-for-signing': 'Chứng thư số không dùng để ký văn bản',
  'authority-not-allowed': 'Tổ chức cấp chứng thư số không được phép cấp',
  'timestamp-invalid': 'Dấu thời gian bị hỏng',
  'timestamp-not-for-this': 'Dấu thời gian không thuộc chữ ký này',
  'timestamp-untrusted': 'Dấu thời gian không do tổ chức được tin cậy cấp',
  'timestamp-in-future': 'Dấu thời gian ở tương lai',
  'timestamp-expired': 'Dấu thời gian đã hết hạn mà chưa được gia hạn, không còn chứng minh được thời điểm ký',
  'timestamp-authority-revoked': 'Chứng thư số của nơi cấp dấu thời gian đã bị thu hồi',
  'certificate-revoked': 'Chứng thư số đã bị thu hồi trước khi ký, hoặc không chứng minh được là ký trước khi thu hồi',
  'no-timestamp': 'Chữ ký không có dấu thời gian',
} satisfies Record<ReportReason, string>

export const reasonText = inBothLanguages(reasonTextVi, reasonTextEn)

/** Not an application on a telephone: the next page signs with it. */
export const TOKEN_APP = 'USB token'

/** The application that a holder opens to confirm, by the signer that holds their key. */
const signerAppsVi = { smartca: 'VNPT SmartCA', mysign: 'Viettel MySign', token: TOKEN_APP, other: 'ký số của bạn' }
const signerApps = inBothLanguages(signerAppsVi, signerAppsEn)

export const signerAppName = (signer: string): string =>
  (signerApps as Record<string, string>)[signer] ?? signerApps.other
