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
  'provinceCode' | 'applicant' | 'submitter' | 'receivedByUnitId' | 'competentUnitId' | 'helpedAtUnitId'
>

/**
 * What a dossier is found by: every word of its names under every unit that may look for it, and under the province for those
 * who look over many. A search then reads the rows of its own unit alone, however many dossiers the province keeps.
 */
export function searchKeysOf({ applicant, submitter, provinceCode, ...held }: Filed): string[] {
  const words = searchWords(`${nameOf(applicant)} ${applicant.fullName} ${submitter.fullName}`)
  const units = [held.receivedByUnitId, held.competentUnitId, held.helpedAtUnitId].filter((unitId) => unitId !== null)
  return [provinceCode, ...new Set(units.map(unitKey))].flatMap((under) => keysUnder(under, words))
}

export function keysUnder(under: string, words: readonly string[]): string[] {
  return words.map((word) => `${under}:${word}`)
}
