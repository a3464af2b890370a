import { createHash } from 'node:crypto'
import type { LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'
import type { Term } from '../platform/term.ts'
import type { QualityFinding } from './cleaning/finding.ts'
import type { ProcedureCase, ProcedureContent } from './procedure.ts'

/** thời hạn ghi theo văn bản: what a person stated where the publication is unclear. */
export type StatedTerm = {
  caseCode: string
  term: Term
  /** The published words it was stated for; other words make it void. */
  sourceText: string
  documentNumber: string
  documentOn: LegalDate
}

type Cleaned = { content: ProcedureContent; findings: QualityFinding[] }

/** A procedure with the terms people stated in the places its publication leaves open; the doubts they settle are gone. */
export function withStatedTerms({ content, findings }: Cleaned, stated: readonly StatedTerm[]): Cleaned {
  const byCase = new Map(stated.map((one) => [one.caseCode, one]))
  const settled = new Set<string>()
  const cases = content.cases.map((one): ProcedureCase => {
    const found = byCase.get(one.code)
    if (!found || !isOpen(one) || found.sourceText !== one.termText) return one
    settled.add(`cases.${one.code}`)
    if (content.cases.length === 1) settled.add('cases')
    const { term, documentNumber, documentOn } = found
    return { ...one, term, termSource: { documentNumber, documentOn } }
  })
  const left = findings.filter(({ code, where }) => code !== 'term.unclear' || !settled.has(where))
  return { content: { ...content, cases }, findings: left }
}

/** Whether the term is for a person to state: not published, or stated before. */
export function isOpen({ term, termSource }: Pick<ProcedureCase, 'term' | 'termSource'>): boolean {
  return term === null || termSource !== undefined
}

/** Names which stated terms a version carries, so that loading the same publication again changes nothing. */
export function fingerprintOf(published: string, { cases }: Pick<ProcedureContent, 'cases'>): string {
  const stated = cases.flatMap(({ code, term, termSource }) => (termSource ? [{ code, term, termSource }] : []))
  if (stated.length === 0) return published
  const lines = stated.map(({ code, term, termSource }) =>
    [code, term?.quantity, term?.unit, termSource.documentNumber, termSource.documentOn].join('|'),
  )
  return `${published}+${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`
}

/** The part of a fingerprint that names the publication alone. */
export function publishedFingerprint(fingerprint: string): string {
  return fingerprint.split('+')[0] ?? fingerprint
}

type Statement = { term: Term; documentOn: LegalDate }

/** Why a person may not state this term: the publication says it, or the statement itself does not hold. */
export function whyNotState(
  known: ProcedureCase,
  { term: { quantity, unit }, documentOn }: Statement,
  today: LegalDate,
): Reason | undefined {
  if (!isOpen(known)) return { code: 'catalogue.term-published', facts: { case: known.name } }
  const isHalf = Number.isInteger(quantity * 2) && !Number.isInteger(quantity)
  const fits = Number.isInteger(quantity) || (isHalf && (unit === 'working-day' || unit === 'hour'))
  if (!fits || quantity <= 0 || (unit === 'within-day' && quantity !== 1))
    return { code: 'catalogue.term-not-a-length' }
  return documentOn > today ? { code: 'catalogue.document-in-future' } : undefined
}
