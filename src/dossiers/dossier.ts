import type { LegalDate } from '../platform/dates.ts'
import type { Role } from '../platform/actor.ts'
import type { Term } from '../platform/term.ts'
import type { DayReason } from '../deadlines/index.ts'
import type { LeftPaper } from './demands/demands.ts'

/** trạng thái xử lý: where a dossier stands on its way through the offices. */
export const HANDLING_STATES = [
  'submitted', // đã nộp, chờ tiếp nhận
  'received', // đã tiếp nhận
  'appraising', // đang thẩm định
  'suspended', // tạm dừng giải quyết theo căn cứ pháp lý
  'awaiting-approval', // chờ phê duyệt
  'awaiting-signature', // chờ ký số
  'awaiting-seal', // chờ văn thư
  'finished', // đã có kết quả
  'delivered', // đã trả kết quả
  'awaiting-supplement', // chờ bổ sung
  'refused', // từ chối tiếp nhận
  'withdrawn', // công dân rút hồ sơ
  'stopped', // dừng giải quyết
] as const
export type Handling = (typeof HANDLING_STATES)[number]

/** nghĩa vụ tài chính: apart from handling, so that money never holds a dossier by accident. */
export const MONEY_STATES = ['nothing-due', 'due', 'paid', 'waived'] as const
export type Money = (typeof MONEY_STATES)[number]
/** trả kết quả */
export const DELIVERY_STATES = [
  'not-ready', // chưa có kết quả
  'ready', // chờ trả
  'handed-over', // đã trả
  'refused', // người dân không nhận
] as const
export type Delivery = (typeof DELIVERY_STATES)[number]
/** đồng bộ với Cổng Dịch vụ công quốc gia */
export type Exchange = 'pending' | 'sent' | 'failed'

export type Axes = { handling: Handling; money: Money; delivery: Delivery; exchange: Exchange }

/** The ten statuses of the National Portal (Circular 22/2019/TT-BTTTT, Appendix I). */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

const NATIONAL_STATUS = {
  submitted: 1,
  received: 2,
  appraising: 4,
  suspended: 4,
  'awaiting-approval': 4,
  'awaiting-signature': 4,
  'awaiting-seal': 4,
  finished: 9,
  delivered: 10,
  'awaiting-supplement': 5,
  refused: 3,
  withdrawn: 7,
  stopped: 8,
} satisfies Record<Handling, NationalStatus>

const WHILE_MONEY_IS_ASKED: ReadonlySet<Handling> = new Set(['received', 'appraising'])

/** What the National Portal and the citizen see; computed, never stored. */
export function nationalStatusOf({ handling, money }: Pick<Axes, 'handling' | 'money'>): NationalStatus {
  return money === 'due' && WHILE_MONEY_IS_ASKED.has(handling) ? 6 : NATIONAL_STATUS[handling]
}

const ENDED: ReadonlySet<Handling> = new Set(['delivered', 'refused', 'withdrawn', 'stopped'])

/** Whether nothing more happens to a dossier in this state. */
export function hasEnded(handling: Handling): boolean {
  return ENDED.has(handling)
}

/** kênh nộp */
export type Channel = 'online' | 'counter' | 'postal' | 'national-portal'
/** hình thức nhận kết quả */
export type ResultDelivery = 'electronic' | 'counter' | 'postal'
/** bản chính, bản sao, bản sao chứng thực, bản điện tử */
export type ComponentForm = 'original' | 'copy' | 'certified-copy' | 'electronic'

/** Whose time is kept in view: with an office, on a running clock, without a result. */
const WATCHED: ReadonlySet<Handling> = new Set([
  'submitted',
  'received',
  'appraising',
  'awaiting-approval',
  'awaiting-signature',
  'awaiting-seal',
])

/** Whether officers are reminded of a dossier's time. */
export function isWatched({ handling, finishedAt }: Pick<Dossier, 'handling' | 'finishedAt'>): boolean {
  return finishedAt === null && WATCHED.has(handling)
}

/** A person or an organisation as they were when the dossier was filed. */
export type Party = {
  kind: 'citizen' | 'organisation'
  fullName: string
  personalId: string | null
  /** Of foreigners without a personal number. */
  passportNumber: string | null
  bornOn: LegalDate | null
  address: string | null
  communeCode: string | null
  phone: string | null
  email: string | null
  /** Set for an organisation; the person above then acts for it. */
  organisationName: string | null
  businessCode: string | null
}

export type AppraisalOutcome = 'eligible' | 'ineligible'

/** A dossier's code in another system, such as the National Portal's. */
export type ExternalCode = { source: string; code: string; at: string }

/** hồ sơ: one person's request under one version of one procedure. */
export type Dossier = Axes & {
  id: string
  /** mã hồ sơ: printed, spoken, in addresses; the id never is. */
  code: string
  version: number
  provinceCode: string
  procedureCode: string
  /** Pinned when filed: a later change of the catalogue does not reach a running dossier. */
  procedureVersionId: string
  caseCode: string
  processId: string
  /** Where the citizen was helped, which desk received, which body is competent: three different answers. */
  helpedAtUnitId: string | null
  receivedByUnitId: string
  competentUnitId: string
  /** The division in charge, once somebody there has been assigned. */
  handlingUnitId: string | null
  channel: Channel
  applicant: Party
  submitter: Party
  applicantCitizenId: string | null
  submitterCitizenId: string | null
  /** Version of the form filled in; null for the one built from the procedure version. */
  formVersion: number | null
  answers: Record<string, unknown>
  resultDelivery: ResultDelivery
  term: Term
  submittedAt: Date
  receivedAt: Date | null
  countsFrom: LegalDate | null
  /** Null until received and while the clock stands for a supplement. */
  dueAt: Date | null
  dueOn: LegalDate | null
  /** The first promise, kept when a supplement makes a new one. */
  originalDueAt: Date | null
  /** Day by day, why the due date is what it is. */
  dueExplanation: DayReason[]
  /** The legal numbers its dates are reckoned with, kept from the first reception on. */
  rulesOn: LegalDate | null
  rulesVersion: string | null
  assigneeAccountId: string | null
  appraisal: AppraisalOutcome | null
  supplementCount: number
  /** Consultations still open whose completeness rule is not met. */
  opinionsAwaited: number
  /** What the steps so far left behind, beside what other fields tell. */
  leftPapers: LeftPaper[]
  /** Codes of the steps beside others that were held, or waived on record. */
  settledSteps: string[]
  suppliedAt: Date | null
  waitingSince: Date | null
  finishedAt: Date | null
  deliveredAt: Date | null
  externalCodes: ExternalCode[]
}

/** A dossier together with the roles in which the reader reaches it. */
export type ReachedDossier = Dossier & {
  roles: Role[]
  /** The reader works in the place of the officer it is assigned to. */
  standsInForAssignee?: boolean
  /** An officer doubts the paper by which it was filed for another. */
  isGroundDoubted?: boolean
}

/**
 * Why a listed paper was not handed in: it belongs to another case, the State already holds it, or it is a declaration
 * whose content stands in the answers.
 */
export type Omission = 'not-my-case' | 'held-by-the-state' | 'filled-on-screen'

/** thành phần hồ sơ: one paper of the procedure's list, with its files, or without and why. */
export type DossierComponent = {
  no: number
  code: string
  form: ComponentForm | null
  omitted: Omission | null
  files: { fileId: string; /** 0: filed at first; n: with the n-th supplement. */ round: number }[]
}

/** Whether the applicant and the one who hands in are different people. */
export function isFiledForAnother({ applicant, submitter }: Pick<Dossier, 'applicant' | 'submitter'>): boolean {
  return applicant.fullName !== submitter.fullName || applicant.personalId !== submitter.personalId
}

/** The name the dossier goes under: the organisation's, else the person's. */
export function nameOf(party: Party): string {
  return party.kind === 'organisation' && party.organisationName ? party.organisationName : party.fullName
}
