import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Handling } from '../dossier.ts'
import type { Completeness } from './consultation.ts'

/** Of a body `b` of a consultation `c` about a dossier `d` that still counts. */
const LIVE = sql`c.closed_at is null and b.released_at is null and d.finished_at is null and d.handling not in ('refused', 'withdrawn', 'stopped')`

/** What the clock owes a body that has not answered: a reminder before the term ends, then word that it has ended. */
export type DueWord = 'before' | 'deadline'

/** Bodies owed a word at `now`, most urgent first. A reminder whose term is over by now is not sent any more. */
export function bodiesOwed(db: Db, now: Date, limit: number): Promise<{ id: string; word: DueWord }[]> {
  return rows(
    db,
    sql<{ id: string; word: DueWord }>`
      select b.id, case when b.reply_at < ${now} then 'deadline' else 'before' end as word
      from dossiers.consulted_body b
        join dossiers.consultation c on c.dossier_id = b.dossier_id and c.no = b.consultation_no
        join dossiers.dossier d on d.id = b.dossier_id
      where b.answered_at is null and ${LIVE}
        and ((b.reply_at < ${now} and b.deadline_told_at is null)
          or (b.remind_at <= ${now} and b.reply_at >= ${now} and b.reminded_before_at is null))
      order by b.reply_at, b.id limit ${limit}`,
  )
}

/** Marks a word as given; false when it was given before or an answer came in between. */
export async function markWordGiven(db: Db, bodyId: string, word: DueWord, now: Date): Promise<boolean> {
  const mark = word === 'before' ? sql`reminded_before_at` : sql`deadline_told_at`
  const reminded = word === 'before' ? sql`, last_reminded_at = ${now}, reminder_count = reminder_count + 1` : sql``
  const touched = await execute(
    db,
    sql`update dossiers.consulted_body set ${mark} = ${now}${reminded}
        where id = ${bodyId} and answered_at is null and ${mark} is null`,
  )
  return touched === 1
}

/** A question in a body's list. */
export type AskedRow = {
  id: string
  dossierId: string
  unitId: string
  code: string
  procedureVersionId: string
  question: string
  completeness: Completeness
  askedAt: Date
  leadUnitId: string
  replyAt: Date
  replyBy: string
  answeredAt: Date | null
  releasedAt: Date | null
  closedAt: Date | null
  handling: Handling
}

const ASKED_ROW = sql`
  select b.id, b.dossier_id, b.unit_id, d.code, d.procedure_version_id, coalesce(b.question, c.question) as question,
    c.completeness, c.asked_at, c.lead_unit_id, b.reply_at, b.reply_by, b.answered_at, b.released_at, c.closed_at, d.handling
  from dossiers.consulted_body b
    join dossiers.consultation c on c.dossier_id = b.dossier_id and c.no = b.consultation_no
    join dossiers.dossier d on d.id = b.dossier_id`

/** Open questions to these units without an answer, most urgent first. */
export function openQuestionsTo(db: Db, unitIds: readonly string[], limit: number): Promise<AskedRow[]> {
  return rows(
    db,
    sql<AskedRow>`${ASKED_ROW} where b.unit_id = any(${unitIds}::uuid[]) and b.answered_at is null and ${LIVE}
      order by b.reply_at, b.id limit ${limit}`,
  )
}

/** Questions to these units that need no answer any more, newest first. */
export function settledQuestionsTo(db: Db, unitIds: readonly string[], limit: number): Promise<AskedRow[]> {
  return rows(
    db,
    sql<AskedRow>`${ASKED_ROW} where b.unit_id = any(${unitIds}::uuid[]) and not (b.answered_at is null and ${LIVE})
      order by c.asked_at desc, b.id limit ${limit}`,
  )
}

export async function countOpenQuestions(db: Db, unitIds: readonly string[]): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from dossiers.consulted_body b
        join dossiers.consultation c on c.dossier_id = b.dossier_id and c.no = b.consultation_no
        join dossiers.dossier d on d.id = b.dossier_id
      where b.unit_id = any(${unitIds}::uuid[]) and b.answered_at is null and ${LIVE}`,
  )
  return Number(count)
}
