import type { LegalDate } from '../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import type { SourcedWeek } from './calendar-files.ts'
import type { Closure } from './closure.ts'
import type { DeadlineRule } from './deadline-rules.ts'
import type { UnitWeek } from './unit-week.ts'
import type { CalendarDay, WorkingWeek } from './working-calendar.ts'

/** Weeks of the province and of the unit that are in force on `on` or later; those of the unit go first. */
export async function weeksOf(db: Db, unitId: string | null, on: LegalDate): Promise<WorkingWeek[]> {
  return rows(
    db,
    sql<WorkingWeek>`select unit_id is not null as of_unit, valid_from, valid_to, sessions, recorded_at, order_no as "order"
        from deadlines.working_calendar
        where (unit_id = ${unitId}::uuid or unit_id is null) and (valid_to is null or valid_to >= ${on})`,
  )
}

/** False when the unit has a week from that day already: dates were promised by it. */
export async function saveUnitWeek(
  db: Db,
  unitId: string,
  { validFrom, validTo, sessions }: UnitWeek,
  { order, reason, recordedAt, recordedBy }: { order: string; reason: string; recordedAt: Date; recordedBy: string },
): Promise<boolean> {
  const written = await execute(
    db,
    sql`insert into deadlines.working_calendar (id, unit_id, valid_from, valid_to, sessions, source, order_no, reason,
          recorded_at, recorded_by)
        values (${newId()}, ${unitId}::uuid, ${validFrom}, ${validTo}, ${JSON.stringify(sessions)}::jsonb, ${order}, ${order},
          ${reason}, ${recordedAt}, ${recordedBy})
        on conflict (unit_id, valid_from) do nothing`,
  )
  return written === 1
}

const CLOSURE = sql.raw(
  'id, unit_id, from_on as "from", to_on as "to", part, order_no as "order", reason, recorded_at, withdrawn_at, withdrawn_reason',
)

/** Orders in force that close the whole province or the unit on `on` or later. */
export function closuresFor(db: Db, unitId: string | null, on: LegalDate): Promise<Closure[]> {
  return rows(
    db,
    sql<Closure>`select ${CLOSURE} from deadlines.closure
        where (unit_id is null or unit_id = ${unitId}::uuid) and withdrawn_at is null and to_on >= ${on}`,
  )
}

/** Orders for the province and the unit (for every unit when it is null), those withdrawn too, the newest first. */
export function closuresBetween(db: Db, unitId: string | null, from: LegalDate, to: LegalDate): Promise<Closure[]> {
  return rows(
    db,
    sql<Closure>`select ${CLOSURE} from deadlines.closure
        where (unit_id is null or ${unitId}::uuid is null or unit_id = ${unitId}::uuid)
          and to_on >= ${from} and from_on <= ${to}
        order by from_on desc, recorded_at desc`,
  )
}

export function closureById(db: Db, id: string): Promise<Closure | undefined> {
  return maybeRow(db, sql<Closure>`select ${CLOSURE} from deadlines.closure where id = ${id}::uuid`)
}

export async function saveClosure(
  db: Db,
  { id, unitId, from, to, part, order, reason, recordedAt }: Omit<Closure, 'withdrawnAt' | 'withdrawnReason'>,
  by: string,
): Promise<void> {
  await execute(
    db,
    sql`insert into deadlines.closure (id, unit_id, from_on, to_on, part, order_no, reason, recorded_at, recorded_by)
        values (${id}::uuid, ${unitId}::uuid, ${from}, ${to}, ${part}, ${order}, ${reason}, ${recordedAt}, ${by})`,
  )
}

/** False when it was withdrawn before. */
export async function withdrawClosure(
  db: Db,
  id: string,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<boolean> {
  const changed = await maybeRow(
    db,
    sql<{ id: string }>`update deadlines.closure
        set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_reason = ${reason}
        where id = ${id}::uuid and withdrawn_at is null returning id`,
  )
  return changed !== undefined
}

export async function calendarDays(db: Db): Promise<CalendarDay[]> {
  return rows(db, sql<CalendarDay>`select on_date as "on", kind, name, status, source from deadlines.calendar_day`)
}

export async function deadlineRules(db: Db): Promise<DeadlineRule[]> {
  return rows(
    db,
    sql<DeadlineRule>`select name, value, valid_from, valid_to, certainty, article from deadlines.deadline_rule`,
  )
}

export async function provinceWeeks(db: Db): Promise<SourcedWeek[]> {
  return rows(
    db,
    sql<SourcedWeek>`select valid_from, valid_to, sessions, source from deadlines.working_calendar where unit_id is null`,
  )
}

export async function saveDay(db: Db, { on, kind, name, status, source }: CalendarDay): Promise<void> {
  await execute(
    db,
    sql`insert into deadlines.calendar_day (on_date, kind, name, status, source)
        values (${on}, ${kind}, ${name}, ${status}, ${source})
        on conflict (on_date) do update set kind = excluded.kind, name = excluded.name,
          status = excluded.status, source = excluded.source`,
  )
}

export async function removeDay(db: Db, on: LegalDate): Promise<void> {
  await execute(db, sql`delete from deadlines.calendar_day where on_date = ${on}`)
}

export async function saveProvinceWeek(db: Db, { validFrom, validTo, sessions, source }: SourcedWeek): Promise<void> {
  await execute(
    db,
    sql`insert into deadlines.working_calendar (id, unit_id, valid_from, valid_to, sessions, source)
        values (${newId()}, null, ${validFrom}, ${validTo}, ${JSON.stringify(sessions)}::jsonb, ${source})
        on conflict (unit_id, valid_from) do update set valid_to = excluded.valid_to,
          sessions = excluded.sessions, source = excluded.source`,
  )
}

export async function saveRule(db: Db, rule: DeadlineRule): Promise<void> {
  await execute(
    db,
    sql`insert into deadlines.deadline_rule (name, valid_from, valid_to, value, certainty, article)
        values (${rule.name}, ${rule.validFrom}, ${rule.validTo}, ${rule.value}, ${rule.certainty}, ${rule.article})
        on conflict (name, valid_from) do update set valid_to = excluded.valid_to, value = excluded.value,
          certainty = excluded.certainty, article = excluded.article`,
  )
}
