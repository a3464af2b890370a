import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import { papersOf, type ProcedureVersion } from '../procedure.ts'
import { shortPaperName } from '../shown-names.ts'

/** quyết định phê duyệt danh mục */
export type ListDecision = { number: string; decidedOn: LegalDate; issuer: string; validFrom: LegalDate }

/** danh mục thành phần hồ sơ phải số hóa of one field, one version. */
export type DigitisedList = ListDecision & {
  id: string
  sectorCode: string
  /** Faulty rows of the sheet that were left out when it was adopted. */
  leftOut: number
  components: number
  procedures: number
  adoptedAt: Date
  adoptedByName: string
}

/** What others need to know of the list of a field. */
export type ListInForce = Pick<DigitisedList, 'id' | 'sectorCode' | 'number' | 'decidedOn' | 'validFrom'> & {
  name: string
}

/** A row of the sheet as it was typed. */
export type TypedRow = {
  line: number
  procedureCode: string
  componentCode: string
  componentName: string
  sectorCode: string
  hasFormula: boolean
}

export const ROW_FAULTS = [
  'formula',
  'no-procedure',
  'unknown-procedure',
  'no-component',
  'unknown-component',
  'several-components',
  'declaration',
  'other-sector',
  'no-sector',
  'twice',
] as const
export type RowFault = (typeof ROW_FAULTS)[number]

/** A row that was looked up in the catalogue: what it stands for, or why it stands for nothing. */
export type CheckedRow = { typed: TypedRow } & (
  | { fault: RowFault }
  | { fault: undefined; procedureCode: string; componentCode: string; name: string; sectorCodes: string[] }
)
export type GoodRow = Extract<CheckedRow, { fault: undefined }>

type Known = ReadonlyMap<string, Pick<ProcedureVersion, 'code' | 'sectors' | 'components'>>

/** Looks each row up among the procedures in force; nothing is guessed. */
export function checkRows(rows: readonly TypedRow[], known: Known): CheckedRow[] {
  const seen = new Set<string>()
  return rows.map((typed): CheckedRow => {
    const found = lookUp(typed, known)
    if (typeof found === 'string') return { typed, fault: found }
    const key = `${found.procedureCode} ${found.componentCode}`
    if (seen.has(key)) return { typed, fault: 'twice' }
    seen.add(key)
    return { typed, fault: undefined, ...found }
  })
}

function lookUp(row: TypedRow, known: Known): RowFault | Omit<GoodRow, 'typed' | 'fault'> {
  if (row.hasFormula) return 'formula'
  if (row.procedureCode === '') return 'no-procedure'
  const procedure = known.get(row.procedureCode)
  if (!procedure) return 'unknown-procedure'
  if (row.componentCode === '' && row.componentName === '') return 'no-component'
  const papers = papersOf(procedure)
  const named = papers.filter(({ code, name }) =>
    row.componentCode === '' ? isNamed(name, row.componentName) : code === row.componentCode,
  )
  const codes = new Set(named.map(({ code }) => code))
  const [paper] = named
  if (!paper) return 'unknown-component'
  if (codes.size > 1) return 'several-components'
  // Filled in on screen: there is no paper to be digitised.
  if (paper.eform) return 'declaration'
  const own = procedure.sectors.map(({ code }) => code)
  if (own.length === 0) return 'no-sector'
  if (row.sectorCode !== '' && !own.includes(row.sectorCode)) return 'other-sector'
  const sectorCodes = row.sectorCode === '' ? own : [row.sectorCode]
  return { procedureCode: procedure.code, componentCode: paper.code, name: shortPaperName(paper.name), sectorCodes }
}

const isNamed = (name: string, typed: string) =>
  [name, shortPaperName(name)].some((one) => foldText(one) === foldText(typed))

/** Versions go forward: a list from an earlier day would change what was counted. */
export function whyNotAdopt(
  { decidedOn, validFrom }: ListDecision,
  good: readonly GoodRow[],
  lists: readonly Pick<DigitisedList, 'sectorCode' | 'validFrom'>[],
): Reason | undefined {
  if (validFrom < decidedOn) return { code: 'catalogue.list-before-decision', facts: { decidedOn, validFrom } }
  if (good.length === 0) return { code: 'catalogue.list-empty', facts: {} }
  const sectors = new Set(good.flatMap(({ sectorCodes }) => sectorCodes))
  const later = lists.find((list) => sectors.has(list.sectorCode) && list.validFrom >= validFrom)
  return later && { code: 'catalogue.list-not-after', facts: { sector: later.sectorCode, validFrom: later.validFrom } }
}
