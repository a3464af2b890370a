import { placesOn } from '../organisation/index.ts'
import type { Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import { calibrationInForce, SHIPPED_CALIBRATION } from './calibration/store.ts'
import { templates } from './extraction/template.ts'
import type { KnownOfPapers } from './extraction/understand-paper.ts'
import { kindsInForce, SHIPPED_KINDS } from './kinds/store.ts'
import { templatesInForce } from './templates/templates-in-force.ts'

/** What papers are held against on a day, as administrators have it in force. */
export async function knownOn(db: Db, today: LegalDate): Promise<KnownOfPapers> {
  const [communes, inForce, calibration, kinds] = await Promise.all([
    placesOn(today),
    templatesInForce(db),
    calibrationInForce(db),
    kindsInForce(db),
  ])
  return { today, communes, templates: inForce, calibration, kinds }
}

/** The same as it comes with the system, where there is no database. */
export async function shippedKnown(today: LegalDate): Promise<KnownOfPapers> {
  return { today, communes: await placesOn(today), templates, calibration: SHIPPED_CALIBRATION, kinds: SHIPPED_KINDS }
}
