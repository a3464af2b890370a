import { rows, sql, type Db } from '../../platform/db.ts'
import file from '../../../data/digitisation/calibration.json' with { type: 'json' }
import { learningIn, type Learned } from '../learning/store.ts'
import type { Calibration } from './calibration.ts'
import type { Verdict } from './fit.ts'

export const SHIPPED_CALIBRATION: Calibration = file

/** How many values told as sure were right, and how far what was told lay from what came true. */
export type Measured = { count: number; sure: number; sureRight: number; brier: number }
export type BeforeAfter = { learnedFrom: number; before: Measured; after: Measured }

export type StoredCalibration = Learned<Calibration, BeforeAfter>
export const calibrations = learningIn<Calibration, BeforeAfter>(sql`digitisation.calibration`)

export async function calibrationInForce(db: Db): Promise<Calibration> {
  return (await calibrations.inForce(db)) ?? SHIPPED_CALIBRATION
}

/** The first look of a person at each value, one at a time: whoever confirms many together looks less closely. */
export function verdicts(db: Db): Promise<Verdict[]> {
  return rows(
    db,
    sql<Verdict>`
      select confidence, verdict = 'accepted' as is_right from digitisation.judgement
      where kind = 'value' and turn = 'first' and way = 'single' and confidence > 0 and confidence < 0.999
      order by at, id`,
  )
}
