/** One doubt about a procedure's published text, and who must settle it (trang chất lượng danh mục). */
export type QualityFinding = {
  code: FindingCode
  severity: Severity
  /** Place inside the procedure, e.g. `cases.1.001193.01` or `methods.ONLINE`. */
  where: string
  /** The words or figures the doubt is about, as published, cut at 300 characters. */
  sourceText: string
  /** Code of the unit that must decide. */
  decidedBy: string
}

/** `blocking`: not to be filed for until settled; `doubt`: a person must decide; `note`: changed by a sure rule, for information. */
export type Severity = 'blocking' | 'doubt' | 'note'

/** Who answers for a kind of doubt; turned into a unit code when the procedure's department is known. */
export type Decider = 'competent-department' | 'finance-department' | 'procedure-control'

// Procedure control (kiểm soát thủ tục hành chính) follows the Ministry of Justice since 2025, Decree 224/2026/NĐ-CP, art. 18.
const FIXED_DECIDERS = { 'finance-department': 'so-tai-chinh', 'procedure-control': 'so-tu-phap' } as const

const FINDINGS = {
  'code.malformed': ['blocking', 'procedure-control'],
  'case.missing': ['doubt', 'competent-department'],
  'case.merged': ['note', 'competent-department'],
  'case.same-name': ['doubt', 'competent-department'],
  'term.unclear': ['blocking', 'competent-department'],
  'term.read-from-text': ['note', 'competent-department'],
  'term.case-and-method-differ': ['doubt', 'competent-department'],
  'component.none': ['doubt', 'competent-department'],
  'component.note': ['note', 'competent-department'],
  'component.heading': ['note', 'competent-department'],
  'component.note-with-count': ['doubt', 'competent-department'],
  'component.no-count': ['doubt', 'competent-department'],
  'component.count-read': ['note', 'competent-department'],
  'component.repeated': ['note', 'competent-department'],
  'component.several-in-one': ['doubt', 'competent-department'],
  'fee.in-thousands': ['doubt', 'finance-department'],
  'fee.tiny-amount': ['doubt', 'finance-department'],
  'fee.foreign-currency': ['doubt', 'finance-department'],
  'fee.set-by-council': ['doubt', 'finance-department'],
  'fee.text-only': ['doubt', 'finance-department'],
  'fee.several-amounts': ['doubt', 'finance-department'],
  'fee.text-differs': ['doubt', 'finance-department'],
  'fee.time-limited': ['doubt', 'finance-department'],
  'fee.per-unit': ['doubt', 'finance-department'],
  'fee.conditional': ['doubt', 'finance-department'],
  'fee.price': ['doubt', 'finance-department'],
  'fee.unconfirmed': ['doubt', 'finance-department'],
  'wording.district-level': ['doubt', 'competent-department'],
  'wording.merged-body': ['doubt', 'competent-department'],
  'wording.other-province': ['doubt', 'competent-department'],
  'text.damaged': ['doubt', 'competent-department'],
  'text.repaired': ['note', 'competent-department'],
  'procedure.same-name': ['doubt', 'procedure-control'],
  'result.none': ['doubt', 'competent-department'],
} as const satisfies Record<string, readonly [Severity, Decider]>

export type FindingCode = keyof typeof FINDINGS

/** A doubt as a rule states it, before the deciding unit is known. */
export type Doubt = { code: FindingCode; where: string; sourceText: string }

export function severityOf(code: FindingCode): Severity {
  return FINDINGS[code][0]
}

export const findingCodes = Object.keys(FINDINGS) as FindingCode[]

export function toFinding(doubt: Doubt, department: string): QualityFinding {
  const [severity, decider] = FINDINGS[doubt.code]
  return {
    code: doubt.code,
    severity,
    where: doubt.where,
    sourceText: doubt.sourceText.length > 300 ? `${doubt.sourceText.slice(0, 299)}…` : doubt.sourceText,
    decidedBy: decider === 'competent-department' ? department : FIXED_DECIDERS[decider],
  }
}
