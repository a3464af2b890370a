import file from '../../../data/digitisation/originals.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import type { ScanSource } from '../intake/scan.ts'

/** quy định giữ bản gốc: how long the file a scan came in is kept, as data with days. */
export type OriginalsRule = {
  code: string
  from: LegalDate
  sources: readonly string[]
  types: readonly string[]
  keep: 'always' | number
  /** Told to people: by what the file went. */
  ground: string
}

export const RULES = file.rules as readonly OriginalsRule[]

const names = (list: readonly string[], one: string | null) =>
  list.includes('*') || (one !== null && list.includes(one))

/** The last rule in force that names the way in and the kind of paper. */
export function originalsRule(
  source: ScanSource,
  type: string | null,
  on: LegalDate,
  rules: readonly OriginalsRule[] = RULES,
): OriginalsRule | undefined {
  return rules.findLast((rule) => rule.from <= on && names(rule.sources, source) && names(rule.types, type))
}

/** Of several papers in one file the rule that keeps it longest; undefined where one of them has none: then it is kept. */
export function longest(rules: readonly (OriginalsRule | undefined)[]): OriginalsRule | undefined {
  return rules.reduce((one, other) => (one && other && days(other) > days(one) ? other : one && other && one))
}

const days = ({ keep }: OriginalsRule) => (keep === 'always' ? Infinity : keep)

/** The shortest time any rule in force asks for; nothing while all of them keep for ever. */
export function shortestKeeping(on: LegalDate, rules: readonly OriginalsRule[] = RULES): number | undefined {
  const ending = rules.filter(({ from, keep }) => from <= on && keep !== 'always').map(days)
  return ending.length === 0 ? undefined : Math.min(...ending)
}
