import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { ClockEntry } from './clock-entry.ts'

export function clockEntriesOf(db: Db, dossierId: string): Promise<ClockEntry[]> {
  return rows(
    db,
    sql<ClockEntry>`
      select no, kind, at, ground, until, document, legal_basis, reason, by_account_id, by_name, due_at, due_on, rules_on,
        rules_version
      from dossiers.clock_event where dossier_id = ${dossierId} order by no`,
  )
}

export async function insertClockEntry(db: Db, dossierId: string, entry: ClockEntry): Promise<void> {
  await execute(
    db,
    sql`
      insert into dossiers.clock_event (dossier_id, no, kind, at, ground, until, document, legal_basis, reason, by_account_id,
        by_name, due_at, due_on, rules_on, rules_version)
      values (${dossierId}, ${entry.no}, ${entry.kind}, ${entry.at}, ${entry.ground}, ${entry.until}, ${entry.document},
        ${entry.legalBasis}, ${entry.reason}, ${entry.byAccountId}, ${entry.byName}, ${entry.dueAt}, ${entry.dueOn},
        ${entry.rulesOn}, ${entry.rulesVersion})`,
  )
}
