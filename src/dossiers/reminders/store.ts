import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Audience, Rung } from './ladder.ts'
import type { ReminderKey, Told } from './reminder.ts'

/** A reminder as it was handled; nobody told: it was overtaken by a later one. */
export type HandledReminder = ReminderKey & {
  side: Rung['side']
  stepName: string | null
  fallsAt: Date
  handledAt: Date
  told: Told[]
}

export function handledReminders(db: Db, dossierId: string): Promise<HandledReminder[]> {
  return rows(
    db,
    sql<HandledReminder>`
      select about, rung, mark_at, side, step_name, falls_at, handled_at, told from dossiers.reminder
      where dossier_id = ${dossierId} order by handled_at, falls_at`,
  )
}

/** Writes what was handled and when the dossier is to be looked at next; what was handled before stays as it is. */
export async function saveReminders(
  db: Db,
  { dossierId, unitId, nextAt }: { dossierId: string; unitId: string; nextAt: Date | null },
  handled: readonly HandledReminder[],
): Promise<void> {
  if (handled.length > 0) {
    const values = handled.map((one) => ({ ...one, audiences: [...new Set(one.told.map(({ as }) => as))] }))
    await execute(
      db,
      sql`
        insert into dossiers.reminder (dossier_id, about, rung, mark_at, unit_id, side, step_name, falls_at, handled_at,
          audiences, told, announced_at)
        select ${dossierId}::uuid, r.about, r.rung, r."markAt", ${unitId}::uuid, r.side, r."stepName", r."fallsAt",
          r."handledAt", r.audiences, r.told, case when r.told = '[]'::jsonb then r."handledAt" end
        from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(about text, rung text, "markAt" timestamptz, side text,
          "stepName" text, "fallsAt" timestamptz, "handledAt" timestamptz, audiences text[], told jsonb)
        on conflict on constraint reminder_pk do nothing`,
    )
  }
  await execute(db, sql`update dossiers.dossier set remind_at = ${nextAt} where id = ${dossierId}`)
}

/** Units that have dossiers to look at, and since when the first of them waits. One step of the index for each unit. */
export function unitsToRemind(db: Db, now: Date): Promise<{ unitId: string; since: Date }[]> {
  return rows(
    db,
    sql<{ unitId: string; since: Date }>`
      with recursive unit (unit_id, since) as (
        (select competent_unit_id, remind_at from dossiers.dossier where remind_at is not null
         order by competent_unit_id, remind_at limit 1)
        union all
        select next.* from unit, lateral (
          select competent_unit_id, remind_at from dossiers.dossier
          where remind_at is not null and competent_unit_id > unit.unit_id order by competent_unit_id, remind_at limit 1) next
      )
      select unit_id, since from unit where since <= ${now} order by since`,
  )
}

/** Dossiers of a unit to be looked at now, those that wait longest first. */
export async function dossiersToRemind(db: Db, unitId: string, now: Date, limit: number): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select id from dossiers.dossier where competent_unit_id = ${unitId} and remind_at is not null and remind_at <= ${now}
      order by remind_at, id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** How many dossiers wait to be looked at, counting no further than `most` in each unit. */
export async function countToRemind(db: Db, now: Date, most: number): Promise<number> {
  const units = (await unitsToRemind(db, now)).map(({ unitId }) => unitId)
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from unnest(${units}::uuid[]) as u(id), lateral (
        select 1 from dossiers.dossier where competent_unit_id = u.id and remind_at is not null and remind_at <= ${now}
        limit ${most}) waiting`,
  )
  return Number(count)
}

/** A reminder to be handed on to those told. */
export type ReminderToTell = Omit<HandledReminder, 'handledAt' | 'fallsAt' | 'rung'> & {
  dossierId: string
  code: string
}

/** Units whose people have not heard yet of what was written down: a round broke off in between. */
export async function unitsToTell(db: Db): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ unitId: string }>`select distinct unit_id from dossiers.reminder where announced_at is null`,
  )
  return found.map(({ unitId }) => unitId)
}

/** Marks what a unit's people have not heard yet as handed on, and gives it. Two at once never give the same. */
export function announceReminders(db: Db, unitId: string, now: Date, limit: number): Promise<ReminderToTell[]> {
  return rows(
    db,
    sql<ReminderToTell>`
      with taken as (
        select dossier_id, about, rung, mark_at from dossiers.reminder where unit_id = ${unitId} and announced_at is null
        order by handled_at limit ${limit} for update skip locked
      )
      update dossiers.reminder r set announced_at = ${now} from taken t, dossiers.dossier d
      where r.dossier_id = t.dossier_id and r.about = t.about and r.rung = t.rung and r.mark_at = t.mark_at
        and d.id = r.dossier_id
      returning r.dossier_id, d.code, r.about, r.side, r.mark_at, r.step_name, r.told`,
  )
}

/** Whom an officer's delay was brought before. */
export type Escalation = Exclude<Audience, 'officer'>

/** How far the matter of each dossier went up for what is late now: to the head, or to the one-stop desk. */
export async function escalationsOf(db: Db, dossierIds: readonly string[]): Promise<Map<string, Escalation>> {
  const found = await rows(
    db,
    sql<{ dossierId: string; to: 'head' | 'desk' }>`
      select r.dossier_id, case when bool_or('desk' = any(r.audiences)) then 'desk' else 'head' end as to
      from dossiers.reminder r
        join dossiers.dossier d on d.id = r.dossier_id and d.finished_at is null
      where r.dossier_id = any(${[...dossierIds]}::uuid[]) and r.side = 'after' and r.audiences && array['head', 'desk']
        and (r.about = 'due' and r.mark_at = d.due_at or r.about = 'step' and r.handled_at >= (
          select max(s.at) from dossiers.step s where s.dossier_id = d.id and s.from_handling is distinct from s.to_handling))
      group by r.dossier_id`,
  )
  return new Map(found.map(({ dossierId, to }) => [dossierId, to]))
}
