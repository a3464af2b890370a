import { placesOn } from '../organisation/index.ts'
import type { Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import kinds from '../../data/digitisation/kinds.json' with { type: 'json' }
import { calibrationInForce, SHIPPED_CALIBRATION } from './calibration/store.ts'
import { templates } from './extraction/template.ts'
import type { KnownOfPapers } from './extraction/understand-paper.ts'
import { templatesInForce } from './templates/templates-in-force.ts'

/** What papers are held against on a day, as administrators have it in force. */
export async function knownOn(db: Db, today: LegalDate): Promise<KnownOfPapers> {
  const [communes, inForce, calibration] = await Promise.all([
    placesOn(today),
    templatesInForce(db),
    calibrationInForce(db),
  ])
  return { today, communes, templates: inForce, calibration, kinds }
}

/** The same as it comes with the system, where there is no database. */
export async function shippedKnown(today: LegalDate): Promise<KnownOfPapers> {
  return { today, communes: await placesOn(today), templates, calibration: SHIPPED_CALIBRATION, kinds }
}
