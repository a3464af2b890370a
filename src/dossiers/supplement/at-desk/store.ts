import { execute, maybeRow, rows, sql, type Db } from '../../../platform/db.ts'
import type { HalfTaking, SupplementTaken } from './taking.ts'

export type TakenRow = SupplementTaken & { requestNo: number; byAccountId: string; at: Date }

export async function insertTaken(db: Db, dossierId: string, { items, ...taken }: TakenRow): Promise<void> {
  await execute(
    db,
    sql`
      with taken as (
        insert into dossiers.supplement_taken (dossier_id, request_no, channel, unit_id, by_account_id, by_name, brought_by, at)
        values (${dossierId}, ${taken.requestNo}, ${taken.channel}, ${taken.unitId}, ${taken.byAccountId}, ${taken.byName},
          ${taken.broughtBy}, ${taken.at})
        returning dossier_id, request_no
      )
      insert into dossiers.supplement_taken_item (dossier_id, request_no, item_no, form, reason)
      select taken.dossier_id, taken.request_no, i.no, i.form, i.reason
      from taken, jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(no int, form text, reason text)`,
  )
}

/** Which desks took answers for a dossier. */
export async function takingUnitsOf(db: Db, dossierId: string): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ unitId: string }>`select distinct unit_id from dossiers.supplement_taken where dossier_id = ${dossierId}`,
  )
  return found.map(({ unitId }) => unitId)
}

export function halfTakingOf(db: Db, dossierId: string, requestNo: number): Promise<HalfTaking | undefined> {
  return maybeRow(
    db,
    sql<HalfTaking>`select channel, brought_by, items, senders, saved_at, saved_by_name from dossiers.half_taking
      where dossier_id = ${dossierId} and request_no = ${requestNo}`,
  )
}

export async function saveHalfTaking(
  db: Db,
  dossierId: string,
  requestNo: number,
  { channel, broughtBy, items, senders, savedAt, savedByName }: HalfTaking,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.half_taking
        (dossier_id, request_no, channel, brought_by, items, senders, saved_at, saved_by_name)
      values (${dossierId}, ${requestNo}, ${channel}, ${broughtBy}, ${JSON.stringify(items)}::jsonb, ${senders}::text[],
        ${savedAt}, ${savedByName})
      on conflict on constraint half_taking_pk do update set channel = excluded.channel, brought_by = excluded.brought_by,
        items = excluded.items, senders = excluded.senders, saved_at = excluded.saved_at,
        saved_by_name = excluded.saved_by_name`,
  )
}

/** The dossier was answered: what lay half taken at a desk goes. */
export async function forgetHalfTaking(db: Db, dossierId: string): Promise<void> {
  await execute(db, sql`delete from dossiers.half_taking where dossier_id = ${dossierId}`)
}

export type Sought = { personalId: string } | { phone: string }

/** Codes of dossiers that wait for papers of somebody, as applicant or as submitter; the newest first. */
export async function waitingCodes(db: Db, sought: Sought, limit: number): Promise<string[]> {
  const isTheirs =
    'phone' in sought
      ? sql`(applicant ->> 'phone' = ${sought.phone} or submitter ->> 'phone' = ${sought.phone})`
      : sql`(applicant_personal_id = ${sought.personalId} or submitter ->> 'personalId' = ${sought.personalId})`
  const found = await rows(
    db,
    sql<{ code: string }>`select code from dossiers.dossier
      where handling = 'awaiting-supplement' and ${isTheirs} order by id desc limit ${limit}`,
  )
  return found.map(({ code }) => code)
}
