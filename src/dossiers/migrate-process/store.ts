import type { LegalDate } from '../../platform/dates.ts'
import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Handling } from '../dossier.ts'

/** A running dossier that follows another version than the wanted one. */
export type PinnedDossier = {
  id: string
  code: string
  procedureCode: string
  processId: string
  handling: Handling
  dueOn: LegalDate | null
}

// Spelled as in the index `dossier_process`.
const RUNNING = sql.raw(`handling not in ('delivered', 'refused', 'withdrawn', 'stopped')`)

/** Running dossiers pinned to these processes, by id; of one procedure only, where one is named. */
export function runningUnder(
  db: Db,
  processIds: readonly string[],
  procedureCode: string | null,
  after: string | undefined,
  limit: number,
): Promise<PinnedDossier[]> {
  return rows(
    db,
    sql<PinnedDossier>`
      select id, code, procedure_code, process_id, handling, due_on from dossiers.dossier
      where ${RUNNING} and process_id = any(${[...processIds]})
        and (${procedureCode}::text is null or procedure_code = ${procedureCode})
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
      order by id limit ${limit}`,
  )
}

export async function countRunningUnder(
  db: Db,
  processIds: readonly string[],
  procedureCode: string | null,
): Promise<number> {
  const { n } = await oneRow(
    db,
    sql<{ n: number }>`
      select count(*)::int as n from dossiers.dossier
      where ${RUNNING} and process_id = any(${[...processIds]})
        and (${procedureCode}::text is null or procedure_code = ${procedureCode})`,
  )
  return n
}

/** Pins a dossier to another process, whose steps have other times; false when somebody changed the dossier since it was read. */
export async function pinProcess(
  db: Db,
  { id, version }: { id: string; version: number },
  processId: string,
  now: Date,
): Promise<boolean> {
  const changed = await execute(
    db,
    sql`
      update dossiers.dossier set process_id = ${processId}, version = version + 1, remind_at = least(remind_at, ${now})
      where id = ${id} and version = ${version}`,
  )
  return changed === 1
}
