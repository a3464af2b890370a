import type { LegalDate } from '../platform/dates.ts'
import type { Unit } from '../organisation/index.ts'
import type { ResultTemplate } from './papers/choose-template.ts'

/** Abbreviations of kinds of documents (Nghị định 30/2020/NĐ-CP, Phụ lục III mục I) and of papers that have customary ones. */
const KINDS: [RegExp, string][] = [
  [/^quyết định/iu, 'QĐ'],
  [/^thông báo/iu, 'TB'],
  [/^giấy chứng nhận/iu, 'GCN'],
  [/^giấy phép/iu, 'GP'],
  [/^chứng chỉ/iu, 'CC'],
  [/^phiếu/iu, 'PT'],
]

const BY_TEMPLATE: Record<ResultTemplate, string | null> = {
  licence: 'GP',
  decision: 'QĐ',
  certification: 'CT',
  'civil-status': 'HT',
  // công văn has no letters of its kind
  reply: null,
  rejection: 'TCGQ',
  extract: 'TrS',
}

/** Số và ký hiệu: `118/GCN-UBND`, `12/QĐ-SCT`, `7/UBND`. Numbers under 10 begin with 0, Annex I. */
export function numberText(
  no: number,
  { template, title }: { template: ResultTemplate; title: string },
  unit: Pick<Unit, 'kind' | 'shortName'>,
): string {
  const isFixed = template === 'rejection' || template === 'extract'
  const named = isFixed ? undefined : KINDS.find(([words]) => words.test(title.trim()))?.[1]
  const kind = named ?? BY_TEMPLATE[template]
  const agency = agencyLetters(unit)
  return `${String(no).padStart(2, '0')}/${kind === null ? agency : `${kind}-${agency}`}`
}

/** `UBND` for a People's Committee, else the first letters: `Sở Công Thương` → `SCT`. */
export function agencyLetters({ kind, shortName }: Pick<Unit, 'kind' | 'shortName'>): string {
  if (kind === 'peoples-committee') return 'UBND'
  const letters = shortName
    .split(/[\s,-]+/)
    .filter((word) => word !== '')
    .map((word) => (word === word.toLocaleUpperCase('vi') ? word : word.charAt(0).toLocaleUpperCase('vi')))
  return letters.join('').slice(0, 8)
}

/** `ngày 05 tháng 02 năm 2026`: days under 10 and the months 1 and 2 begin with 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function dateText(on: LegalDate): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}
