import type { Channel, ComponentForm, Omission } from '../../dossiers/index.ts'
import type { PaperState } from '../paper-choice.ts'
import type { Heard } from '../reception.ts'

/** `16 giờ 30`, `17 giờ`: a clock time as it is said. */
export function spokenTime(time: string): string {
  const [hours = '', minutes] = time.split(':')
  return minutes === '00' ? `${hours} giờ` : `${hours} giờ ${minutes}`
}

export const startTexts = {
  title: 'Quầy tiếp nhận',
  findLabel: 'Người dân cần làm việc gì?',
  findHint:
    'Tên việc, có dấu hay không dấu; mã thủ tục; mã bài khai người dân đưa, như 7KQ-402; hoặc mã trên phiếu yêu cầu bổ sung',
  find: 'Tìm',
  findForm: 'Tìm thủ tục',
  found: 'Thủ tục tìm thấy',
  nothing: (q: string) => `Chưa thấy thủ tục nào hợp với “${q}”. Thử tên khác, hoặc mã thủ tục.`,
  procedure: 'Thủ tục',
  code: 'Mã',
  term: 'Thời hạn',
  noTerm: 'chưa rõ',
  place: 'Nơi nhận',
  here: 'Quầy này',
  elsewhere: 'Nơi khác',
  times: 'Số lần',
  most: 'Hay nhận ở quầy này',
  mostEmpty: 'Chưa nhận hồ sơ nào trong 90 ngày qua. Thủ tục hay nhận sẽ hiện ở đây.',
  today: 'Hôm nay ở quầy này',
  received: 'Đã tiếp nhận',
  supplement: 'Người dân mang giấy tờ bổ sung',
  takeSupplement: 'Nhận giấy tờ bổ sung theo phiếu',
  drafts: 'Đang làm dở',
  draftsEmpty: 'Không có hồ sơ nào đang làm dở.',
  draftNobody: 'Chưa ghi tên',
  kept: 'Lưu lúc',
  open: 'Làm tiếp',
  more: 'Còn nhiều thủ tục khác. Gõ thêm chữ để thu hẹp.',
  lookAtQueue: 'Hồ sơ trực tuyến chờ tiếp nhận nằm ở Việc của tôi.',
} as const

/** Channels as the desk counts them. */
export const countWords = {
  counter: 'Tại quầy',
  postal: 'Qua bưu chính',
  online: 'Trực tuyến',
  'national-portal': 'Từ Cổng quốc gia',
} satisfies Record<Channel, string>

export const receptionTexts = {
  inVault: (title: string) => `Có trong kho: ${title}`,
  takeFromVault: 'Lấy từ kho',
  fromVault: 'Lấy từ kho',
  person: 'Người nộp',
  card: 'Quét mã QR trên căn cước',
  cardHint: 'Đặt con trỏ vào ô rồi quét. Không có thẻ thì nhập số định danh ở dưới rồi tra.',
  readCard: 'Đọc thẻ',
  askRegistry: 'Tra theo số',
  cardUnreadable: 'Chưa đọc được mã này. Quét lại, hoặc nhập số định danh trên thẻ.',
  personalIdNeeded: 'Nhập số định danh cá nhân rồi tra.',
  purpose: (code: string) => `Tiếp nhận hồ sơ thủ tục ${code} tại quầy`,
  papers: 'Thành phần hồ sơ',
  paperForm: 'Người nộp đưa',
  given: 'Đã nhận',
  leftOut: 'Không nộp, vì',
  scan: 'Tệp quét hoặc ảnh chụp',
  remove: 'Gỡ',
  arrangePages: 'Xem, sửa các trang',
  pagesOver: 'Trang ghép từ ảnh',
  backToPapers: 'Về hồ sơ đang nhận',
  noPages: 'Giấy này không còn trang nào ghép từ ảnh.',
  work: 'Nội dung',
  slip: 'Giấy hẹn sẽ in',
  slipTitle: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'] as const,
  slipCode: 'Mã hồ sơ cấp khi tiếp nhận',
  before: (weekday: string, time: string) => `${weekday}, trước ${time}`,
  bySlipTerm: (term: string) => `${term}, tính từ lúc tiếp nhận`,
  slipSubmitter: 'Người nộp',
  slipReceiver: 'Nhận tại',
  slipAgency: 'Giải quyết',
  slipFees: 'Phí, lệ phí',
  dueWhy: 'Vì sao là ngày này',
  dueSentence: (weekday: string, day: string, time: string) => `Hẹn trả ${weekday} ${day}, trước ${time}`,
  provisional: 'Dự kiến: trên đường có ngày nghỉ chưa được công bố.',
  noCase: 'Chọn trường hợp để máy tính ngày hẹn.',
  noTerm: 'Trường hợp này chưa có thời hạn chắc chắn nên chưa nhận được. Báo quản trị thủ tục.',
  agency: 'Cơ quan giải quyết',
  desk: 'Quầy đang ngồi',
  receive: 'Tiếp nhận, in giấy hẹn',
  incomplete: 'Chưa đủ giấy, in hướng dẫn',
  next: 'Lưu, người tiếp theo',
  save: 'Lưu',
  back: 'Về trang quầy',
  left: (count: number) => `Còn ${count} việc trước khi tiếp nhận`,
  ready: 'Đủ để tiếp nhận',
  fieldsLeft: (count: number) => `${count} mục chưa điền`,
  papersLeft: (count: number) => `${count} giấy tờ chưa quét`,
  kept: (code: string, day: string) => `mã bài khai ${code}, giữ đến ${day}`,
  wholeName: 'Tên đầy đủ',
  version: (code: string, version: number) => `${code}, bản ${version}`,
  paperCount: (count: number) => (count === 0 ? 'không có thành phần hồ sơ' : `${count} thành phần`),
  asked: (words: string) => `Cần ${words}`,
  ifAny: 'Chỉ nộp khi có',
  mustBeDigitised: 'Giấy này phải số hóa',
  moreSummary: 'Chưa đủ: ghi điều người nộp phải làm thêm',
  more: 'Điều phải làm thêm',
  moreHint: 'Mỗi dòng một việc. Giấy tờ còn thiếu ở danh sách trên tự vào phiếu.',
  whyAgain: 'Vì sao bây giờ mới hỏi thêm?',
  guided: (no: number, at: string) => `Đã hướng dẫn lần ${no}, lúc ${at}.`,
  printGuidance: 'In phiếu hướng dẫn',
  guidedNow: 'Đã lập phiếu hướng dẫn.',
  notFiled: 'Hồ sơ chưa được tiếp nhận. Mọi điều đã khai và tệp đã quét còn giữ theo mã bài khai.',
  elsewhereTitle: 'Quầy này không nhận thủ tục này.',
  elsewhere: (desk: string) => `Nơi nhận là ${desk}. Hướng dẫn người dân tới đó, hoặc nộp trực tuyến.`,
  elsewhereLocal:
    'Nơi nhận là trung tâm của xã, phường, đặc khu có thẩm quyền. Hướng dẫn người dân tới đó, hoặc nộp trực tuyến.',
  goneTitle: 'Không mở được bài khai',
  gone: (code: string) =>
    `Bài khai ${code} không còn: đã nộp rồi, hoặc đã quá 30 ngày. Tìm hồ sơ ở Tra cứu, hoặc bắt đầu lại.`,
  errorsTitle: 'Chưa tiếp nhận được. Mọi điều đã nhập còn nguyên.',
  uploadTitle: 'Có tệp chưa nhận được. Những tệp khác và lời khai đã lưu.',
  bothError: (name: string) => `Giấy “${name}” đã có tệp nhưng lại chọn không nộp. Gỡ tệp, hoặc chọn loại bản.`,
  missingError: (name: string) => `Quét “${name}”, hoặc chọn vì sao không nộp.`,
  otherDeskError: 'Chưa có cơ quan nào nhận thủ tục này qua quầy bạn đang ngồi.',
} as const

export const formWords = {
  original: 'Bản chính',
  copy: 'Bản sao',
  'certified-copy': 'Bản sao chứng thực',
  electronic: 'Bản điện tử',
} satisfies Record<ComponentForm, string>

export const omissionWords = {
  'not-my-case': 'Không thuộc diện phải nộp',
  'held-by-the-state': 'Cơ quan nhà nước đã có',
  'filled-on-screen': 'Đã khai trên máy',
} satisfies Record<Omission, string>

export const stateWords = {
  there: 'Đã quét',
  'left-out': 'Không nộp',
  missing: 'Chưa quét',
  both: 'Đã có tệp nhưng lại chọn không nộp',
} satisfies Record<PaperState, string>

const HEARD: Record<`${Heard['from']} ${Heard['how']}`, string> = {
  'card read': 'Đọc thẻ lúc {time}.',
  'card agrees': 'Đọc thẻ lúc {time}, khớp dữ liệu dân cư.',
  'card unknown': 'Đọc thẻ lúc {time}. Dữ liệu dân cư chưa có số này, đối chiếu với thẻ.',
  'card differs': 'Đọc thẻ lúc {time}. Họ tên hoặc năm sinh khác dữ liệu dân cư, xem kỹ thẻ.',
  'card away': 'Đọc thẻ lúc {time}. Chưa hỏi được dữ liệu dân cư, cứ làm tiếp theo thẻ.',
  'registry read': 'Lấy từ dữ liệu dân cư lúc {time}.',
  'registry agrees': 'Lấy từ dữ liệu dân cư lúc {time}.',
  'registry unknown': 'Dữ liệu dân cư chưa có số này. Nhập theo thẻ.',
  'registry differs': 'Số này thuộc người khác trong dữ liệu dân cư. Xem kỹ thẻ.',
  'registry away': 'Chưa hỏi được dữ liệu dân cư. Nhập theo thẻ rồi làm tiếp.',
}

export function heardWords({ from, how }: Heard, time: string): string {
  return HEARD[`${from} ${how}`].replace('{time}', time)
}

/** Questions as an officer puts them; the form speaks to citizens. */
export const askedAtDesk: Record<string, { label: string; hint?: string }> = {
  applicantKind: { label: 'Nộp với tư cách' },
  representativePosition: { label: 'Chức vụ trong tổ chức' },
  identityPaper: { label: 'Giấy tờ tuỳ thân' },
  phone: { label: 'Số điện thoại' },
  onBehalf: { label: 'Nộp cho ai?' },
  capacity: { label: 'Nộp thay theo quyền nào?' },
  standing: { label: 'Tổ chức giao nộp thế nào?' },
  groundScope: { label: 'Giấy cho làm việc gì?' },
  ownerRelation: { label: 'Người nộp là gì của người đó?' },
  caseCode: { label: 'Trường hợp' },
  request: { label: 'Đề nghị giải quyết' },
  resultDelivery: { label: 'Nhận kết quả thế nào?' },
  declaredTrue: { label: 'Người nộp đã nghe đọc lại và cam đoan đúng sự thật' },
}

/** Choices as an officer reads them out. */
export const choicesAtDesk: Record<string, Record<string, string>> = {
  onBehalf: { self: 'Cho chính mình', other: 'Cho người khác, được uỷ quyền hoặc đại diện' },
  standing: { member: 'Tổ chức đã ghi tên trên cổng này', letter: 'Có giấy giới thiệu hoặc văn bản uỷ quyền' },
  resultDelivery: { counter: 'Tại quầy này', electronic: 'Bản điện tử', postal: 'Bưu điện giao tận nhà' },
}

export const doneTexts = {
  title: 'Đã tiếp nhận hồ sơ',
  code: 'Mã hồ sơ',
  promised: 'Hẹn trả, tháng',
  sentence: (code: string, weekday: string, day: string, time: string) =>
    `Đã tiếp nhận hồ sơ ${code}. Hẹn trả ${weekday} ${day}, trước ${time}.`,
  say: 'Đọc cho người nộp',
  procedure: 'Thủ tục',
  applicant: 'Chủ hồ sơ',
  submitter: 'Người nộp',
  agency: 'Cơ quan giải quyết',
  delivery: 'Nhận kết quả',
  fees: 'Phí, lệ phí',
  papers: 'Giấy tờ đã nhận',
  files: (count: number) => `${count} tệp`,
  print: 'In giấy hẹn',
  printing: 'Giấy hẹn đang được lập, thường mất vài giây.',
  again: 'Xem lại',
  nextPerson: 'Người tiếp theo',
  look: 'Mở hồ sơ',
  printNote: 'Giấy hẹn mở ra để in. Trình duyệt cho chọn khổ A4 hoặc A5.',
  why: 'Vì sao là ngày này',
} as const
