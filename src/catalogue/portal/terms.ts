import type { Term } from '../../platform/term.ts'
import { termsOf, type ProcedureVersion } from '../procedure.ts'
import { termWords } from './words.ts'

/** The terms of a procedure in one line: known for certain and the same for all, several, or not known. */
export type TermFact = { kind: 'one'; words: string } | { kind: 'several'; words: string[] } | { kind: 'unknown' }

export function termFact(terms: readonly (Term | null)[]): TermFact {
  const known = terms.filter((term) => term !== null).map(termWords)
  const [only] = known
  if (only === undefined) return { kind: 'unknown' }
  if (known.length === 1 && terms.length === 1) return { kind: 'one', words: only }
  return { kind: 'several', words: known }
}

/** Terms the ways of filing state that no case does: the publication contradicts itself. */
export function otherTerms({ cases, methods }: Pick<ProcedureVersion, 'cases' | 'methods'>): string[] {
  const ofCases = termsOf(cases)
  if (ofCases.includes(null)) return []
  const known = new Set(ofCases.map((term) => (term ? termWords(term) : '')))
  const stated = methods.flatMap(({ term }) => (term ? [termWords(term)] : []))
  return stated.some((words) => known.has(words)) ? [] : [...new Set(stated)]
}

const TIME_WORDS = /\d\s*(ngày|giờ|tuần|tháng|năm)(?!\s*\d{4})|thời hạn|trong ngày|(trả|giải quyết) ngay/iu

/** The lines of the publication that speak of time, each once; codes such as `20 DAY` are no words. */
export function publishedTerms({ cases, methods }: Pick<ProcedureVersion, 'cases' | 'methods'>): string[] {
  const lines = [...cases.map(({ termText }) => termText), ...methods.map(({ text }) => text)]
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
  return [...new Set(lines.filter((line) => TIME_WORDS.test(line)))]
}
