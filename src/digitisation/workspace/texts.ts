import type { BenchTab } from '../bench/list-papers.ts'
import type { HintSource } from '../bench/hint.ts'
import type { PaperState } from '../intake/scan.ts'

/** The bench at which officers check what a machine read. */
export const benchTexts = {
  title: 'Bàn số hoá',
  lead: 'Máy đọc giấy tờ quét vào, bạn chỉ xem những chỗ máy không chắc. Giấy tờ vào trước nằm trên.',
  paper: 'Giấy tờ',
  unknown: 'Chưa rõ loại giấy',
  from: 'Vào từ',
  progress: 'Máy đọc',
  pagesRead: '{read}/{pages} trang',
  pagesFailed: '{n} trang hỏng',
  left: 'Còn xem',
  leftOf: '{open}/{values} mục',
  waitSecond: '{n} mục chờ người thứ hai',
  came: 'Vào lúc',
  with: 'Đang ở',
  withNote: '{to} ({by} chuyển)',
  anybody: 'Ai rảnh thì xem',
  empty: 'Không có giấy tờ nào ở đây.',
  refresh: 'Trang tự tải lại trong khi máy đọc.',
  noValues: 'Máy không thấy nhãn và giá trị nào trên giấy. Chọn loại giấy để có các mục mà gõ.',

  page: 'Trang {no}/{pages}',
  resolution: '{dpi} điểm ảnh một tấc Anh',
  pagePicture: 'Ảnh trang {no} của giấy tờ, các khung là chỗ máy đọc',
  noPicture: 'Trang này chưa có ảnh.',
  otherPage: 'Xem trang {no}',
  zoomIn: 'Phóng to',
  zoomOut: 'Cả trang',
  back: 'Về danh sách',

  summary: 'Máy đọc được {found} mục, chắc chắn {sure}',
  recognised: 'Nhận ra: {name}.',
  perhaps: 'Có thể là {name}, máy không chắc.',
  notKnown: 'Máy không nhận ra loại giấy này. Những gì in thành nhãn và giá trị nằm dưới đây.',
  notAskedFor:
    'Hồ sơ cần “{asked}”, giấy này là “{name}”. Nộp nhầm giấy thì yêu cầu bổ sung; máy nhận nhầm thì đổi loại giấy.',
  toSee: 'Bạn chỉ cần xem {n} mục tô màu.',
  needPerson: '{n} mục cần người xem',
  nothingToSee: 'Không còn mục nào máy không chắc.',
  needSecond: '{n} mục bạn đã xem, chờ người thứ hai xem.',
  allDone: 'Đã kiểm xong mọi mục.',
  kept: 'Giấy tờ này đã vào kho.',
  failed: 'Máy không đọc được giấy tờ này.',
  underWay: 'Máy đang đọc giấy tờ này.',

  unsure: 'Không chắc, {percent}%',
  strange: 'Giá trị lạ',
  otherSays: 'Nguồn khác ghi khác',
  differs: 'Hai người đọc khác nhau',
  second: 'Xem lần hai',
  notFound: 'Máy không thấy trên giấy',
  fault: 'Máy đọc thành giá trị {why}.',
  snippet: 'Chỗ này trên giấy, phóng to: {label}',
  fromCode: 'Đọc từ mã QR hoặc dòng đọc máy của thẻ, không có trên ảnh chữ.',
  youRead: 'Bạn đọc là',
  right: 'Đúng',
  unreadable: 'Không đọc được',
  absent: 'Trên giấy không có',
  later: 'Để sau, xem mục khác',
  asPrinted: 'Trên giấy ghi đúng như vậy',
  twoReadings: 'Người thứ nhất đọc “{first}”, người thứ hai đọc “{second}”. Chọn một, hoặc gõ giá trị đúng.',
  nothing: 'không đọc được',
  secondLook: 'Mục này cần hai người. Người trước đã xem; bạn xem riêng, không thấy người trước chọn gì.',
  writeSomething: 'Gõ giá trị đọc được, hoặc bấm “Không đọc được”.',

  hint: '{source} ghi {about}: {text}.',
  hintSame: 'Khớp với giấy.',
  hintOther: 'Khác với máy đọc.',
  hintUnknown: '{source} không có số này.',
  hintAt: 'hỏi lúc {at}',

  table: 'Các mục của giấy tờ',
  doubts: 'Cần xem ({n})',
  sure: 'Máy chắc chắn ({n}), chờ bạn xác nhận',
  absentOnes: 'Máy không thấy trên giấy ({n})',
  waiting: 'Chờ người thứ hai ({n})',
  settled: 'Đã kiểm ({n})',
  label: 'Mục',
  value: 'Giá trị',
  mark: 'Xuất xứ',
  open: 'Xem mục {label}',
  confirmSure: 'Xác nhận {n} mục chắc chắn',
  confirmAbsent: 'Trên giấy không có {n} mục này',
  confirmHint: 'Nhìn qua các mục trên rồi bấm một lần cho tất cả.',

  change: 'Đổi loại giấy',
  changeHint: 'Các mục được đọc lại theo loại mới. Phần đã kiểm phải kiểm lại, bản cũ vẫn nằm trong sổ.',
  type: 'Loại giấy',
  noType: 'Không thuộc loại nào trong danh sách',
  changeSubmit: 'Đọc lại theo loại này',
  handOver: 'Chuyển người khác xem',
  to: 'Chuyển cho',
  toEmpty: 'Chọn người',
  note: 'Nhắn gì (không bắt buộc)',
  noteHint: 'Ví dụ: chữ mờ ở năm sinh cha',
  handOverSubmit: 'Chuyển',
  handedNote: '{by} chuyển cho {to}: {note}',
  handedPlain: '{by} chuyển cho {to}.',
  nobody:
    'Đơn vị chưa có người thứ hai làm ở bàn số hoá. Quản trị thêm vai trò cán bộ tiếp nhận hoặc văn thư cho người đó.',
  chooseSomebody: 'Chọn người nhận',
  readAgain: 'Đọc lại các trang hỏng',
  leftCount: 'Còn {n} mục',
  noneLeft: 'Đã kiểm xong',
  certify: 'Ký số, đưa vào kho giấy tờ',
  certifyNot: 'Xem xong các mục rồi mới ký.',
  certifyWait: 'Tệp PDF lưu trữ đang được làm, lát nữa ký được.',
  certifyNoDossier: 'Giấy tờ này không thuộc hồ sơ nào nên không ký sao y ở đây.',
  ofDossier: 'Hồ sơ {code}',
  ofScan: 'Lượt quét: {title}',
  done: {
    nhieu: 'Đã xác nhận.',
    loai: 'Đã đọc lại theo loại mới.',
    chuyen: 'Đã chuyển.',
    doc: 'Máy đang đọc lại.',
  },

  keys: {
    accept: 'đúng, mục tiếp',
    next: 'mục nghi ngờ',
    choose: 'gợi ý',
    edit: 'sửa',
    zoom: 'phóng to',
  },
} as const

export const tabWords = {
  'to-check': 'Cần người xem',
  handed: 'Chuyển cho tôi',
  reading: 'Máy đang đọc',
  checked: 'Chờ ký số',
  kept: 'Đã vào kho',
  failed: 'Đọc hỏng',
} satisfies Record<BenchTab, string>

export const hintSourceWords = {
  'citizen-registry': 'Dữ liệu dân cư',
  declared: 'Tờ khai của hồ sơ',
} satisfies Record<HintSource, string>

export const sourceWords: Record<string, string> = {
  'scanner-folder': 'Máy quét',
  desk: 'Quầy',
  camera: 'Chụp tại quầy',
  email: 'Thư điện tử',
  register: 'Sổ cũ',
  portal: 'Người dân gửi',
}

export const paperStateWords = {
  assembling: 'Đang xếp trang',
  waiting: 'Chờ máy đọc',
  reading: 'Máy đang đọc',
  'to-check': 'Cần người xem',
  checked: 'Đã kiểm',
  kept: 'Đã vào kho',
  failed: 'Đọc hỏng',
} satisfies Record<PaperState, string>

/** The tab of the dossier page. */
export const sectionTexts = {
  title: 'Trên giấy',
  unverified: 'Có giá trị máy đọc chưa ai kiểm. Chỉ dựa vào giá trị có dấu “Đã kiểm” hoặc “Đã sửa” khi quyết định.',
  onPaper: 'Trên giấy',
  declared: 'Người nộp khai',
  differs: 'Khác nhau',
  differing: '{n} mục trên giấy khác với lời khai.',
  nothing: 'Chưa đọc được gì trên giấy này.',
} as const
