import type { LegalDate } from '../platform/dates.ts'
import { execute, rows, sql, type Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import type { SourcedWeek } from './calendar-files.ts'
import type { DeadlineRule } from './deadline-rules.ts'
import type { CalendarDay, WorkingWeek } from './working-calendar.ts'

/** Weeks of the unit that are in force on `on` or later, or those of the whole province when it has none of its own. */
export async function weeksOf(db: Db, unitId: string | null, on: LegalDate): Promise<WorkingWeek[]> {
  const found = await rows<WorkingWeek & { unitId: string | null }>(
    db,
    sql`select unit_id, valid_from, valid_to, sessions from deadlines.working_calendar
        where (unit_id = ${unitId}::uuid or unit_id is null) and (valid_to is null or valid_to >= ${on})`,
  )
  const own = found.filter((week) => week.unitId !== null)
  return own.length > 0 ? own : found
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
