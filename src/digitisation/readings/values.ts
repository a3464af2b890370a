import type { LegalDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import type { Hint } from '../bench/hint.ts'
import { needsTwo } from '../bench/second-check.ts'
import type { PaperValue } from '../bench/value.ts'
import type { SaidField } from './paper-says.ts'

/** What a paper says, as values nobody has looked at yet. */
export function unseenValues(
  paperId: string,
  type: string | null,
  fields: readonly SaidField[],
  hints: ReadonlyMap<string, Hint[]>,
  on: LegalDate,
): PaperValue[] {
  return fields.map((field, at) => {
    const { name, label, source, text: readText, normalised, confidence, page, box, alternatives, faults } = field
    const own = hints.get(name) ?? []
    const doubted = { confidence, faults, hints: own, source, readText }
    return {
      ...doubted,
      id: newId(),
      paperId,
      place: at + 1,
      name,
      label,
      page,
      box: box ?? null,
      readNormalised: normalised ?? null,
      alternatives,
      needsTwo: needsTwo(type, doubted, on),
      state: 'read',
      first: null,
      second: null,
      settled: null,
      version: 1,
    }
  })
}
