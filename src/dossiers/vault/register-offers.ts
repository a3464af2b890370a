import registers from '../../../data/vault/registers.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import { foldText } from '../../platform/text.ts'
import { bareName, isOneOff, type WantedPaper } from '../../documents/index.ts'
import type { CitizenSource } from '../../identity/index.ts'

type RegisterRule = {
  type: string
  names: readonly string[]
  /** Words around a name that change nothing. */
  begin: readonly string[]
  end: readonly string[]
  from: LegalDate
  registers: readonly string[]
  ground: string
}
const RULES: readonly RegisterRule[] = registers.rules

/** What a register of the State knows of the person who files. */
export type KnownPerson = { source: CitizenSource; toldAt?: Date }

/** A paper that need not be handed in: a register holds what it says. */
export type RegisterOffer = {
  componentCode: string
  typeCode: string
  register: 'identity-provider' | 'citizen-registry'
  toldAt: Date | null
  ground: string
}

/** Whether every alternative of a paper's name is one that the rule knows: of what may be something else nothing is said. */
function standsFor({ names, begin, end }: RegisterRule, paper: WantedPaper): boolean {
  if (isOneOff(paper)) return false
  const known = new Set(names.map(foldText))
  const bare = (text: string) => {
    const begun = begin
      .map(foldText)
      .reduce((left, word) => (left.startsWith(`${word} `) ? left.slice(word.length + 1) : left), bareName(text))
    return end
      .map(foldText)
      .reduce((left, word) => (left.endsWith(` ${word}`) ? left.slice(0, -word.length - 1) : left), begun)
  }
  return bareName(paper.name)
    .split(/, | hoac |\//)
    .every((alternative) => known.has(bare(alternative)))
}

/** Căn cứ: Nghị định 118/2025/NĐ-CP (không yêu cầu nộp giấy tờ đã có trong cơ sở dữ liệu); the rules are dated data. */
export function registerOffers(
  wanted: readonly WantedPaper[],
  person: KnownPerson | undefined,
  on: LegalDate,
): RegisterOffer[] {
  if (!person || person.source === 'desk') return []
  const { source: register, toldAt = null } = person
  return wanted.flatMap((paper) => {
    const rule = RULES.find((one) => one.from <= on && one.registers.includes(register) && standsFor(one, paper))
    return rule ? [{ componentCode: paper.code, typeCode: rule.type, register, toldAt, ground: rule.ground }] : []
  })
}
