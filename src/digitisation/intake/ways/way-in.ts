import type { Reason } from '../../../platform/refusal.ts'
import type { Scan, SplitAt } from '../scan.ts'

export const WAY_KINDS = ['folder', 'mail', 'portal'] as const
export type WayKind = (typeof WAY_KINDS)[number]

/** Đường vào: what brings papers to a desk by itself. */
export type WayIn = {
  id: string
  kind: WayKind
  unitId: string
  /** Name of a scanner's folder, address of a box, or the desk's own id for what is filed online there. */
  place: string
  splitAt: SplitAt
  handsOn: Scan['handsOn']
  setUpBy: string
  setUpAt: Date
  endedAt: Date | null
}

const FOLDER = /^[a-z0-9][a-z0-9-]{0,60}$/
const ADDRESS = /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/

/** A folder is named, never placed: it lies below the one folder scanners may write to. */
export function whyNotPlace(kind: WayKind, place: string): Reason | undefined {
  if (kind === 'folder' && !FOLDER.test(place)) return { code: 'digitisation.folder-name' }
  if (kind === 'mail' && !ADDRESS.test(place)) return { code: 'digitisation.box-address' }
  return undefined
}

/** Addresses are compared without their case. */
export const plainAddress = (address: string) => address.trim().toLowerCase()
