import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { LinkedPart, PartEnd } from './linked-part.ts'

export type NewPart = Omit<
  LinkedPart,
  'acceptedAt' | 'acceptedByName' | 'ended' | 'resentAs' | 'lastRemindedAt' | 'reminderCount'
> & {
  /** Before its term ends; null where that is too near. */
  remindAt: Date | null
}

/** Writes parts that are sent. */
export async function insertParts(db: Db, parts: readonly NewPart[]): Promise<void> {
  await execute(
    db,
    sql`
      with sent as (
        insert into dossiers.linked_part (dossier_id, id, no, step_code, direction, unit_id, desk_unit_id, duty, due_at, due_on,
          remind_at, sent_at, by_account_id, by_name, note, shows_answers)
        select p."dossierId", p.id, p.no, p."stepCode", p.direction, p."unitId", p."deskUnitId", p.duty, p."dueAt", p."dueOn",
          p."remindAt", p."sentAt", p."byAccountId", p."byName", p.note, p."showsAnswers"
        from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p("dossierId" uuid, id uuid, no int, "stepCode" text,
          direction text, "unitId" uuid, "deskUnitId" uuid, duty text, "dueAt" timestamptz, "dueOn" date,
          "remindAt" timestamptz, "sentAt" timestamptz, "byAccountId" uuid, "byName" text, note text, "showsAnswers" boolean)
      )
      insert into dossiers.linked_part_file (dossier_id, part_id, file_id, name)
      select p."dossierId", p.id, f."fileId", f.name
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p("dossierId" uuid, id uuid, files jsonb),
        jsonb_to_recordset(p.files) as f("fileId" uuid, name text)`,
  )
}

type PartRow = Omit<LinkedPart, 'ended' | 'files'> & {
  endedAt: Date | null
  endedKind: PartEnd['kind'] | null
  endedByName: string
  outcome: PartEnd['outcome']
  endNote: string | null
  endFileId: string | null
  legalBasis: string | null
}

const PART = sql.raw(
  `id, dossier_id, no, step_code, direction, unit_id, desk_unit_id, duty, due_at, due_on, sent_at, by_account_id, by_name, note,
   shows_answers, accepted_at, accepted_by_name, resent_as, last_reminded_at, reminder_count, ended_at, ended_kind,
   ended_by_name, outcome, end_note, end_file_id, legal_basis`,
)

/** Every part of a dossier, in the order they were sent. */
export async function partsOf(db: Db, dossierId: string): Promise<LinkedPart[]> {
  const found = await rows(
    db,
    sql<PartRow>`select ${PART} from dossiers.linked_part where dossier_id = ${dossierId} order by no`,
  )
  if (found.length === 0) return []
  const files = await rows(
    db,
    sql<{ partId: string; fileId: string; name: string }>`
      select part_id, file_id, name from dossiers.linked_part_file where dossier_id = ${dossierId} order by name, file_id`,
  )
  return found.map(({ endedAt, endedKind, endedByName, outcome, endNote, endFileId, legalBasis, ...part }) => ({
    ...part,
    ended:
      endedAt && endedKind
        ? { kind: endedKind, at: endedAt, byName: endedByName, outcome, note: endNote, fileId: endFileId, legalBasis }
        : null,
    files: files.filter(({ partId }) => partId === part.id).map(({ fileId, name }) => ({ fileId, name })),
  }))
}

/** The parts of a dossier, held until the transaction ends: what becomes of them comes one after the other. */
export async function partsForUpdate(db: Db, dossierId: string): Promise<LinkedPart[]> {
  await rows(db, sql`select 1 from dossiers.linked_part where dossier_id = ${dossierId} order by no for update`)
  return partsOf(db, dossierId)
}

/** Which dossier and which bodies a part belongs to. */
export type PartPlace = { dossierId: string; unitId: string; deskUnitId: string | null; receivedByUnitId: string }

export function placeOfPart(db: Db, partId: string): Promise<PartPlace | undefined> {
  return maybeRow(
    db,
    sql<PartPlace>`
      select p.dossier_id, p.unit_id, p.desk_unit_id, d.received_by_unit_id
      from dossiers.linked_part p join dossiers.dossier d on d.id = p.dossier_id where p.id = ${partId}`,
  )
}

/** Whether what a step of the process demands has been sent. */
export async function isStepSent(db: Db, dossierId: string, stepCode: string): Promise<boolean> {
  const found = await maybeRow(
    db,
    sql`select 1 from dossiers.linked_part where dossier_id = ${dossierId} and step_code = ${stepCode} limit 1`,
  )
  return found !== undefined
}

export async function acceptPartRow(
  db: Db,
  partId: string,
  by: { acceptedAt: Date; acceptedByAccountId: string; acceptedByName: string },
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.linked_part set accepted_at = ${by.acceptedAt}, accepted_by_account_id = ${by.acceptedByAccountId},
          accepted_by_name = ${by.acceptedByName}
        where id = ${partId}`,
  )
}

/** Ends the work on a part; what came back may so be let go later. */
export async function endPartRow(db: Db, partId: string, end: PartEnd, byAccountId: string): Promise<void> {
  await execute(
    db,
    sql`update dossiers.linked_part set ended_at = ${end.at}, ended_kind = ${end.kind}, ended_by_account_id = ${byAccountId},
          ended_by_name = ${end.byName}, outcome = ${end.outcome}, end_note = ${end.note}, end_file_id = ${end.fileId},
          legal_basis = ${end.legalBasis}
        where id = ${partId}`,
  )
}

export async function markResent(db: Db, partId: string, resentAs: string): Promise<void> {
  await execute(db, sql`update dossiers.linked_part set resent_as = ${resentAs} where id = ${partId}`)
}

export async function markPartReminded(db: Db, partId: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update dossiers.linked_part set last_reminded_at = ${now}, reminder_count = reminder_count + 1 where id = ${partId}`,
  )
}
