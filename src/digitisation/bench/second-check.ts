import file from '../../../data/digitisation/second-check.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import { isSure, type PaperValue } from './value.ts'

/** kiểm hai người: the kinds of papers whose doubtful values two people look at, as data with days. */
export function needsTwo(
  type: string | null,
  value: Parameters<typeof isSure>[0] & Pick<PaperValue, 'readText'>,
  on: LegalDate,
): boolean {
  const rule = file.rules.findLast(({ from }) => from <= on)
  if (type === null || value.source === 'none') return false
  return rule !== undefined && rule.types.includes(type) && !isSure(value)
}
