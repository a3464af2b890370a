import { inBothLanguages } from '../../platform/wording.ts'
import { withEnglish, type RefusalTexts } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import type { Omission } from '../dossier.ts'
import { reasonWordsEn, sheetTextsEn, spreadsheetRefusalsEn } from './texts.en.ts'

const reasonWordsVi = {
  'not-my-case': 'Không thuộc trường hợp này',
  'held-by-the-state': 'Cơ quan nhà nước đã có',
} satisfies Record<Exclude<Omission, 'filled-on-screen'>, string>

const reasonWords = inBothLanguages(reasonWordsVi, reasonWordsEn)

/** Words a cell of a paper may hold in place of names of files. */
export function reasonOptions(): string[] {
  return Object.values(reasonWords)
}

export function reasonOf(text: string): Exclude<Omission, 'filled-on-screen'> | undefined {
  const folded = foldText(text)
  const found = [reasonWordsVi, reasonWordsEn]
    .flatMap((words) => Object.entries(words))
    .find(([, words]) => foldText(words) === folded)
  return found?.[0] as Exclude<Omission, 'filled-on-screen'> | undefined
}

const sheetVi = {
  sheet: 'Hồ sơ',
  guide: 'Hướng dẫn',
  lists: 'Danh mục',
  toMend: 'Cần sửa',
  outcome: 'Kết quả',
  line: 'Dòng',
  dossierCode: 'Mã hồ sơ',
  reason: 'Lý do',
  entryHeading: (entry: string, no: number, label: string) =>
    `${entry.charAt(0).toUpperCase()}${entry.slice(1)} ${no}: ${label}`,
  numberHeading: 'Số thứ tự (để trang ghi thêm gọi tới)',
  rowHeading: 'Thuộc hồ sơ có số thứ tự',
  /** Names of sheets are short, without marks of their own. */
  entrySheet: (no: number, entry: string) =>
    `Ghi thêm ${no} - ${entry.replace(/[[\]*?:/\\]/g, ' ').slice(0, 16)}`.trim(),
  placeHeading: 'Cơ quan giải quyết',
  paperHeading: (no: number, name: string) => `Giấy tờ ${no}: ${name.replace(/^[\s\-–+*•]+/u, '').slice(0, 120)}`,
  groundHeading: 'Giấy tờ cho phép nộp thay (giấy khai sinh, văn bản uỷ quyền, giấy giới thiệu)',
  communeHeading: (label: string) => `${label}: xã, phường, đặc khu`,
  detailHeading: (label: string) => `${label}: số nhà, đường, thôn`,
  yes: ['có', 'đúng', 'đồng ý', 'rồi'],
  no: ['không', 'chưa'],
  formula: 'Ô này có công thức. Chép cả cột rồi dán lại bằng "Dán đặc biệt, chỉ giá trị" (Paste Values)',
  cellError: (text: string) => `Ô này báo lỗi ${text} trong bảng tính. Gõ lại nội dung`,
  lostZero: (typed: string, whole: string) =>
    `Bảng tính đã bỏ số 0 ở đầu: còn ${typed}. Nếu đúng là ${whole} thì gõ lại ${whole}, ô để kiểu Văn bản (Text)`,
  rounded: (typed: string) =>
    `Bảng tính đã làm tròn số này thành ${typed}. Để ô kiểu Văn bản (Text) rồi gõ lại từ giấy tờ`,
  dayNumber: (typed: string, day: string) => `Ô này chứa số ${typed}. Nếu là ngày ${day} thì gõ lại ${day}`,
  noDay: (typed: string) => `Ô này chứa số ${typed}, không phải ngày. Gõ ngày theo kiểu 20/11/1990`,
  notAsked: 'Câu này không hỏi tới với các câu trả lời khác của dòng. Để trống ô này, hoặc sửa câu trả lời kia',
  noPlace:
    'Không rõ cơ quan nào giải quyết, hoặc cơ quan này không giải quyết thủ tục. Chọn cơ quan trong danh sách của ô',
  unknownUnit: 'Chọn tên cơ quan trong danh sách của ô',
  paperMissing: `Ghi tên tệp đã gửi kèm, hoặc ghi đúng một trong các lý do: ${Object.values(reasonWordsVi).join('; ')}`,
  fileNotSent: (names: string) =>
    `Chưa thấy tệp ${names} trong các tệp bạn gửi kèm. Gửi tệp đó ở trang này, hoặc sửa tên trong ô`,
  sameAs: (line: number) => `Giống hệt dòng ${line}. Xoá một trong hai dòng, hoặc sửa cho khác`,
  filedBefore: (code: string) => `Đã nộp trước đây thành hồ sơ ${code}; không nộp thêm lần nữa`,
  atCell: (line: number, heading: string, message: string) => `Dòng ${line}, cột ${heading}: ${message}`,
  atRow: (line: number, message: string) => `Dòng ${line}: ${message}`,
  guideTitle: 'Nộp nhiều hồ sơ từ bảng tính',
  guideSteps: [
    'Mỗi dòng ở trang "Hồ sơ" là một hồ sơ. Bắt đầu gõ từ dòng 2, nhiều nhất 500 dòng.',
    'Không đổi tên các cột ở dòng 1. Cột có dấu * phải điền; cột khác điền khi đúng trường hợp.',
    'Ô có mũi tên thì chọn trong danh sách. Ngày gõ theo kiểu 20/11/1990. Số định danh, điện thoại gõ đủ số 0 ở đầu; các ô đã để sẵn kiểu Văn bản.',
    'Không dùng công thức, không ghép ô.',
    'Họ tên và số định danh của người nộp lấy từ tài khoản của bạn. Ô nào bỏ trống mà hệ thống đã biết về bạn, như điện thoại, thì được điền sẵn.',
    'Cột "Giấy tờ": ghi tên tệp gửi kèm, ví dụ giay-khai-sinh-01.pdf; nhiều tệp cách nhau bằng dấu chấm phẩy. Không nộp thì chọn lý do trong danh sách.',
    'Gửi bảng này cùng các tệp, hoặc một tệp nén ZIP chứa các tệp. Chưa có gì được nộp cho đến khi bạn xem kết quả kiểm tra và bấm nộp.',
  ],
  moreSteps: (sheet: string, entry: string) =>
    `Trang "${sheet}": dùng khi một hồ sơ có nhiều ${entry} hơn số cột ở trang "Hồ sơ". Mỗi dòng một ${entry}; cột đầu ghi đúng số bạn đã ghi ở cột "Số thứ tự" của hồ sơ đó.`,
  guideColumns: ['Cột', 'Phải điền', 'Cách điền'],
  states: {
    faulty: 'Cần sửa',
    ready: 'Đúng, chưa nộp',
    filed: 'Đã nộp',
    refused: 'Không nộp được',
  },
  must: 'Có',
  maybe: 'Khi đúng trường hợp',
  fillList: 'Chọn trong danh sách',
  fillNumber: 'Số của riêng dòng này: 1, 2, 3… Chỉ cần khi dùng trang ghi thêm',
  fillTick: 'Ghi x nếu đúng',
  fillFile: 'Tên tệp gửi kèm, hoặc lý do không nộp',
  fillSeveral: 'Chọn trong danh sách; nhiều mục cách nhau bằng dấu chấm phẩy: ',
}

export const sheetTexts = inBothLanguages(sheetVi, sheetTextsEn)

const refusalsVi = {
  'dossiers.sheet-not-the-template': {
    status: 422,
    title:
      'Bảng này không theo mẫu của thủ tục: dòng đầu không có tên cột nào của mẫu. Tải mẫu ở trang này rồi chép nội dung sang.',
  },
  'dossiers.sheet-other-procedure': {
    status: 422,
    title: 'Bảng này là mẫu của thủ tục {code}, không phải thủ tục đang mở. Mở đúng thủ tục rồi gửi lại.',
  },
  'dossiers.sheet-heading': {
    status: 422,
    title:
      'Cột {column} có tên "{heading}", không có trong mẫu. Sửa lại tên cột như trong mẫu, hoặc xoá cột đó, rồi gửi lại.',
  },
  'dossiers.sheet-heading-twice': {
    status: 422,
    title: 'Cột {column}: tên "{heading}" có hai lần. Xoá bớt một cột rồi gửi lại.',
  },
  'dossiers.sheet-column-missing': {
    status: 422,
    title: 'Bảng thiếu cột "{heading}" mà mẫu bắt buộc. Thêm lại cột đó rồi gửi lại.',
  },
  'dossiers.sheet-number-twice': {
    status: 422,
    title: 'Dòng {line} và dòng {other} có cùng số thứ tự {number}. Đặt mỗi dòng một số rồi gửi lại.',
  },
  'dossiers.sheet-entry-nowhere': {
    status: 422,
    title:
      'Trang "{sheet}", dòng {line}: không có hồ sơ nào mang số thứ tự "{number}". Ghi số đó vào cột "Số thứ tự" của hồ sơ, hoặc sửa dòng này, rồi gửi lại.',
  },
  'dossiers.sheet-entries-many': {
    status: 422,
    title: 'Trang "{sheet}", dòng {line}: hồ sơ số {number} có hơn {most} mục. Chia ra, hoặc xoá bớt, rồi gửi lại.',
  },
  'dossiers.sheet-too-big': {
    status: 413,
    title:
      'Tệp {name} lớn hơn {limit} nên chưa nhận. Bảng tính: chép các dòng có chữ sang mẫu mới. Tệp nén: chia ra vài tệp.',
  },
  'dossiers.sheet-missing': { status: 422, title: 'Chọn bảng tính đã điền rồi gửi lại.' },
  'dossiers.bundle-not-found': { status: 404, title: 'Không có đợt nộp này, hoặc đã quá 30 ngày không ai mở.' },
  'dossiers.bundle-filing': { status: 409, title: 'Các dòng của đợt này đang được nộp. Chờ nộp xong rồi sửa tiếp.' },
  'dossiers.bundle-row-filed': { status: 409, title: 'Dòng này đã thành hồ sơ. Xem và bổ sung ở trang hồ sơ.' },
  'dossiers.bundle-nothing-ready': { status: 409, title: 'Chưa có dòng nào đúng để nộp. Sửa các lỗi được nêu trước.' },
  'dossiers.bundle-no-pledge': { status: 422, title: 'Đánh dấu vào ô cam đoan trước khi nộp.' },
  'dossiers.bundle-several-applicants': {
    status: 409,
    title: 'Thủ tục này cần nhiều người cùng đứng tên nên không nộp từ bảng tính được. Nộp từng hồ sơ.',
  },
  'dossiers.bundle-signed-one-by-one': {
    status: 409,
    title: 'Thủ tục này cần ký số từng đơn nên không nộp từ bảng tính được. Nộp từng hồ sơ.',
  },
} satisfies RefusalTexts

export const spreadsheetRefusals = withEnglish(refusalsVi, spreadsheetRefusalsEn)
