import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Handling } from '../dossier.ts'
import type { Completeness, ConsultedBody, Consultation, Opinion } from './consultation.ts'

export type NewConsultation = Omit<Consultation, 'no' | 'closedAt' | 'closedByName' | 'conclusion' | 'bodies'> & {
  bodies: (Pick<ConsultedBody, 'id' | 'unitId' | 'question' | 'termDays' | 'replyAt' | 'replyBy' | 'whyAfterDue'> & {
    place: number
    remindAt: Date
  })[]
}

/**
 * Writes a consultation and gives its number, and how many the dossier waits for now. Gives undefined, and writes nothing, when somebody moved the dossier since it
 * was read: nobody drafts a result past a question that was just asked.
 */
export async function insertConsultation(
  db: Db,
  { dossierId, bodies, files, ...asked }: NewConsultation,
  dossierVersion: number,
): Promise<{ no: number; opinionsAwaited: number } | undefined> {
  return maybeRow(
    db,
    sql<{ no: number; opinionsAwaited: number }>`
      with held as (
        update dossiers.dossier set version = version + 1, opinions_awaited = opinions_awaited + 1
        where id = ${dossierId} and version = ${dossierVersion} returning id, opinions_awaited
      ), asked as (
        insert into dossiers.consultation (dossier_id, no, question, completeness, legal_basis, lead_unit_id, asked_at,
          by_account_id, by_name)
        select id, (select coalesce(max(no), 0) + 1 from dossiers.consultation c where c.dossier_id = held.id), ${asked.question},
          ${asked.completeness}, ${asked.legalBasis}, ${asked.leadUnitId}::uuid, ${asked.askedAt}::timestamptz,
          ${asked.byAccountId}::uuid, ${asked.byName}
        from held returning dossier_id, no
      ), bodies as (
        insert into dossiers.consulted_body (dossier_id, consultation_no, unit_id, id, place, question, term_days, reply_at,
          reply_by, remind_at, why_after_due)
        select asked.dossier_id, asked.no, b."unitId", b.id, b.place, b.question, b."termDays", b."replyAt", b."replyBy",
          b."remindAt", b."whyAfterDue"
        from asked, jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as b("unitId" uuid, id uuid, place int, question text,
          "termDays" numeric, "replyAt" timestamptz, "replyBy" date, "remindAt" timestamptz, "whyAfterDue" text)
      ), files as (
        insert into dossiers.consultation_file (dossier_id, consultation_no, file_id, name)
        select asked.dossier_id, asked.no, f."fileId", f.name
        from asked, jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as f("fileId" uuid, name text)
      )
      select asked.no, held.opinions_awaited from asked, held`,
  )
}

type BodyRow = Omit<ConsultedBody, 'opinions' | 'termDays'> & { consultationNo: number; termDays: string }
type OpinionRow = Opinion & { consultationNo: number; unitId: string }
type FileRow = { consultationNo: number; fileId: string; name: string }

const CONSULTATION = sql.raw(
  `dossier_id, no, question, completeness, legal_basis, lead_unit_id, asked_at, by_account_id, by_name, closed_at,
   closed_by_name, conclusion`,
)

/** Every consultation of a dossier with all answers, oldest first. */
export async function consultationsOf(db: Db, dossierId: string): Promise<Consultation[]> {
  const found = await rows(
    db,
    sql<Omit<Consultation, 'bodies' | 'files'>>`
      select ${CONSULTATION} from dossiers.consultation where dossier_id = ${dossierId} order by no`,
  )
  if (found.length === 0) return []
  const [bodies, opinions, files] = await Promise.all([
    rows(
      db,
      sql<BodyRow>`
        select id, unit_id, question, term_days, reply_at, reply_by, why_after_due, last_reminded_at, reminder_count, consultation_no
        from dossiers.consulted_body where dossier_id = ${dossierId} order by consultation_no, place`,
    ),
    rows(
      db,
      sql<OpinionRow>`
        select no, answer, text, file_id, is_late, by_account_id, by_name, at, consultation_no, unit_id
        from dossiers.opinion where dossier_id = ${dossierId} order by no`,
    ),
    rows(
      db,
      sql<FileRow>`
        select file_id, name, consultation_no from dossiers.consultation_file where dossier_id = ${dossierId} order by name, file_id`,
    ),
  ])
  const opinionsBy = Map.groupBy(opinions, ({ consultationNo, unitId }) => `${consultationNo} ${unitId}`)
  return found.map((consultation) => ({
    ...consultation,
    bodies: bodies
      .filter(({ consultationNo }) => consultationNo === consultation.no)
      .map(({ consultationNo, termDays, ...body }) => ({
        ...body,
        termDays: Number(termDays),
        opinions: (opinionsBy.get(`${consultationNo} ${body.unitId}`) ?? []).map(
          ({ consultationNo: _no, unitId: _unit, ...opinion }) => opinion,
        ),
      })),
    files: files
      .filter(({ consultationNo }) => consultationNo === consultation.no)
      .map(({ fileId, name }) => ({ fileId, name })),
  }))
}

/** Where a question put to one body belongs. */
export type AskedPlace = { dossierId: string; consultationNo: number; unitId: string }

export function placeOfBody(db: Db, bodyId: string): Promise<AskedPlace | undefined> {
  return maybeRow(
    db,
    sql<AskedPlace>`select dossier_id, consultation_no, unit_id from dossiers.consulted_body where id = ${bodyId}`,
  )
}

/** The consultation, held until the transaction ends: answers, reminders and the close come one after the other. */
export async function consultationForUpdate(db: Db, dossierId: string, no: number): Promise<Consultation | undefined> {
  await rows(db, sql`select 1 from dossiers.consultation where dossier_id = ${dossierId} and no = ${no} for update`)
  return (await consultationsOf(db, dossierId)).find((one) => one.no === no)
}

export async function insertOpinion(
  db: Db,
  { dossierId, consultationNo, unitId }: AskedPlace,
  given: Opinion,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.opinion (dossier_id, consultation_no, unit_id, no, answer, text, file_id, is_late, by_account_id, by_name, at)
        values (${dossierId}, ${consultationNo}, ${unitId}, ${given.no}, ${given.answer}, ${given.text}, ${given.fileId},
          ${given.isLate}, ${given.byAccountId}, ${given.byName}, ${given.at})`,
  )
  await execute(
    db,
    sql`update dossiers.consulted_body set answered_at = ${given.at}
        where dossier_id = ${dossierId} and consultation_no = ${consultationNo} and unit_id = ${unitId}`,
  )
}

/**
 * Marks that the answers are enough now; the dossier no longer waits for this consultation. Gives when they were, which may be
 * earlier, and how many the dossier waits for still.
 */
export async function markRuleMet(
  db: Db,
  dossierId: string,
  no: number,
  now: Date,
): Promise<{ ruleMetAt: Date; opinionsAwaited: number }> {
  const { ruleMetAt } = await oneRow(
    db,
    sql<{ ruleMetAt: Date }>`
      update dossiers.consultation set rule_met_at = coalesce(rule_met_at, ${now})
      where dossier_id = ${dossierId} and no = ${no} returning rule_met_at`,
  )
  const { opinionsAwaited } = await oneRow(
    db,
    sql<{ opinionsAwaited: number }>`
      update dossiers.dossier d set opinions_awaited = (
        select count(*) from dossiers.consultation c where c.dossier_id = d.id and c.rule_met_at is null)
      where d.id = ${dossierId} returning opinions_awaited`,
  )
  return { ruleMetAt, opinionsAwaited }
}

export type Closing = { at: Date; byAccountId: string; byName: string; conclusion: string }

export async function closeConsultationRow(db: Db, dossierId: string, no: number, closing: Closing): Promise<void> {
  await execute(
    db,
    sql`update dossiers.consultation set closed_at = ${closing.at}, closed_by_account_id = ${closing.byAccountId},
          closed_by_name = ${closing.byName}, conclusion = ${closing.conclusion}
        where dossier_id = ${dossierId} and no = ${no}`,
  )
}

export async function markReminded(
  db: Db,
  { dossierId, consultationNo, unitId }: AskedPlace,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.consulted_body set last_reminded_at = ${now}, reminder_count = reminder_count + 1
        where dossier_id = ${dossierId} and consultation_no = ${consultationNo} and unit_id = ${unitId}`,
  )
}

const LIVE = sql`c.closed_at is null and d.finished_at is null and d.handling not in ('refused', 'withdrawn', 'stopped')`

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
  closedAt: Date | null
  handling: Handling
}

const ASKED_ROW = sql`
  select b.id, b.dossier_id, b.unit_id, d.code, d.procedure_version_id, coalesce(b.question, c.question) as question,
    c.completeness, c.asked_at, c.lead_unit_id, b.reply_at, b.reply_by, b.answered_at, c.closed_at, d.handling
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
