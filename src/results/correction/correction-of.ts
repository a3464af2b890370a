import type { Db } from '../../platform/db.ts'
import { issuedOf } from '../issued-store.ts'
import type { IssuedDocument } from '../issued.ts'
import type { Result } from '../result.ts'
import { allResultsOf } from '../store.ts'
import { openCorrection, type Correction } from './correction.ts'
import { correctionsOf } from './store.ts'

/** A correction not yet issued, with the document it puts right. */
export type CorrectionUnderWay = Correction & { old: Result; issued: IssuedDocument }

export async function correctionUnderWay(db: Db, dossierId: string): Promise<CorrectionUnderWay | undefined> {
  const corrections = await correctionsOf(db, dossierId)
  if (corrections.length === 0) return undefined
  const results = await allResultsOf(db, dossierId)
  const correction = openCorrection(corrections, results)
  const old = correction && results.find(({ no }) => no === correction.oldNo)
  const issued = old && (await issuedOf(db, old))
  return correction && issued ? { ...correction, old, issued } : undefined
}
