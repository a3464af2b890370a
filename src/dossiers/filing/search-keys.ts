import { vietnamDate } from '../../platform/dates.ts'
import { foldText } from '../../platform/text.ts'
import { nameOf, type Dossier } from '../dossier.ts'

/** The tail of a unit's id: units made in one go share their first digits. */
export function unitKey(unitId: string): string {
  return unitId.slice(-12)
}

/** Words of a name as they are searched, without diacritics. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      foldText(text)
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== ''),
    ),
  ]
}

type Filed = Pick<
  Dossier,
  'submittedAt' | 'provinceCode' | 'applicant' | 'submitter' | 'receivedByUnitId' | 'competentUnitId' | 'helpedAtUnitId'
>

/**
 * What a dossier is found by: every word of its names under every unit that may look for it, and under the province for those
 * who look over many; each with the year. A search then reads its own unit alone and the newest years first, however many
 * dossiers the province keeps.
 */
export function searchKeysOf({ applicant, submitter, provinceCode, submittedAt, ...held }: Filed): string[] {
  const words = searchWords(`${nameOf(applicant)} ${applicant.fullName} ${submitter.fullName}`)
  const units = [held.receivedByUnitId, held.competentUnitId, held.helpedAtUnitId].filter((unitId) => unitId !== null)
  const year = yearOf(submittedAt)
  return [provinceCode, ...new Set(units.map(unitKey))].flatMap((under) => keysUnder(under, year, words))
}

export function keysUnder(under: string, year: number, words: readonly string[]): string[] {
  return words.map((word) => `${under}.${String(year % 100).padStart(2, '0')}:${word}`)
}

/** The year in Vietnam. */
export function yearOf(at: Date): number {
  return Number(vietnamDate(at).slice(0, 4))
}
