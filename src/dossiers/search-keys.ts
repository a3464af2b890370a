import { foldText } from '../platform/text.ts'
import { nameOf, type Dossier } from './dossier.ts'

/** The tail of a unit's id: units made in one go share their first digits. */
export function unitKey(unitId: string): string {
  return unitId.slice(-12)
}

/** Words of a name as they are searched, without diacritics. */
export function searchWords(text: string): string[] {
  return [...new Set(foldText(text).split(/[^a-z0-9]+/).filter((word) => word !== ''))]
}

type Filed = Pick<Dossier, 'applicant' | 'submitter' | 'receivedByUnitId' | 'competentUnitId' | 'helpedAtUnitId'>

/**
 * What a dossier is found by: every word of its names under every unit that may look for it. A search then reads the rows of
 * its own unit alone, and costs the same however many dossiers the province keeps.
 */
export function searchKeysOf({ applicant, submitter, ...held }: Filed): string[] {
  const words = searchWords(`${nameOf(applicant)} ${applicant.fullName} ${submitter.fullName}`)
  const units = [held.receivedByUnitId, held.competentUnitId, held.helpedAtUnitId].filter((unitId) => unitId !== null)
  return [...new Set(units)].flatMap((unitId) => words.map((word) => `${unitKey(unitId)}:${word}`))
}
