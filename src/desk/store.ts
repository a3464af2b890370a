import type { LegalDate } from '../platform/dates.ts'
import { execute, rows, sql, type Db } from '../platform/db.ts'
import type { Channel } from '../dossiers/index.ts'
import type { Guidance, GuidanceItem } from './guidance.ts'

export type ReceptionCount = { unitId: string; receivedOn: LegalDate; procedureCode: string; channel: Channel }

/** Nothing happens when the dossier has been counted before: a dossier is received once. */
export async function insertReception(
  db: Db,
  dossierId: string,
  { unitId, receivedOn, procedureCode, channel }: ReceptionCount,
): Promise<void> {
  await execute(
    db,
    sql`insert into desk.reception (dossier_id, unit_id, received_on, procedure_code, channel)
        values (${dossierId}, ${unitId}, ${receivedOn}, ${procedureCode}, ${channel}) on conflict do nothing`,
  )
}

/** How many dossiers a desk received on a day, by channel. */
export async function receivedOnDay(db: Db, unitId: string, on: LegalDate): Promise<Partial<Record<Channel, number>>> {
  const found = await rows(
    db,
    sql<{ channel: Channel; count: number }>`
      select channel, count(*)::int as count from desk.reception where unit_id = ${unitId} and received_on = ${on} group by channel`,
  )
  return Object.fromEntries(found.map(({ channel, count }) => [channel, count]))
}

/** Procedures a desk received most since a day, with how often. */
export function mostReceived(
  db: Db,
  unitId: string,
  since: LegalDate,
  limit: number,
): Promise<{ procedureCode: string; count: number }[]> {
  return rows(
    db,
    sql<{ procedureCode: string; count: number }>`
      select procedure_code, count(*)::int as count from desk.reception
      where unit_id = ${unitId} and received_on >= ${since}
      group by procedure_code order by count desc, procedure_code limit ${limit}`,
  )
}

export async function insertGuidance(
  db: Db,
  { draftId, no, procedureCode, unitId, items, whyAgain, fileId, byAccountId, byName, at }: Guidance,
): Promise<void> {
  await execute(
    db,
    sql`insert into desk.guidance (draft_id, no, procedure_code, unit_id, items, why_again, file_id, by_account_id, by_name, at)
        values (${draftId}, ${no}, ${procedureCode}, ${unitId}, ${JSON.stringify(items)}::jsonb, ${whyAgain}, ${fileId}, ${byAccountId}, ${byName}, ${at})`,
  )
}

/** What the person of a draft was told so far, the first time first. */
export function guidanceOf(db: Db, draftId: string): Promise<Guidance[]> {
  return rows(
    db,
    sql<Omit<Guidance, 'items'> & { items: GuidanceItem[] }>`
      select draft_id, no, procedure_code, unit_id, items, why_again, file_id, by_account_id, by_name, at
      from desk.guidance where draft_id = ${draftId} order by no`,
  )
}
