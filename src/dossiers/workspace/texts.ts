import type { ComponentForm, Handling, Omission } from '../dossier.ts'
import type { PaperKind } from '../papers/store.ts'
import type { DossierAction } from '../process.ts'

export const formWords = {
  original: 'bản chính',
  copy: 'bản sao',
  'certified-copy': 'bản sao chứng thực',
  electronic: 'bản điện tử',
} satisfies Record<ComponentForm, string>

export const omissionWords = {
  'not-my-case': 'Người nộp khai không thuộc trường hợp này',
  'held-by-the-state': 'Nhà nước đã có, không phải nộp',
  'filled-on-screen': 'Đã khai trên biểu mẫu điện tử',
} satisfies Record<Omission, string>

export const paperWords = {
  'appointment-slip': 'Giấy tiếp nhận và hẹn trả',
  'supplement-request': 'Phiếu yêu cầu bổ sung',
  'refusal-notice': 'Phiếu từ chối tiếp nhận',
  'extension-notice': 'Văn bản xin lỗi, hẹn lại',
  'stop-notice': 'Thông báo dừng giải quyết',
  'handling-sheet': 'Phiếu kiểm soát quá trình',
} satisfies Record<PaperKind, string>

/** Who has to do what next, as one sentence; `{name}` is the officer in charge. */
export const nextWords = {
  submitted: 'Bộ phận một cửa cần kiểm tra và tiếp nhận.',
  received: 'Lãnh đạo phòng cần phân công người thụ lý.',
  appraising: '{name} đang thẩm định và soạn kết quả.',
  suspended: 'Đang tạm dừng theo căn cứ pháp lý. Thời hạn không chạy.',
  'awaiting-approval': 'Lãnh đạo phòng cần xem và phê duyệt dự thảo.',
  'awaiting-signature': 'Người có thẩm quyền cần ký số.',
  'awaiting-seal': 'Văn thư cần cấp số và đóng dấu.',
  finished: 'Bộ phận một cửa cần trả kết quả cho người dân.',
  delivered: 'Đã trả kết quả. Hồ sơ đã xong.',
  'awaiting-supplement': 'Đang chờ người dân bổ sung. Thời hạn tạm dừng.',
  refused: 'Không tiếp nhận. Hồ sơ đã kết thúc.',
  withdrawn: 'Người dân đã rút hồ sơ.',
  stopped: 'Đã dừng giải quyết.',
} satisfies Record<Handling, string>

/** Shown once after an action, by the action's name. */
export const noticeWords: Partial<Record<DossierAction | 'signInitials', string>> = {
  signInitials: 'Đã ký nháy dự thảo.',
  receiveDossier: 'Đã tiếp nhận hồ sơ. Hẹn trả {due}. Giấy hẹn đang được lập.',
  requestSupplement: 'Đã gửi yêu cầu bổ sung. Thời hạn tạm dừng từ bây giờ.',
  refuseIntake: 'Đã từ chối tiếp nhận. Phiếu từ chối đang được lập và gửi cho người nộp.',
  assignDossier: 'Đã giao hồ sơ cho {name}.',
  takeDossier: 'Bạn đã nhận hồ sơ này.',
  returnStep: 'Đã trả lại hồ sơ để phân công lại.',
  suspendDossier: 'Đã tạm dừng. Thời hạn không chạy cho tới khi giải quyết tiếp.',
  resumeDossier: 'Hồ sơ chạy tiếp. Hẹn trả {due}.',
  extendDeadline: 'Đã hẹn lại {due}. Văn bản xin lỗi đang được lập và gửi cho người nộp.',
  stopDossier: 'Đã dừng giải quyết. Thông báo dừng đang được lập và gửi cho người nộp.',
  undoStep: 'Đã huỷ bước vừa làm.',
  recordAppraisal: 'Đã ghi kết luận thẩm định.',
}

export const deadlineTexts = {
  overdue: 'Quá {days} ngày',
  overdueToday: 'Quá giờ hẹn',
  today: 'Trước {time}',
  left: 'Còn {days} ngày',
  until: ', đến {day}',
  since: ', hẹn {day}',
  waiting: 'Dừng, chờ dân',
  suspended: 'Tạm dừng',
  toReceive: 'Chờ tiếp nhận',
  toDeliver: 'Chờ trả kết quả',
  ended: 'Đã kết thúc',
  delivered: 'Đã trả kết quả',
  expected: 'Nếu nhận ngay, hẹn {day}',
} as const

export const headerTexts = {
  back: 'Về hàng việc',
  backToDossier: 'Về hồ sơ',
  received: 'nhận {time} ngày {day}',
  submitted: 'nộp {time} ngày {day}',
  path: 'Đường đi của hồ sơ',
  you: 'Bạn',
  tookBy: '{name}, {took}',
  waitsForAssignment: 'Chờ phân công',
  waitsForCitizen: 'Chờ người dân bổ sung',
  due: 'Hẹn {day}',
  minutes: '{count} phút',
  hours: '{count} giờ',
  days: '{count} ngày',
  cancel: 'Huỷ',
} as const

export const formTexts = {
  conflict:
    '{name} {done} lúc {time}. Hồ sơ chưa thay đổi gì từ phía bạn. Nội dung bạn viết còn nguyên ở dưới; mở lại hồ sơ để xem bước mới.',
  openAgain: 'Mở lại hồ sơ',
  notNow: 'Chưa làm được việc này: {reason}',
} as const

/** Doing the same to several dossiers of the work list. */
export const bulkTexts = {
  receiveLead: 'Mỗi hồ sơ có ngày hẹn và giấy hẹn riêng. Thời hạn tính từ lúc bạn bấm tiếp nhận.',
  receiveSubmit: 'Tiếp nhận các hồ sơ này',
  seenAll: 'Tôi đã xem giấy tờ của từng hồ sơ, đủ và đúng',
  tickSeen: 'Đánh dấu là đã xem giấy tờ của từng hồ sơ',
  assignLead: 'Tất cả hồ sơ dưới đây giao cho một người.',
} as const

export const receiveTexts = {
  title: 'Tiếp nhận hồ sơ',
  lead: 'Kiểm tra từng giấy tờ rồi đánh dấu. Thời hạn tính từ lúc bạn bấm tiếp nhận.',
  isRight: 'Đủ và đúng',
  seen: 'Đã xem',
  open: 'Xem tệp',
  noFile: 'Không có tệp',
  unchecked: 'Chưa đánh dấu: {name}',
  submit: 'Tiếp nhận và hẹn trả',
  promise: 'Hẹn trả',
  dueHeading: 'tháng {month}, {year}',
  dueSentence: 'Nếu tiếp nhận bây giờ, hẹn trả {day}, trước {time}.',
  explain: 'Vì sao là ngày này',
  term: 'Thời hạn {term}',
  missing: 'Thiếu hoặc sai? Gửi yêu cầu bổ sung',
  group: 'Giấy tờ trong hồ sơ',
} as const

export const refuseTexts = {
  title: 'Từ chối tiếp nhận',
  lead: 'Chỉ từ chối khi pháp luật không cho nhận. Giấy tờ thiếu hoặc sai thì yêu cầu bổ sung.',
  reason: 'Vì sao không nhận',
  reasonHint: 'Viết cho người nộp đọc: điều gì khiến hồ sơ không nhận được, họ nên làm gì tiếp.',
  legalBasis: 'Căn cứ pháp lý',
  legalBasisHint: 'Số văn bản, điều, khoản',
  submit: 'Từ chối và gửi phiếu',
  after: 'Người nộp nhận phiếu từ chối (mẫu số 03) có lý do và căn cứ này.',
} as const

export const assignTexts = {
  title: 'Phân công',
  lead: 'Chọn người thụ lý. Số bên cạnh là hồ sơ người đó đang giữ.',
  who: 'Người thụ lý',
  load: '{position}, đang giữ {total} hồ sơ',
  loadLate: ', {late} quá hạn',
  current: ' (đang giữ hồ sơ này)',
  nobody: 'Đơn vị chưa có chuyên viên nào đang làm việc. Nhờ người quản trị cấp vai trò.',
  note: 'Lời dặn',
  submit: 'Giao hồ sơ',
  choose: 'Chọn người thụ lý',
} as const

export const appraiseTexts = {
  title: 'Kết luận thẩm định',
  lead: 'Kết luận của bạn đi cùng dự thảo tới lãnh đạo phòng. Ghi lại thì kết luận mới thay kết luận cũ.',
  outcome: 'Hồ sơ có đủ điều kiện không',
  eligible: 'Đủ điều kiện',
  ineligible: 'Không đủ điều kiện',
  note: 'Ghi cho lãnh đạo',
  noteHint: 'Đã kiểm tra gì, ở đâu, căn cứ nào',
  submit: 'Ghi kết luận',
  choose: 'Chọn đủ điều kiện hay không',
} as const

/** Buttons of the decision bar. */
export const actionLabels: Partial<Record<DossierAction, string>> = {
  receiveDossier: 'Tiếp nhận',
  supplyDossier: 'Nhận bổ sung',
  requestSupplement: 'Yêu cầu bổ sung',
  refuseIntake: 'Từ chối tiếp nhận',
  assignDossier: 'Phân công',
  recordAppraisal: 'Ghi kết luận thẩm định',
  draftResult: 'Soạn dự thảo kết quả',
  approveResult: 'Phê duyệt',
  returnDraft: 'Trả lại dự thảo',
  signResult: 'Ký số',
  sealResult: 'Cấp số, đóng dấu',
  deliverResult: 'Trả kết quả',
  takeDossier: 'Nhận thụ lý',
  returnStep: 'Trả lại để phân công lại',
  suspendDossier: 'Tạm dừng theo căn cứ pháp lý',
  resumeDossier: 'Giải quyết tiếp',
  extendDeadline: 'Xin lỗi và hẹn lại ngày trả',
  stopDossier: 'Dừng giải quyết',
  undoStep: 'Huỷ bước vừa làm',
}

/** Puts facts into a sentence. */
export function fill(text: string, facts: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}
