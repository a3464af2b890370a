import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { unitNow, type Unit } from '../../organisation/index.ts'

/** A body a process names, as it is today; `unit` is missing when nobody certain took over from it. */
export type BodyNow = { code: string; unit: Unit | undefined }

/** The bodies a process named when it came into force, as they are today after mergers and changes of name. */
export function bodiesNow(db: Db, codes: readonly string[], namedOn: LegalDate, today: LegalDate): Promise<BodyNow[]> {
  return Promise.all(
    codes.map(async (named) => {
      const unit = await unitNow(db, named, namedOn, today)
      return { code: unit?.code ?? named, unit }
    }),
  )
}
