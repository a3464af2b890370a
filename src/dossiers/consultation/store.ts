import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { BodyRelease, ConsultedBody, Consultation, Opinion } from './consultation.ts'

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
        insert into dossiers.consultation (dossier_id, no, step_code, question, completeness, legal_basis, lead_unit_id, asked_at,
          by_account_id, by_name)
        select id, (select coalesce(max(no), 0) + 1 from dossiers.consultation c where c.dossier_id = held.id), ${asked.stepCode},
          ${asked.question},
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

type BodyRow = Omit<ConsultedBody, 'opinions' | 'termDays' | 'released'> & {
  consultationNo: number
  termDays: string
  released: (Omit<BodyRelease, 'at'> & { at: string }) | null
}
type OpinionRow = Opinion & { consultationNo: number; unitId: string }
type FileRow = { consultationNo: number; fileId: string; name: string }

const CONSULTATION = sql.raw(
  `dossier_id, no, step_code, question, completeness, legal_basis, lead_unit_id, asked_at, by_account_id, by_name, closed_at,
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
        select id, unit_id, question, term_days, reply_at, reply_by, why_after_due, last_reminded_at, reminder_count, consultation_no,
          case when released_at is not null then jsonb_build_object('at', released_at, 'byName', released_by_name,
            'reason', release_reason, 'legalBasis', release_basis) end as released
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
      .map(({ consultationNo, termDays, released, ...body }) => ({
        ...body,
        termDays: Number(termDays),
        released: released && { ...released, at: new Date(released.at) },
        opinions: (opinionsBy.get(`${consultationNo} ${body.unitId}`) ?? []).map(
          ({ consultationNo: _no, unitId: _unit, ...opinion }) => opinion,
        ),
      })),
    files: files
      .filter(({ consultationNo }) => consultationNo === consultation.no)
      .map(({ fileId, name }) => ({ fileId, name })),
  }))
}

/** Whether what a step of the process demands has been asked. */
export async function isStepAsked(db: Db, dossierId: string, stepCode: string): Promise<boolean> {
  const found = await maybeRow(
    db,
    sql`select 1 from dossiers.consultation where dossier_id = ${dossierId} and step_code = ${stepCode} limit 1`,
  )
  return found !== undefined
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
 * Marks that the answers are enough now; the dossier no longer waits for this consultation, and the step that
 * demands it is held. Gives when they were, which may be
 * earlier, and how many the dossier waits for still.
 */
export async function markRuleMet(
  db: Db,
  dossierId: string,
  no: number,
  now: Date,
): Promise<{ ruleMetAt: Date; opinionsAwaited: number; settledSteps: string[] }> {
  const { ruleMetAt } = await oneRow(
    db,
    sql<{ ruleMetAt: Date }>`
      update dossiers.consultation set rule_met_at = coalesce(rule_met_at, ${now})
      where dossier_id = ${dossierId} and no = ${no} returning rule_met_at`,
  )
  const { opinionsAwaited, settledSteps } = await oneRow(
    db,
    sql<{ opinionsAwaited: number; settledSteps: string[] }>`
      update dossiers.dossier d set
        opinions_awaited = (
          select count(*) from dossiers.consultation c where c.dossier_id = d.id and c.rule_met_at is null),
        settled_steps = array(
          select unnest(d.settled_steps) union
          select c.step_code from dossiers.consultation c
          where c.dossier_id = d.id and c.step_code is not null and c.rule_met_at is not null)
      where d.id = ${dossierId} returning opinions_awaited, settled_steps`,
  )
  return { ruleMetAt, opinionsAwaited, settledSteps }
}

/** The lead waits for this body no longer. */
export async function releaseBodyRow(
  db: Db,
  bodyId: string,
  { at, byName, reason, legalBasis }: BodyRelease,
  byAccountId: string,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.consulted_body set released_at = ${at}, released_by_account_id = ${byAccountId},
          released_by_name = ${byName}, release_reason = ${reason}, release_basis = ${legalBasis}
        where id = ${bodyId} and released_at is null`,
  )
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
