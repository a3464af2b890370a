import type { LegalDate } from '../../platform/dates.ts'
import { execute, rows, sql, type Db } from '../../platform/db.ts'
import { levelInForce, type DemandableLevel, type DemandedLevel } from './demanded-level.ts'

export type SetLevel = DemandedLevel & { id: string; basis: string; byAccountId: string; byName: string; at: Date }

/** Everything that was set, the newest first. */
export function levelsSet(db: Db): Promise<SetLevel[]> {
  return rows(
    db,
    sql<SetLevel>`
      select id, procedure_code, valid_from, level, basis, by_account_id, by_name, at from signing.demanded_level
      order by valid_from desc, procedure_code nulls first limit 500`,
  )
}

/** False when a level is set from that day already. */
export async function insertLevel(db: Db, one: SetLevel): Promise<boolean> {
  const changed = await execute(
    db,
    sql`insert into signing.demanded_level (id, procedure_code, valid_from, level, basis, by_account_id, by_name, at)
        values (${one.id}, ${one.procedureCode}, ${one.validFrom}, ${one.level}, ${one.basis}, ${one.byAccountId}, ${one.byName},
          ${one.at})
        on conflict do nothing`,
  )
  return changed === 1
}

/** The level a document of this procedure is issued at. */
export async function levelDemanded(db: Db, procedureCode: string | null, on: LegalDate): Promise<DemandableLevel> {
  const set = await rows(
    db,
    sql<DemandedLevel>`
      select procedure_code, valid_from, level from signing.demanded_level
      where valid_from <= ${on} and (procedure_code is null or procedure_code = ${procedureCode})`,
  )
  return levelInForce(set, procedureCode, on)
}
