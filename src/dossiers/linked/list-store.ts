import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Handling } from '../dossier.ts'
import type { LinkDirection, PartEnd } from './linked-part.ts'

/** A part as lists show it. */
export type PartRow = {
  id: string
  code: string
  procedureVersionId: string
  unitId: string
  leadUnitId: string
  direction: LinkDirection
  duty: string
  sentAt: Date
  dueAt: Date
  dueOn: string
  acceptedAt: Date | null
  endedAt: Date | null
  endedKind: PartEnd['kind'] | null
  handling: Handling
}

const LIVE = sql.raw(
  `p.ended_at is null and d.finished_at is null and d.handling not in ('refused', 'withdrawn', 'stopped')`,
)
const FROM = sql.raw('from dossiers.linked_part p join dossiers.dossier d on d.id = p.dossier_id')
const ROW = sql`
  select p.id, d.code, d.procedure_version_id, p.unit_id, coalesce(d.handling_unit_id, d.competent_unit_id) as lead_unit_id,
    p.direction, p.duty, p.sent_at, p.due_at, p.due_on, p.accepted_at, p.ended_at, p.ended_kind, d.handling ${FROM}`

/** Parts these units have before them, most urgent first. */
export function openPartsOf(db: Db, unitIds: readonly string[], limit: number): Promise<PartRow[]> {
  return rows(
    db,
    sql<PartRow>`${ROW} where p.unit_id = any(${unitIds}::uuid[]) and ${LIVE} order by p.due_at, p.id limit ${limit}`,
  )
}

/** Parts these units need not do any more, newest first. */
export function settledPartsOf(db: Db, unitIds: readonly string[], limit: number): Promise<PartRow[]> {
  return rows(
    db,
    sql<PartRow>`${ROW} where p.unit_id = any(${unitIds}::uuid[]) and not (${LIVE}) order by p.sent_at desc, p.id limit ${limit}`,
  )
}

const seenAt = (deskIds: readonly string[]) =>
  sql`(p.desk_unit_id = any(${deskIds}::uuid[]) or d.received_by_unit_id = any(${deskIds}::uuid[]))`

/** Parts under way that these one-stop desks watch: of dossiers they received, and of bodies they serve. */
export function partsWatchedAt(db: Db, deskIds: readonly string[], limit: number): Promise<PartRow[]> {
  return rows(db, sql<PartRow>`${ROW} where ${seenAt(deskIds)} and ${LIVE} order by p.due_at, p.id limit ${limit}`)
}

/** Parts these one-stop desks watched whose work ended, the latest first. */
export function partsWatchedBefore(db: Db, deskIds: readonly string[], limit: number): Promise<PartRow[]> {
  return rows(
    db,
    sql<PartRow>`
      ${ROW} where ${seenAt(deskIds)} and p.ended_at is not null order by p.ended_at desc, p.id limit ${limit}`,
  )
}

export async function countOpenParts(db: Db, unitIds: readonly string[]): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`select count(*) ${FROM} where p.unit_id = any(${unitIds}::uuid[]) and ${LIVE}`,
  )
  return Number(count)
}

/** What is said about a term: before its end, or that it is over. */
export const PART_WORDS = ['before', 'overdue'] as const
export type PartWord = (typeof PART_WORDS)[number]

/** Parts owed a word at `now`, most urgent first. A reminder whose term is over by now is not sent any more. */
export function partsOwed(db: Db, now: Date, limit: number): Promise<{ id: string; word: PartWord }[]> {
  return rows(
    db,
    sql<{ id: string; word: PartWord }>`
      select p.id, case when p.due_at < ${now} then 'overdue' else 'before' end as word ${FROM}
      where ${LIVE} and ((p.due_at < ${now} and p.overdue_told_at is null)
        or (p.remind_at <= ${now} and p.due_at >= ${now} and p.reminded_before_at is null))
      order by p.due_at, p.id limit ${limit}`,
  )
}

/** Marks a word as given; false when it was given before, or the work ended in between. */
export async function markPartTold(db: Db, partId: string, word: PartWord, now: Date): Promise<boolean> {
  const mark = word === 'before' ? sql`reminded_before_at` : sql`overdue_told_at`
  const reminded = word === 'before' ? sql`, last_reminded_at = ${now}, reminder_count = reminder_count + 1` : sql``
  const touched = await execute(
    db,
    sql`update dossiers.linked_part set ${mark} = ${now}${reminded}
        where id = ${partId} and ${mark} is null and ended_at is null`,
  )
  return touched === 1
}
