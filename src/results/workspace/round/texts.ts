import { refusalSentence as fill } from '../../../platform/refusal.ts'
import type { Check, CheckCode } from '../../round/checks.ts'

export const roundTexts = {
  list: 'Hàng ký',
  quick: 'Ký nhanh được',
  quickHint: '{n}, máy kiểm tra đạt hết',
  look: 'Nên mở ra xem',
  lookHint: '{n}, có điểm cần cân nhắc',
  waits: 'Chờ chứng thư số mới',
  waitsHint: '{n}, lý do ghi ở trên',
  blocked: 'Chưa ký được',
  blockedHint: '{n}, lý do ghi ở từng dòng',
  chooseOne: 'Chọn {name}, hồ sơ {code}',
  openFirst: 'Mở ra xem rồi mới chọn được',
  openedAlready: 'Đã mở xem',
  alone: 'Mở trang riêng của hồ sơ {code}',
  paper: 'Văn bản sẽ ký',
  pickOne: 'Bấm vào một dòng để xem văn bản',
  pickOneHint: 'Máy chủ ghi lại văn bản nào đã được mở ra xem.',
  before: 'Trước khi ký',
  who: 'Ai đã làm',
  drafted: 'Thẩm định, soạn dự thảo {at}',
  approved: 'Phê duyệt {at}',
  signed: 'Ký số {at}',
  youSign: 'Ông, bà ký',
  youSeal: 'Văn thư đóng dấu',
  since: 'Chờ từ {at}',
  thenClerk: 'Văn thư',
  thenClerkDoes: 'Cấp số, ký cơ quan, tự gửi cho dân',
  thenCitizen: 'Trả kết quả',
  thenCitizenDoes: 'Bản điện tử đến người dân ngay khi đóng dấu',
  signAlone: 'Ký riêng văn bản này',
  sealAlone: 'Đóng dấu riêng văn bản này',
  giveBack: 'Trả lại, ghi lý do',
  chosen: 'Đang chọn {n} văn bản.',
  chosenFirst: 'Đã chọn sẵn {n} văn bản.',
  openedCount: 'Đã mở xem {n}. Nhật ký từng hồ sơ ghi: ký theo lô, đã mở xem hay chưa.',
  next: 'Lướt xem lần lượt',
  pin: 'Mã PIN',
  signChosen: 'Ký các văn bản đã chọn',
  signMany: 'Ký {n} văn bản',
  sealChosen: 'Đóng dấu các văn bản đã chọn',
  sealMany: 'Đóng dấu {n} văn bản',
  toConfirmation: 'Xem tình trạng xác nhận',
  waiting: '{n} văn bản',
  oldest: 'việc gấp nhất hạn {at}',
  keyReady: 'Chữ ký số sẵn sàng, đến {until}',
  delegate: 'Uỷ quyền ký',
  nothingChosen: 'Chưa chọn văn bản nào. Đánh dấu ở đầu dòng rồi bấm lại.',
  tooMany: 'Chọn nhiều nhất {most} văn bản một lượt.',
  signedAll: 'Đã ký {n} văn bản. Văn thư sẽ cấp số và đóng dấu.',
  sealedAll: 'Đã cấp số, đóng dấu {n} văn bản.',
  outcome: 'Kết quả ký',
  outcomeSome: '{done} văn bản đã xong, {refused} văn bản chưa. Văn bản chưa xong vẫn nguyên như trước.',
  outcomeWaiting: '{n} văn bản chờ xác nhận trên điện thoại, trước {until}. Xác nhận xong văn bản tự rời danh sách.',
  done: 'Xong',
  refused: 'Chưa được',
  waitsWords: 'Chờ xác nhận trên điện thoại',
  doneWords: { '/ky': 'Đã ký', '/van-thu': 'Đã cấp số, đóng dấu' },
  retry: 'Ký lại {n} văn bản chưa được',
  backToRound: 'Về hàng ký',
} as const

type Words = { title: string; detail?: string }

const CHECKS: Record<CheckCode, Words> = {
  'as-approved': { title: 'Đúng bản {name} đã duyệt' },
  'changed-after-approval': { title: 'Nội dung đã khác bản được duyệt', detail: 'Trả lại để soạn và duyệt lại.' },
  'not-approved': { title: 'Chưa được phê duyệt' },
  initialled: { title: '{name} đã ký nháy {at}' },
  'data-matches': { title: 'Nội dung khớp dữ liệu hồ sơ, {same}/{of} chỗ' },
  'data-differs': { title: 'Khác dữ liệu hồ sơ', detail: 'Xem lại: {places}.' },
  'right-paper': { title: 'Đúng mẫu của thủ tục' },
  'paper-differs': { title: 'Không theo mẫu thường dùng', detail: 'Thường là: {usual}.' },
  competent: { title: 'Đúng thẩm quyền' },
  'for-another': { title: 'Đúng thẩm quyền', detail: '{authority}, văn bản giao ký còn hiệu lực.' },
  'not-mine': { title: 'Do {name} ký' },
  'authority-ended': {
    title: 'Văn bản giao ký hết hiệu lực hoặc ngoài phạm vi',
    detail: '{authority}. Trả lại để chọn người ký khác.',
  },
  'opinions-agree': { title: 'Ý kiến đồng ý', detail: '{bodies}' },
  'opinions-conditional': { title: 'Đồng ý kèm điều kiện', detail: '{bodies}' },
  'opinions-against': { title: 'Ý kiến trái chiều', detail: 'Không đồng ý: {bodies}.' },
  'opinions-missing': { title: 'Thiếu ý kiến', detail: '{bodies}' },
  'in-time': { title: 'Còn trong hạn trả' },
  late: { title: 'Quá hạn từ {since}', detail: 'Chưa gửi thư xin lỗi.' },
  'late-apologised': { title: 'Quá hạn từ {since}, kèm thư xin lỗi' },
  attention: { title: '{text}', detail: '{name} lưu ý.' },
  'refuses-applicant': { title: 'Từ chối giải quyết', detail: 'Đọc lý do trước khi ký.' },
  'drafted-again': { title: 'Bản thứ {version} sau khi trả lại' },
  replaces: { title: 'Thay văn bản số {number}' },
  'signed-by': { title: '{name} đã ký số {at}' },
  'not-signed': { title: '{name} chưa ký' },
}

/** Labels of places that are no facts of their own. */
const PLACES: Record<string, string> = { addressee: 'Người được cấp' }

/** A check as people read it. */
export function checkWords({ code, facts = {} }: Check): Words {
  const places = Array.isArray(facts.places) ? facts.places.map((place) => PLACES[String(place)] ?? String(place)) : []
  const shown = { ...facts, places: places.join(', ') }
  const { title, detail } = CHECKS[code]
  return { title: fill(title, shown), ...(detail === undefined ? {} : { detail: fill(detail, shown) }) }
}
