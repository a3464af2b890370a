import type { Role } from '../../platform/actor.ts'
import type { RefusalTexts } from '../../platform/refusal.ts'
import type { BpmnFinding } from './bpmn/import-bpmn.ts'
import type { FaultCode, FaultPlace, ProcessFault } from './faults.ts'
import type { Consultation, StepKind, UnitRule } from './process.ts'
import type { StepPaper } from './step-papers.ts'

export const processRefusals = {
  'catalogue.unknown-process': {
    status: 404,
    title: 'Không có quy trình mã {code}.',
    titleEn: 'There is no process {code}.',
  },
  'catalogue.no-process-draft': {
    status: 404,
    title: 'Quy trình {code} không có bản nháp nào.',
    titleEn: 'Process {code} has no draft.',
  },
  'catalogue.draft-changed': {
    status: 409,
    title: 'Bản nháp đã được {by} sửa sau khi bạn mở. Mở lại để xem bản mới rồi làm tiếp.',
    titleEn: 'The draft was changed by {by} after you opened it.',
  },
  'catalogue.process-faults': {
    status: 409,
    title: 'Chưa ban hành được quy trình. {words}.',
    titleEn: 'The process cannot be published: {codes}.',
  },
  'catalogue.process-in-the-past': {
    status: 409,
    title: 'Ngày có hiệu lực phải từ hôm nay trở đi và sau ngày hiệu lực của phiên bản trước ({after}).',
    titleEn: 'A version is in force from today at the earliest and after the version before it ({after}).',
  },
  'catalogue.procedure-has-process': {
    status: 409,
    title: 'Thủ tục {procedure} đã dùng quy trình riêng mã {code}. Sửa quy trình đó thay vì tạo thêm.',
    titleEn: 'Procedure {procedure} already has its own process {code}.',
  },
  'catalogue.no-such-step': {
    status: 404,
    title: 'Quy trình không có bước mã {step}.',
    titleEn: 'The process has no step {step}.',
  },
  'catalogue.step-fixed': {
    status: 409,
    title: 'Bước đầu và bước cuối giữ nguyên chỗ: hồ sơ bắt đầu và kết thúc ở đó. Không chuyển hay bỏ được ở chỗ này.',
    titleEn: 'The first and the last step stay where they are.',
  },
  'catalogue.no-step-to-add': {
    status: 409,
    title: 'Không thêm được bước loại này vào chỗ đã chọn: quy trình đã có đủ, hoặc bước đứng trước là bước cuối.',
    titleEn: 'No step of kind {kind} can be added there.',
  },
  'catalogue.bad-hours': {
    status: 422,
    title: 'Số giờ "{hours}" chưa đúng. Viết số lớn hơn 0, theo từng 15 phút, ví dụ 7,5.',
    titleEn: 'Not a number of hours in quarters: {hours}.',
  },
  'catalogue.draft-unchanged': {
    status: 409,
    title: 'Bản nháp giống hệt phiên bản mới nhất nên không có gì để ban hành.',
    titleEn: 'The draft does not differ from the newest version.',
  },
  'catalogue.bpmn-not-taken': {
    status: 422,
    title: 'Không nhận được tệp BPMN. {words}.',
    titleEn: 'The BPMN file cannot be taken: {codes}.',
  },
} satisfies RefusalTexts

export const stepKindNames = {
  reception: 'Tiếp nhận',
  appraisal: 'Thẩm định',
  consultation: 'Lấy ý kiến',
  approval: 'Phê duyệt',
  signing: 'Ký số',
  sealing: 'Đóng dấu',
  delivery: 'Trả kết quả',
  linked: 'Liên thông',
} satisfies Record<StepKind, string>

export const processRoleNames = {
  citizen: 'Người nộp hồ sơ',
  helper: 'Người giúp nộp hồ sơ',
  'intake-officer': 'Cán bộ tiếp nhận',
  'head-of-division': 'Lãnh đạo phòng',
  specialist: 'Chuyên viên thụ lý',
  signatory: 'Người ký',
  clerk: 'Văn thư',
  supervisor: 'Kiểm soát thủ tục',
  administrator: 'Quản trị hệ thống',
} satisfies Record<Role, string>

const UNIT_RULE_NAMES: Record<string, string> = {
  'received-by': 'Nơi tiếp nhận',
  competent: 'Cơ quan có thẩm quyền',
  handling: 'Phòng thụ lý',
  superior: 'Cơ quan cấp trên',
}

export function unitRuleName(rule: UnitRule): string {
  return UNIT_RULE_NAMES[rule] ?? `Đơn vị ${rule.slice('unit:'.length)}`
}

export const completenessNames = {
  all: 'Đủ mọi nơi trả lời',
  majority: 'Quá nửa số nơi trả lời',
  'silence-agrees': 'Quá hạn không trả lời là đồng ý',
} satisfies Record<NonNullable<Consultation['completeness']>, string>

const STATE_NAMES: Record<string, string> = {
  submitted: 'Chờ tiếp nhận',
  received: 'Đã tiếp nhận',
  appraising: 'Đang thẩm định',
  suspended: 'Tạm dừng giải quyết',
  'awaiting-approval': 'Chờ phê duyệt',
  'awaiting-signature': 'Chờ ký số',
  'awaiting-seal': 'Chờ văn thư',
  finished: 'Đã có kết quả',
  delivered: 'Đã trả kết quả',
  'awaiting-supplement': 'Chờ bổ sung',
  refused: 'Từ chối tiếp nhận',
  withdrawn: 'Đã rút hồ sơ',
  stopped: 'Dừng giải quyết',
}

const ACTION_NAMES: Record<string, string> = {
  submitDossier: 'Nộp trực tuyến',
  fileAtCounter: 'Nộp tại quầy',
  receiveDossier: 'Tiếp nhận',
  requestSupplement: 'Yêu cầu bổ sung',
  supplyDossier: 'Nộp bổ sung',
  refuseIntake: 'Từ chối tiếp nhận',
  assignDossier: 'Phân công',
  takeDossier: 'Nhận việc',
  returnStep: 'Trả lại bước trước',
  recordAppraisal: 'Ghi kết luận thẩm định',
  suspendDossier: 'Tạm dừng',
  resumeDossier: 'Làm tiếp',
  draftResult: 'Trình dự thảo',
  returnDraft: 'Trả lại dự thảo',
  approveResult: 'Phê duyệt',
  signResult: 'Ký số',
  sealResult: 'Đóng dấu, phát hành',
  deliverResult: 'Trả kết quả',
  refuseDelivery: 'Người dân không nhận',
  replaceResult: 'Thay kết quả sai sót',
  extendDeadline: 'Gia hạn',
  withdrawDossier: 'Rút hồ sơ',
  stopDossier: 'Dừng giải quyết',
  undoStep: 'Lấy lại bước vừa làm',
}

const STEP_PAPER_NAMES: Record<string, string> = {
  'appointment-slip': 'giấy tiếp nhận và hẹn trả',
  appraisal: 'kết luận thẩm định',
  'result-draft': 'dự thảo kết quả',
  approval: 'phiếu duyệt dự thảo',
  initials: 'chữ ký nháy của người soạn',
  opinion: 'ý kiến của cơ quan phối hợp',
  result: 'kết quả',
} satisfies Record<StepPaper, string>

export const paperName = (kind: string): string => STEP_PAPER_NAMES[kind] ?? kind
export const stateName = (state: string): string => STATE_NAMES[state] ?? state
export const actionName = (action: string): string => ACTION_NAMES[action] ?? action

/** Where a fault lies, in words. */
export function placeText(place: FaultPlace): string {
  if (place.kind === 'step') return `Bước "${place.name}"`
  if (place.kind === 'state') return `Trạng thái "${stateName(place.code)}"`
  if (place.kind === 'process') return 'Cả quy trình'
  const from = place.from.length === 0 ? 'lúc bắt đầu' : place.from.map((state) => `"${stateName(state)}"`).join(', ')
  return `Việc "${actionName(place.action)}" (từ ${from} sang "${stateName(place.to)}")`
}

const FAULTS = {
  'unreachable-step': 'Không có đường nào dẫn tới bước này.',
  'unreachable-state': 'Không có đường nào dẫn tới trạng thái này.',
  'dead-end': 'Hồ sơ tới đây thì không đi tiếp được.',
  'no-way-to-an-end': 'Từ đây hồ sơ không thể kết thúc.',
  'no-beginning': 'Là trạng thái bắt đầu nhưng không có việc nào mở hồ sơ ở đây.',
  'final-left': 'Là trạng thái kết thúc nhưng vẫn có việc đưa hồ sơ đi tiếp.',
  'loop-without-person': 'Nằm trong một vòng lặp tự chạy, không có người nào dừng lại được.',
  'unknown-state': 'Hệ thống không có trạng thái này.',
  'unknown-action': 'Hệ thống không làm được việc này.',
  'state-without-transition': 'Có trạng thái "{state}" mà không việc nào dẫn tới.',
  'state-in-two-steps': 'Trạng thái "{state}" đã thuộc một bước khác.',
  'step-without-state': 'Chưa có trạng thái nào, nên không hồ sơ nào vào được bước này.',
  'step-code-twice': 'Trùng mã với một bước khác.',
  'step-out-of-order': 'Phải đứng trước bước "{step}".',
  'beside-unknown': 'Chạy song song với một bước không có trong dòng chính.',
  'role-cannot-act': 'Vai trò "{role}" không có việc nào để làm ở bước này.',
  'role-unheld': 'Không ai giữ vai trò "{role}" tại {units}{others}.',
  'unit-unknown': 'Không tìm được đơn vị nào theo cách chọn "{unitRule}".',
  'over-term': 'Các bước cộng lại {sum} giờ, dài hơn thời hạn {term} ({hours} giờ) của thủ tục {procedure}.',
  'longer-than-its-step': 'Cần tới {hours} giờ, dài hơn {budget} giờ của bước "{step}" mà nó chạy song song.',
  'consultation-missing': 'Chưa ghi lấy ý kiến của ai.',
  'consultation-without-bodies': 'Chưa chọn cơ quan nào để lấy ý kiến.',
  'consultation-without-term': 'Lấy ý kiến mà chưa có thời hạn trả lời.',
  'consultation-without-rule': 'Lấy ý kiến mà chưa ghi khi nào là đủ ý kiến.',
  'linked-missing': 'Chưa ghi liên thông với cơ quan nào.',
  'linked-without-bodies': 'Chưa chọn cơ quan nào để liên thông.',
  'linked-without-term': 'Cơ quan {unit} chưa có thời hạn làm phần của mình.',
  'linked-without-lead': 'Nhiều cơ quan cùng làm mà chưa ghi cơ quan chủ trì.',
  'body-unknown': 'Không có cơ quan mã {unit}.',
  'body-ended': 'Cơ quan {name} (mã {unit}) không còn. Nay là: {successors}.',
  'body-without-people': 'Tại {name} (mã {unit}) chưa có ai trả lời được trên hệ thống.',
  'body-twice': 'Cơ quan mã {unit} được chọn hai lần.',
  'paper-unknown': 'Phải có giấy tờ "{paper}" mà hệ thống không biết loại này.',
  'paper-never-left': 'Phải có {paper} mà tới bước này chưa việc nào làm ra.',
  'paper-never-signed': 'Phải ký {paper} mà hệ thống không ký loại giấy tờ này.',
  'procedure-missing': 'Quy trình riêng phải ghi mã thủ tục dùng nó.',
  'procedure-not-for-default': 'Quy trình chung của tỉnh không ghi mã thủ tục.',
} satisfies Record<FaultCode, string>

/** A number of hours as people write it: `7,5`. */
export const hoursText = (hours: number): string => hours.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

/** What is wrong, in words for whoever edits. */
export function faultText({ code, facts = {} }: ProcessFault): string {
  return FAULTS[code].replace(/\{(\w+)\}/g, (_, name: string) => factText(name, facts[name]))
}

function factText(name: string, value: string | number | undefined): string {
  if (name === 'others') return value === undefined || value === 0 ? '' : ` và ${value} nơi khác`
  if (name === 'role') return processRoleNames[value as Role] ?? String(value)
  if (name === 'state') return stateName(String(value))
  if (name === 'unitRule') return unitRuleName(value as UnitRule)
  if (name === 'successors') return value === '' ? 'chưa rõ' : String(value)
  if (name === 'paper') return paperName(String(value))
  return typeof value === 'number' ? hoursText(value) : String(value)
}

/** Several sentences as one part of a refusal, whose own full stop ends them. */
export const sentences = (lines: readonly string[]): string => lines.join(' ').replace(/\.$/, '')

/** One sentence of place and fault, for refusals. */
export const faultLine = (fault: ProcessFault): string => `${placeText(fault.place)}: ${faultText(fault)}`

/** Words in exported BPMN files. */
export const bpmnTexts = {
  start: 'Nộp hồ sơ',
  startChoice: 'Nộp ở đâu?',
  choice: (step: string) => `Kết quả của bước ${step}?`,
} as const

const BPMN_FINDINGS = {
  unreadable: 'Tệp không phải BPMN 2.0 đọc được ({why}).',
  'no-process': 'Tệp không có quy trình nào.',
  'several-processes': 'Tệp có nhiều quy trình; "{place}" là một trong số đó. Mỗi tệp chỉ nhận một quy trình.',
  'no-own-data':
    'Quy trình "{place}" không có dữ liệu của Một Cửa (trạng thái, việc, vai trò). Hãy xuất tệp từ hệ thống này rồi sửa trên tệp đó.',
  'element-not-taken': 'Thành phần "{place}" loại {type} chưa nhận được.',
  'event-not-taken': 'Sự kiện "{place}" có hẹn giờ, tin nhắn hoặc điều kiện riêng, chưa nhận được.',
  'task-without-step':
    'Việc "{place}" được thêm ở nơi khác nên hệ thống không biết làm gì. Hãy thêm bước trong trang sửa quy trình.',
  'task-without-lane': 'Việc "{place}" không nằm trong làn nào nên không biết ai làm.',
  'lane-without-role': 'Làn "{place}" không ứng với vai trò nào của hệ thống.',
  'data-broken': 'Dữ liệu tại {place} không đúng: {message}.',
  'flow-added': 'Mũi tên từ "{from}" đến "{to}" được thêm ở nơi khác; hệ thống không có việc nào đi đường này.',
  'flow-missing': 'Thiếu mũi tên từ "{from}" đến "{to}", trong khi hệ thống vẫn có việc đi đường này.',
} satisfies Record<BpmnFinding['code'], string>

/** What of a BPMN file cannot be taken, in words. */
export function bpmnFindingText({ code, place, facts = {} }: BpmnFinding): string {
  const known: Record<string, string> = { ...facts, place: place === '' ? 'tệp' : place }
  return BPMN_FINDINGS[code].replace(/\{(\w+)\}/g, (_, name: string) => wordOf(name, known[name] ?? ''))
}

/** Ends are named by their state, filing by its own word. */
function wordOf(name: string, value: string): string {
  if (name !== 'from' && name !== 'to') return value
  return value === 'start' ? bpmnTexts.start : stateName(value)
}
