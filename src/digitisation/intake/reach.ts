import { unitsOf, type Actor, type Role } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Page, Scan } from './scan.ts'
import { pageById, scanById, scanForUpdate } from './store.ts'

/** Who takes papers in: at the desk, and at an agency's own registry. */
export const SCANNERS = ['intake-officer', 'clerk'] as const satisfies Role[]

export function scanningUnits(actor: Actor): string[] {
  return [...new Set(SCANNERS.flatMap((role) => unitsOf(actor, role)))]
}

/** A scan of a desk of this person's; another desk's is not there. */
export async function scanWithinReach(db: Db, actor: Actor, scanId: string): Promise<Scan> {
  return reached(actor, await scanById(db, scanId))
}

/** The same, held until the action is over. */
export async function scanToChange(db: Db, actor: Actor, scanId: string): Promise<Scan> {
  return reached(actor, await scanForUpdate(db, scanId))
}

/** A page of such a scan, with the scan held. */
export async function pageToChange(db: Db, actor: Actor, pageId: string): Promise<{ page: Page; scan: Scan }> {
  const found = await pageById(db, pageId)
  if (!found) throw new Refusal('platform.not-found')
  const scan = await scanToChange(db, actor, found.scanId)
  const page = await pageById(db, pageId)
  if (!page) throw new Refusal('platform.not-found')
  return { page, scan }
}

function reached(actor: Actor, scan: Scan | undefined): Scan {
  const isWithin = scan && (actor.kind === 'system' || scanningUnits(actor).includes(scan.unitId))
  if (!isWithin) throw new Refusal('platform.not-found')
  return scan
}
