import type { Reason } from '../platform/refusal.ts'
import type { Term } from '../platform/term.ts'

/** Cấp giải quyết: who in the province is competent. */
export type ProcedureLevel = 'province' | 'commune'

/** Kênh nộp: trực tuyến, trực tiếp, bưu chính. */
export type FilingChannel = 'online' | 'counter' | 'postal'

/** Lĩnh vực. */
export type Sector = { code: string; name: string }

/** Trường hợp giải quyết: one way a procedure runs, with its own processing time. */
export type ProcedureCase = {
  code: string
  name: string
  /** Null when the published text does not say it for certain: a person must set it, nothing is guessed. */
  term: Term | null
  /** What the term was read from, as published. */
  termText: string
  /** Set when a person stated the term: by which document. */
  termSource?: { documentNumber: string; documentOn: string }
}

/** Thành phần hồ sơ; `note` and `heading` are sentences the source lists among the papers: shown, never asked for. */
export type DossierComponent = {
  code: string
  groupName: string
  name: string
  kind: 'paper' | 'note' | 'heading'
  originals: number
  copies: number
  /** The paper is a declaration (tờ khai, đơn) filled in on screen. */
  eform: boolean
  /** Only asked in the cases its own words name ("nếu có", "trường hợp…"). */
  conditional: boolean
  /** Template files the source names; the files themselves are not published with it. */
  templates: string[]
  isResult: boolean
}

/** Phí (`fee`), lệ phí (`charge`), giá (`price`). */
export type ProcedureFee = {
  channel: FilingChannel
  kind: 'fee' | 'charge' | 'price'
  /** Whole đồng; null when the source has no amount that can be trusted. */
  amountDong: bigint | null
  /** False whenever a person must look first: nothing may be collected then. */
  chargeable: boolean
  /** Why it is not chargeable. */
  doubt: string | null
  text: string
}

/** Cách thức thực hiện. */
export type FilingMethod = { channel: FilingChannel; term: Term | null; text: string }

/** Trình tự thực hiện. */
export type ProcedureStep = { name: string; text: string }

/** Căn cứ pháp lý: a document cited, with its title where the source knows it. */
export type LegalDocument = { code: string; name: string }

/** Kết quả: the paper a procedure gives. */
export type ResultType = { code: string; name: string }

/** Thủ tục hành chính, one version with its days in force. A dossier keeps the version it began with. */
export type ProcedureVersion = ProcedureContent & {
  id: string
  version: number
  /** First day in force, `YYYY-MM-DD`. */
  validFrom: string
  /** Last day in force. */
  validTo: string | null
}

/** What a version says. */
export type ProcedureContent = {
  code: string
  name: string
  levels: ProcedureLevel[]
  /** Also handled by a ministry or another body outside the province's one-stop desks. */
  alsoElsewhere: boolean
  sectors: Sector[]
  /** Code of the provincial body competent for the sector, see `departmentForSectors`. */
  department: string
  issuer: { code: string; name: string }
  decision: { no: string; date: string }
  subjects: string[]
  /** Cơ quan thực hiện, as published. */
  executing: string[]
  /** Trực tuyến toàn trình. */
  fullOnline: boolean
  /** Phi địa giới: may be filed at any desk. */
  anyDesk: boolean
  /** Only filed in person (chỉ nộp trực tiếp). */
  counterOnly: boolean
  /** Run by a central agency's own system (ngành dọc). */
  vertical: boolean
  cases: ProcedureCase[]
  components: DossierComponent[]
  fees: ProcedureFee[]
  methods: FilingMethod[]
  steps: ProcedureStep[]
  conditions: string
  results: ResultType[]
  legal: LegalDocument[]
  lifeEvent: string
  note: string
  keywords: string
  sourceUpdatedOn: string
}

/** What a list shows of a version. */
export type ProcedureSummary = Pick<
  ProcedureVersion,
  'id' | 'code' | 'version' | 'name' | 'levels' | 'sectors' | 'department' | 'lifeEvent' | 'subjects' | 'fullOnline'
> & {
  /** The terms of its cases, each once; a case without a known term counts as null. */
  terms: (Term | null)[]
  channels: FilingChannel[]
  /** See `amountsOf`. */
  amountsDong: (bigint | null)[]
}

export function termsOf(cases: readonly ProcedureCase[]): (Term | null)[] {
  return [...new Map(cases.map(({ term }) => [term ? `${term.quantity} ${term.unit}` : '', term])).values()]
}

/** Procedures published for the desk alone tell the desk's fees. */
export function onlineFees(fees: readonly ProcedureFee[]): readonly ProcedureFee[] {
  const of = (channel: FilingChannel) => fees.filter((fee) => fee.channel === channel)
  return of('online').length > 0 ? of('online') : of('counter')
}

/** Every amount a dossier may have to pay, each once; null for one that a person must settle first. */
export function amountsOf(fees: readonly ProcedureFee[]): (bigint | null)[] {
  return [...new Set(fees.map(({ chargeable, amountDong }) => (chargeable ? amountDong : null)))]
}

const LONG_CODE = /^(\d\.\d{6})(?:$|[.\s-])/

/** `1.004194` from `1.004194`, `1.004194.000.00.00.H49`, `1.004194.01`; undefined when no procedure code begins the text. */
export function procedureCodeIn(text: string): string | undefined {
  return LONG_CODE.exec(text.trim())?.[1]
}

export function isProcedureCode(code: string): boolean {
  return /^[1-6]\.\d{6}$/.test(code)
}

/** The papers to hand in, without the notes and headings listed among them. */
export function papersOf(procedure: Pick<ProcedureContent, 'components'>): DossierComponent[] {
  return procedure.components.filter((component) => component.kind === 'paper')
}

/** The cases dossiers can be filed for: a due date is never guessed. */
export function fileableCases({ cases }: Pick<ProcedureContent, 'cases'>): ProcedureCase[] {
  return cases.filter(({ term }) => term !== null)
}

/**
 * Whether dossiers may be filed for this version; a reason says what must be settled first. Where the publication leaves the
 * term of every case unclear, a person states it on a document before (`stateTerm`); a case without a term is not offered.
 */
export function publishable(procedure: ProcedureContent): Reason | undefined {
  if (!isProcedureCode(procedure.code)) return { code: 'catalogue.bad-code', facts: { code: procedure.code } }
  if (procedure.levels.length === 0) return { code: 'catalogue.no-level', facts: { code: procedure.code } }
  if (procedure.cases.length === 0) return { code: 'catalogue.no-case', facts: { code: procedure.code } }
  if (fileableCases(procedure).length === 0) return { code: 'catalogue.term-unclear', facts: { code: procedure.code } }
  return undefined
}

/** Why a citizen cannot file for this version from home, if so: it is not publishable, or the law wants it in person. */
export function whyNotOnline(procedure: ProcedureContent): Reason | undefined {
  if (procedure.counterOnly) return { code: 'catalogue.counter-only', facts: { code: procedure.code } }
  return publishable(procedure)
}
