import type { RefusalTexts } from '../platform/refusal.ts'

/** On the paper of a filled form. */
export const printTexts = {
  title: 'Tờ khai',
  toWhom: 'Kính gửi',
  tableNo: 'TT',
  pledge: 'Tôi cam đoan lời khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.',
  signer: 'Người khai',
  signHint: '(Ký, ghi rõ họ tên)',
  code: 'Mã hồ sơ',
  filedFoot: 'In từ hồ sơ đã nộp trên cổng dịch vụ công.',
  draftFoot: (at: string) => `In từ bài khai chưa nộp, lúc ${at}.`,
} as const

/** What stands before the answers to the questions every application has, on paper. */
export const printLabels = {
  applicantKind: 'Tư cách người nộp',
  identityPaper: 'Giấy tờ tuỳ thân',
  phone: 'Số điện thoại',
  onBehalf: 'Nộp hồ sơ',
  ownerRelation: 'Quan hệ với người có hồ sơ',
  capacity: 'Nộp với tư cách',
  standing: 'Được tổ chức giao nộp',
  groundScope: 'Nội dung được giao',
  caseCode: 'Trường hợp',
  request: 'Nội dung đề nghị',
  resultDelivery: 'Hình thức nhận kết quả',
} as const

export const formsRefusals = {
  'forms.unreadable-file': {
    status: 422,
    title: 'Tệp này không phải biểu mẫu xuất từ Một Cửa hoặc form.io. Chọn lại tệp JSON.',
  },
  'forms.without-code': { status: 422, title: 'Tệp này không ghi biểu mẫu của thủ tục nào. Cho biết mã thủ tục.' },
  'forms.not-found': { status: 404, title: 'Không có biểu mẫu {code}.' },
  'forms.unsound': { status: 422, title: 'Biểu mẫu chưa dùng được ({reason})' },
  'forms.version-exists': {
    status: 409,
    title: 'Biểu mẫu {code} đã có bản {version} hoặc bản có hiệu lực từ ngày này.',
  },
  'forms.nothing-there': { status: 409, title: 'Trang, phần hoặc câu này không còn trong bản nháp. Tải lại trang.' },
  'forms.no-draft': { status: 404, title: 'Biểu mẫu {code} không có bản nháp.' },
  'forms.draft-changed': {
    status: 409,
    title: 'Bản nháp đã được {by} sửa sau khi bạn mở. Bản mới ở dưới; lời bạn vừa gõ còn trong các ô: xem lại rồi lưu.',
  },
  'forms.nothing-to-undo': { status: 409, title: 'Không còn gì để hoàn tác hoặc làm lại.' },
  'forms.draft-unchanged': { status: 422, title: 'Bản nháp chưa khác gì bản mới nhất.' },
  'forms.in-the-past': {
    status: 422,
    title: 'Ngày dùng phải từ hôm nay và sau ngày của bản trước ({after}).',
  },
  'forms.faults': { status: 422, title: 'Biểu mẫu còn chỗ phải sửa ({words})' },
  'forms.bad-number': { status: 422, title: 'Bạn nhập "{typed}". Ghi một số, ví dụ 12 hoặc 0,5.' },
} satisfies RefusalTexts

/** What is said of a form of form.io: what it has that a form here has no place for. */
export const formioTexts = {
  onePage: 'Nội dung khai',
  entry: 'mục',
  unnamed: 'một ô không tên',
  hidden: 'ô ẩn, không đưa vào tờ khai',
  button: 'nút bấm, tờ khai có nút của nó',
  container: 'các ô bên trong được đưa ra ngoài, tên dữ liệu không còn tầng',
  nestedGrid: 'bảng lồng trong bảng, phần bên trong không đưa vào',
  noMaximum: (max: number) => `không có số mục nhiều nhất, đặt là ${max}`,
  renamed: (from: string, to: string) => `trùng tên dữ liệu ${from}, đổi thành ${to}`,
  conditionLost: 'điều kiện dựa vào một ô không đưa vào được, nên luôn được hỏi',
  script: (where: string) => `điều kiện viết bằng mã lệnh (${where}) không đưa vào`,
  operator: (name: string) => `phép so sánh ${name} không đưa vào`,
  unknown: (type: string) => `loại ô ${type || 'không rõ'} chưa có ở đây, không đưa vào`,
  noOptions: 'danh sách chọn không có sẵn trong tệp, không đưa vào',
  multiple: 'ô nhận nhiều giá trị, ở đây chỉ nhận một',
  setting: (name: string) => `thiết lập ${name} không đưa vào`,
  onlyDay: 'chỉ giữ ngày, bỏ giờ',
} as const
