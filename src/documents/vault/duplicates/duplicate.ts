import { foldText } from '../../../platform/text.ts'
import { isSurer, type VaultEntry } from '../entry.ts'

/** How alike two papers of one owner are: every mark agrees, or what is known of them does. */
export type Likeness = 'same' | 'maybe'
export const DUPLICATE_OUTCOMES = ['same-paper', 'other-paper'] as const
export type DuplicateOutcome = (typeof DUPLICATE_OUTCOMES)[number]

/** giấy tờ trùng: one that came in looks like one that was there. */
export type Duplicate = {
  id: string
  entryId: string
  twinId: string
  likeness: Likeness
  /** Who looks at it: the unit that took the later one in. */
  unitId: string
  foundAt: Date
  outcome: DuplicateOutcome | null
}

type Marks = Pick<VaultEntry, 'typeCode' | 'number' | 'issuer' | 'issuedOn'>

/** Numbers are written with and without spaces, dots and dashes. */
const plain = (text: string) => foldText(text).replace(/[\s.\-–_/]+/g, '')

/**
 * Papers with other content may be one paper, scanned twice: by type, number, issuer and day. A number is given anew every year, so
 * another day of issue is another paper.
 */
export function likenessOf(one: Marks, other: Marks): Likeness | undefined {
  if (one.typeCode === null || one.typeCode !== other.typeCode) return undefined
  if (one.number === null || other.number === null || plain(one.number) !== plain(other.number)) return undefined
  if (one.issuedOn !== null && other.issuedOn !== null && one.issuedOn !== other.issuedOn) return undefined
  const isWhole = [one, other].every(({ issuer, issuedOn }) => issuer !== null && issuedOn !== null)
  return isWhole && plain(one.issuer ?? '') === plain(other.issuer ?? '') ? 'same' : 'maybe'
}

/** Which of two scans of one paper stays in force: the surer, of equals the later. */
export function betterOf(entry: VaultEntry, twin: VaultEntry): { stays: VaultEntry; ends: VaultEntry } {
  return isSurer(twin.proof, entry.proof) ? { stays: twin, ends: entry } : { stays: entry, ends: twin }
}
