import type { LegalDate } from '../../platform/dates.ts'
import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { ClockEntry, DueFields } from './clock-entry.ts'

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

/** Open dossiers of a body (null: of all) whose promised day is on or after a day, by id. */
export async function datedDossiers(
  db: Db,
  unitId: string | null,
  from: LegalDate,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select id from dossiers.dossier
      where handling in ('received', 'appraising', 'awaiting-approval', 'awaiting-signature', 'awaiting-seal')
        and (${unitId}::uuid is null or competent_unit_id = ${unitId}::uuid) and due_on >= ${from}::date
        and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** Lets nobody else move the dossier until this transaction ends. */
export async function lockDossier(db: Db, dossierId: string): Promise<void> {
  await execute(db, sql`select 1 from dossiers.dossier where id = ${dossierId} for update`)
}

/** Writes dates that changed without a move of the dossier; its version stays. */
export async function saveDates(
  db: Db,
  dossierId: string,
  fields: DueFields,
  { queueAt, now }: { queueAt: Date; now: Date },
): Promise<void> {
  await execute(
    db,
    sql`
      update dossiers.dossier set due_at = ${fields.dueAt}, due_on = ${fields.dueOn}, counts_from = ${fields.countsFrom},
        due_explanation = ${JSON.stringify(fields.dueExplanation)}::jsonb, queue_at = ${queueAt},
        remind_at = ${now}
      where id = ${dossierId}`,
  )
}
