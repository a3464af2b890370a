import { foldText } from '../../platform/text.ts'
import { papersOf, type ProcedureContent } from '../procedure.ts'

export type SearchText = {
  /** Folded name without the word "thủ tục": what typing is compared with. */
  nameKey: string
  accentedName: string
  /** Folded: sectors, results, cases, keywords. */
  related: string
  /** Folded: papers to hand in. */
  papers: string
}

export function searchTextOf(procedure: ProcedureContent): SearchText {
  const related = [
    ...procedure.sectors.map(({ name }) => name),
    ...procedure.results.map(({ name }) => name),
    ...procedure.cases.map(({ name }) => name),
    procedure.keywords,
  ]
  return {
    nameKey: foldText(procedure.name).replace(/^thu tuc /, ''),
    accentedName: procedure.name.toLowerCase(),
    related: foldText([...new Set(related)].join(' ')),
    papers: foldText(
      papersOf(procedure)
        .map(({ name }) => name.slice(0, 120))
        .join(' '),
    ),
  }
}
