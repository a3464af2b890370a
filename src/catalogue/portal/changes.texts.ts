import type { Term } from '../../platform/term.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import type { OtherPart, VersionChange } from '../what-changed.ts'
import { changesTextsEn } from './changes.texts.en.ts'
import { dong } from '../../platform/figures.ts'
import { plainName, shortened, termWords } from './words.ts'

const changesVi = {
  title: 'Vừa thay đổi',
  lead: (from: string) => `Bản này có hiệu lực từ ngày ${from}. So với bản trước:`,
  more: (count: number) => `Xem thêm ${count} thay đổi`,
  name: (before: string) => `Tên trước đây: ${before}`,
  'paper-added': (paper: string) => `Thêm giấy tờ: ${paper}`,
  'paper-removed': (paper: string) => `Không cần nữa: ${paper}`,
  'paper-reworded': (before: string, after: string) => `Ghi lại giấy tờ: “${before}” nay là “${after}”`,
  term: (name: string, before: string, after: string) => `${name}: thời hạn ${before} nay là ${after}`,
  termUnknown: 'chưa ghi rõ',
  'case-added': (name: string) => `Thêm trường hợp: ${name}`,
  'case-removed': (name: string) => `Bỏ trường hợp: ${name}`,
  amounts: (before: string, after: string) => `Mức thu ${before} nay là ${after}`,
  amountNone: 'không thu',
  amountUnknown: 'chưa rõ',
  'law-added': (document: string) => `Căn cứ mới: ${document}`,
  'law-removed': (document: string) => `Bỏ căn cứ: ${document}`,
  parts: {
    conditions: 'Điều kiện thực hiện đã thay đổi',
    steps: 'Trình tự thực hiện đã thay đổi',
    results: 'Giấy tờ kết quả đã thay đổi',
    methods: 'Cách nộp hồ sơ đã thay đổi',
    subjects: 'Đối tượng thực hiện đã thay đổi',
    executing: 'Cơ quan thực hiện đã thay đổi',
    levels: 'Cấp giải quyết đã thay đổi',
    note: 'Lời dặn đã thay đổi',
  } satisfies Record<OtherPart, string>,
}

/** Words about what a new version changed. */
export const changesTexts = inBothLanguages(changesVi, changesTextsEn)

/** Longest name quoted in a line. */
const QUOTED = 160

/** One change as a sentence. */
export function changeLine(change: VersionChange): string {
  const t = changesTexts
  switch (change.kind) {
    case 'name':
      return t.name(plainName(change.before))
    case 'paper-added':
    case 'paper-removed':
      return t[change.kind](quoted(change.paper))
    case 'paper-reworded':
      return t['paper-reworded'](quoted(change.before), quoted(change.after))
    case 'term':
      return t.term(plainName(change.caseName), termOf(change.before), termOf(change.after))
    case 'case-added':
    case 'case-removed':
      return t[change.kind](plainName(change.caseName))
    case 'amounts':
      return t.amounts(amountsIn(change.before), amountsIn(change.after))
    case 'law-added':
    case 'law-removed':
      return t[change.kind](change.document)
    case 'part':
      return t.parts[change.part]
  }
}

const quoted = (name: string) => shortened(name.replace(/^[\s\-–+*•]+/u, '').replace(/[.;\s]+$/u, ''), QUOTED)
const termOf = (term: Term | null) => (term ? termWords(term) : changesTexts.termUnknown)

function amountsIn(amounts: readonly (bigint | null)[]): string {
  if (amounts.length === 0) return changesTexts.amountNone
  return amounts.map((amount) => (amount === null ? changesTexts.amountUnknown : dong(amount))).join(', ')
}
