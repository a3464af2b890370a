import { formatDate, vietnamDate, vietnamTime } from '../platform/dates.ts'
import { refusalSentence as fill, type Reason, type RefusalTexts } from '../platform/refusal.ts'
import type { CheckCode, CheckResult, Why } from './check.ts'
import type { RegisterField } from './register-field.ts'
import { checkWords, instantRefusals } from './texts.ts'

/** What a check looks at, for whoever declares it. */
export const checkHints = {
  'data-present': 'Các câu trả lời được nêu tên đều có.',
  'nothing-to-read': 'Hồ sơ không kèm tệp nào; có tệp thì cán bộ đọc.',
  'for-oneself': 'Chủ hồ sơ và người nộp là một người đã đăng nhập.',
  'register-confirms': 'Cơ sở dữ liệu dân cư trả lời trong thời gian cho phép và khớp từng mục được chọn.',
  'fee-settled': 'Đã nộp, được miễn, hoặc pháp luật không thu.',
} satisfies Record<CheckCode, string>

export const registerFieldWords = {
  fullName: 'Họ và tên',
  bornOn: 'Ngày sinh',
  sex: 'Giới tính',
  residence: 'Nơi cư trú',
} satisfies Record<RegisterField, string>

const whyWords = {
  'answers-missing': 'Tờ khai còn thiếu mục phải có.',
  'papers-to-read': 'Hồ sơ kèm giấy tờ, cần cán bộ đọc.',
  'for-another': 'Hồ sơ nộp thay người khác, cần cán bộ xem quyền nộp thay.',
  'for-organisation': 'Hồ sơ của tổ chức, cần cán bộ xem.',
  'no-personal-id': 'Không có số định danh để đối chiếu.',
  'not-in-register': 'Không tìm thấy người này trong cơ sở dữ liệu dân cư.',
  'register-differs': 'Thông tin khai khác với cơ sở dữ liệu dân cư.',
  'register-away': 'Không kết nối được cơ sở dữ liệu dân cư nên chưa đối chiếu được.',
  'register-slow': 'Cơ sở dữ liệu dân cư trả lời quá chậm nên chưa đối chiếu được.',
  'fee-due': 'Còn khoản phí, lệ phí chưa nộp.',
  'fee-not-set': 'Mức phí, lệ phí chưa được xác định.',
} satisfies Record<Why, string>

const TECHNICAL = 'Hệ thống không làm tiếp được bước ký, đóng dấu hoặc xử lý.'

/** Why a person has the dossier, never a technical code. */
export function reasonWords({ code }: Reason): string {
  return (whyWords as Record<string, string>)[code] ?? (instantRefusals as RefusalTexts)[code]?.title ?? TECHNICAL
}

export const outcomeWords = { passes: 'Đạt', fails: 'Không đạt', unsure: 'Chưa chắc' } satisfies Record<
  CheckResult['is'],
  string
>

/** The conclusion of the appraisal, as a specialist would have written it. */
export function appraisalWords(checks: readonly CheckResult[]): string {
  return `Hệ thống kiểm tra tự động, đạt cả ${checks.length} kiểm tra: ${checks.map(({ code }) => checkWords[code].toLowerCase()).join('; ')}.`
}

/** What stands under the facts on the paper: where they come from. */
export function paperWords(dossierCode: string, at: Date): string[] {
  const when = `${vietnamTime(at)} ngày ${formatDate(vietnamDate(at))}`
  return [`Lập theo hồ sơ mã số ${dossierCode}.`, `Các mục trên lấy từ dữ liệu Nhà nước đang giữ lúc ${when}.`]
}

export const handOverWords = 'Hệ thống không giải quyết tự động được, chuyển cán bộ.'
/** Legal ground of a person's look at what a machine decided. */
export const REVIEW_BASIS = 'Điều 16, Điều 17 Nghị định số 224/2026/NĐ-CP'

const faultWords: Record<string, string> = {
  'no-procedure': 'Thủ tục không còn hiệu lực.',
  'unknown-check': 'Không có kiểm tra tên “{name}”.',
  'check-missing': 'Thiếu kiểm tra bắt buộc: {words}.',
  'unknown-answer': 'Biểu mẫu của thủ tục không có mục “{name}”.',
  'unknown-register-field': 'Cơ sở dữ liệu dân cư không có mục “{name}”.',
  'field-missing': 'Phải đối chiếu ít nhất: {words}.',
  'not-its-result': '“{title}” không phải kết quả của thủ tục này.',
  'not-online': 'Thủ tục không nhận hồ sơ trực tuyến.',
  'asks-others': 'Quy trình của thủ tục có bước lấy ý kiến hoặc liên thông, cần người quyết định.',
  'no-authority': 'Chưa cơ quan nào có văn bản cho phép phát hành tự động còn hiệu lực.',
}

export function faultSentence({ code, facts = {} }: Reason): string {
  const name = String(facts.name ?? '')
  const words = { ...checkWords, ...registerFieldWords }[name as CheckCode | RegisterField] ?? name
  return fill(faultWords[code] ?? code, { ...facts, words })
}
