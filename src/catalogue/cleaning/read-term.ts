import type { Term, TermUnit } from '../../platform/term.ts'
import type { SourceMethod, SourceUnit } from '../source-procedure.ts'
import type { FindingCode } from './finding.ts'

export type TermReading = { term: Term | null; termText: string; doubt?: FindingCode }

const UNITS: Record<Exclude<SourceUnit, 'OTHER'>, TermUnit> = {
  WORKING_DAY: 'working-day',
  DAY: 'day',
  HOUR: 'hour',
  MONTH: 'month',
  YEAR: 'year',
}
const UNIT_WORDS: Record<string, TermUnit> = {
  'ngày làm việc': 'working-day',
  'giờ làm việc': 'hour',
  giờ: 'hour',
  ngày: 'day',
  tháng: 'month',
  năm: 'year',
}
// Marks matter here: "ngay" (at once) is not "ngày" (day).
// "ngày 15 tháng 01" is a date: no number that follows "ngày", no unit that a number follows.
const DURATION =
  /(?<![\d/.,]|ngày )(\d{1,3}(?:[.,]5)?) ?(?:\([^)]{1,30}\) ?)?(ngày làm việc|giờ làm việc|giờ|ngày|tháng|năm)(?! ?[\p{L}\d/]*\d)(?!\p{L})/gu
/** A time of day, not a length: "sau 15 giờ", "15 giờ 00", "trước 17 giờ cùng ngày". */
const CLOCK_TIME = /(?:sau|trước|từ|đến|lúc) \d{1,2} ?(?:giờ|h)(?: ?\d{2})?/gu
/** An age or the validity of a paper, not a processing time. */
const OTHER_LENGTH = /(?:giá trị|thời hạn sử dụng|hiệu lực|tuổi|trước khi)[^.;\n]{0,60}/gu
const AT_ONCE =
  /(?<!\p{L})ngay (?:sau )?khi|giải quyết ngay|ngay trong ngày|trong ngày làm việc|trong ngày (?:nhận|tiếp nhận)|tại thời điểm (?:nhận|tiếp nhận)/u

/** A step on the way, not the whole: checking, asking for more, answering, prolonging. */
const PARTIAL_STEP =
  /thông báo|bổ sung|hoàn thiện|từ chối|tính đầy đủ|tính hợp lệ|không hợp lệ|chưa hợp lệ|gia hạn|kéo dài|lấy ý kiến/u

/** The term of a number and a unit, when both are plain. */
export function plainTerm(time: number | string, unit: SourceUnit): Term | null {
  const quantity = typeof time === 'string' ? Number(/^\d{1,3}$/.test(time.trim()) ? time : Number.NaN) : time
  if (unit === 'OTHER' || !Number.isFinite(quantity) || quantity <= 0) return null
  return { quantity, unit: UNITS[unit] }
}

/** The term a text states, when it states exactly one and states it of the whole, not of a step. */
export function termInText(text: string): Term | null {
  const words = text.normalize('NFC').toLowerCase().replace(CLOCK_TIME, ' ').replace(OTHER_LENGTH, ' ')
  const found = new Map<string, Term>()
  for (const sentence of words.split(/[.;\n](?!\d)/)) {
    for (const [, quantity = '', unitWords = ''] of sentence.matchAll(DURATION)) {
      if (PARTIAL_STEP.test(sentence)) return null
      const term = { quantity: Number(quantity.replace(',', '.')), unit: UNIT_WORDS[unitWords] ?? 'day' }
      found.set(`${term.quantity} ${term.unit}`, term)
    }
  }
  const isAtOnce = AT_ONCE.test(words)
  const [only] = found.values()
  if (found.size === 1 && only && only.quantity > 0) return isAtOnce ? null : only
  return found.size === 0 && isAtOnce ? { quantity: 1, unit: 'within-day' } : null
}

/**
 * The processing time of a case. A number with a unit is taken as it is; "OTHER" is read from the ways of filing, and only
 * when they leave one answer. Anything else stays unknown: no term is ever guessed.
 */
export function readTerm(time: number | string, unit: SourceUnit, methods: readonly SourceMethod[]): TermReading {
  const plain = plainTerm(time, unit)
  if (plain) return { term: plain, termText: `${time} ${unit}` }
  const sentences = [...new Set(methods.flatMap(methodSentences))]
  const termText = sentences.join('\n')
  const stated = onlyOne(methods.map((method) => plainTerm(method.time, method.unit)).filter((term) => term !== null))
  const read = onlyOne(sentences.map(termInText).filter((term) => term !== null))
  const statedByAll = stated && methods.every((method) => plainTerm(method.time, method.unit) !== null) ? stated : null
  const term = statedByAll ?? (stated === null && sentences.every((one) => termInText(one) !== null) ? read : null)
  return term
    ? {
        term,
        termText: termText || methods.map((method) => `${method.time} ${method.unit}`)[0] || '',
        doubt: 'term.read-from-text',
      }
    : { term: null, termText: termText || `${time} ${unit}`, doubt: 'term.unclear' }
}

export function sameTerm(a: Term, b: Term): boolean {
  return a.quantity === b.quantity && a.unit === b.unit
}

function methodSentences(method: SourceMethod): string[] {
  return [typeof method.time === 'string' && !/^\d*$/.test(method.time.trim()) ? method.time : '', method.text]
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function onlyOne(terms: readonly Term[]): Term | null {
  const [first] = terms
  return first && terms.every((term) => sameTerm(term, first)) ? first : null
}
