import type { RefusalTexts } from '../../platform/refusal.ts'

const UNTOUCHED = 'Văn bản chưa thay đổi'

export const tokenRefusals = {
  'signing.no-token': {
    status: 409,
    title:
      'Chưa ghi nhận chứng thư số nào nằm trên USB token của bạn. Mở trang "USB token của tôi" để đọc chứng thư từ token.',
  },
  'signing.token-in-browser': {
    status: 409,
    title: `Khoá của bạn nằm trên USB token nên không ký bằng cách này được. ${UNTOUCHED}; cắm token vào máy rồi bấm "Ký bằng USB token".`,
  },
  'signing.token-address-unknown': {
    status: 404,
    title: 'Địa chỉ này không có. Quay lại trang ký và bấm "Ký bằng USB token" lần nữa.',
  },
  'signing.token-address-used': {
    status: 410,
    title: 'Địa chỉ này đã dùng một lần rồi. Quay lại trang ký và bấm "Ký bằng USB token" lần nữa.',
  },
  'signing.token-address-expired': {
    status: 410,
    title: `Đã quá thời gian của lần ký này. ${UNTOUCHED}; quay lại trang ký và bấm "Ký bằng USB token" lần nữa.`,
  },
  'signing.token-not-fetched': {
    status: 409,
    title: 'Phần mềm ký nộp lên mà chưa tải văn bản xuống. Quay lại trang ký và bấm "Ký bằng USB token" lần nữa.',
  },
  'signing.token-nothing-brought': { status: 422, title: `Phần mềm ký không gửi kèm tệp đã ký. ${UNTOUCHED}.` },
  'signing.token-too-big': { status: 413, title: `Tệp đã ký lớn hơn mức hệ thống nhận. ${UNTOUCHED}.` },
  'signing.token-other-file': {
    status: 422,
    title: `Tệp phần mềm ký nộp lên không phải văn bản đã giao cho nó, nên không nhận. ${UNTOUCHED}; báo người quản trị kiểm tra máy này.`,
  },
  'signing.token-not-signed': {
    status: 422,
    title: `Tệp phần mềm ký nộp lên chưa có chữ ký mới. ${UNTOUCHED}; hãy ký lại.`,
  },
  'signing.token-changed-document': {
    status: 422,
    title: `Ngoài chữ ký, tệp nộp lên còn thay đổi khác trong văn bản, nên không nhận. ${UNTOUCHED}; báo người quản trị kiểm tra máy này.`,
  },
  'signing.token-wrong-certificate': {
    status: 422,
    title: `Chữ ký này của chứng thư "{signer}", không phải chứng thư đã đăng ký để ký văn bản này. ${UNTOUCHED}; cắm đúng USB token rồi ký lại.`,
  },
  'signing.token-not-believed': {
    status: 422,
    title: `Chưa tin được chữ ký vừa tạo: chứng thư hết hạn, bị thu hồi hoặc không do tổ chức được tin cậy cấp. ${UNTOUCHED}; báo người quản trị.`,
  },
  'signing.token-unreadable': {
    status: 422,
    title: `Không đọc được tệp phần mềm ký nộp lên. ${UNTOUCHED}; hãy ký lại.`,
  },
  'signing.token-certificate-unreadable': {
    status: 422,
    title:
      'Không đọc được chứng thư số. Cắm lại USB token và đọc lại, hoặc dán trọn nội dung tệp chứng thư (.cer, .pem).',
  },
  'signing.token-certificate-of-another': {
    status: 422,
    title: 'Chứng thư này đứng tên "{subject}", không phải "{name}". Cắm đúng USB token của mình rồi đọc lại.',
  },
  'signing.token-certificate-unknown': {
    status: 422,
    title:
      'Chứng thư này không do tổ chức được hệ thống tin cậy cấp. Báo người quản trị nếu token do Ban Cơ yếu Chính phủ cấp.',
  },
} satisfies RefusalTexts

/** On the page, around the button. */
export const tokenTexts = {
  sign: 'Ký bằng USB token',
  seal: 'Đóng dấu bằng USB token',
  hint: 'Cắm USB token của Ban Cơ yếu Chính phủ vào máy này. Phần mềm ký sẽ hỏi mã PIN trong cửa sổ của nó.',
  demo: 'Bản trình diễn có phần mềm ký giả lập. Mở một lần để trình duyệt tin chứng chỉ của nó và để cắm USB token:',
  openProgram: 'mở phần mềm ký giả lập',
  needsScript: 'Ký bằng USB token cần bật JavaScript trong trình duyệt. Các cách ký khác trên trang này vẫn dùng được.',
  waiting: 'Đang chờ phần mềm ký trên máy này. Nhập mã PIN trong cửa sổ của phần mềm ký; đừng đóng trang này.',
  signMany: 'Ký lần lượt {n} văn bản bằng USB token',
  sealMany: 'Đóng dấu lần lượt {n} văn bản bằng USB token',
  roundHint:
    'Phần mềm ký của Ban Cơ yếu Chính phủ ký mỗi lần một văn bản. Bấm một lần, hệ thống đưa lần lượt từng văn bản; mã PIN nhập trong cửa sổ của phần mềm ký.',
  roundNone: 'Chưa chọn văn bản nào. Đánh dấu ở đầu dòng rồi bấm lại.',
  roundEnded: 'Văn bản chưa ký vẫn nguyên như trước; lý do ghi ở trên. Bấm lại để ký các văn bản còn chọn.',
  roundNeedsScript:
    'Ký nhiều văn bản bằng USB token cần bật JavaScript trong trình duyệt. Không bật thì các văn bản này chưa ký được ở đây.',
  cancelled: 'Bạn đã đóng cửa sổ ký. Văn bản chưa thay đổi; bấm lại khi sẵn sàng.',
  absent:
    'Không thấy phần mềm ký trên máy này. Cài và mở phần mềm VGCA Sign Service của Ban Cơ yếu Chính phủ, cắm USB token, rồi bấm lại. Văn bản chưa thay đổi; bạn cũng có thể ký bằng cách khác.',
  silent: 'Phần mềm ký không trả lời. Văn bản chưa thay đổi; rút và cắm lại USB token, mở lại phần mềm ký rồi bấm lại.',
  failed: 'Phần mềm ký chưa ký được. Văn bản chưa thay đổi. Phần mềm ký báo:',
}

/** Page on which one request is signed. */
export const tokenRequestTexts = {
  title: 'Ký bằng USB token',
  lead: 'Khoá ký của bạn nằm trong USB token. Cắm USB token vào máy này rồi bấm nút để ký. Rời trang cũng không mất gì; chưa ký thì chưa có gì thay đổi.',
  done: 'Đã ký.',
  raising: 'Đã ký, chờ dịch vụ hoàn tất chữ ký. Không phải ký lại.',
  ended: 'Lượt ký này đã kết thúc mà chưa có chữ ký. Văn bản chưa thay đổi; quay lại và làm lại từ đầu.',
  goOn: 'Quay lại danh sách',
} as const

/** Page "USB token của tôi". */
export const tokenPageTexts = {
  title: 'USB token của tôi',
  lead: 'Đọc chứng thư số từ USB token một lần để hệ thống biết chữ ký nào là của bạn. Khoá ký và mã PIN không rời khỏi token.',
  personal: 'Chứng thư số cá nhân',
  seal: 'Chứng thư số của cơ quan',
  none: 'Chưa đọc chứng thư nào từ USB token.',
  subject: 'Đứng tên',
  issuer: 'Tổ chức cấp',
  validTo: 'Hiệu lực đến hết ngày',
  demo: 'Trình diễn, không có giá trị pháp lý',
  read: 'Đọc từ USB token',
  reading: 'Đang hỏi phần mềm ký trên máy này…',
  unread: 'Phần mềm ký không trả chứng thư về. Cắm lại USB token rồi đọc lại, hoặc dán nội dung tệp chứng thư ở dưới.',
  paste: 'Không đọc được? Dán chứng thư',
  pasteLabel: 'Nội dung tệp chứng thư số',
  pasteHint: 'Mở tệp .cer hoặc .pem bằng trình soạn thảo và dán cả dòng BEGIN, END.',
  pasteSubmit: 'Ghi nhận chứng thư',
  done: 'Đã ghi nhận chứng thư số. Từ nay nút "Ký bằng USB token" dùng được trên trang ký.',
}
