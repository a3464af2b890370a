import type { AnswerOrigin } from './prefill/prefill.ts'
import type { LegalDate } from '../platform/dates.ts'
import { execute, maybeRow, oneRow, rows, sql, type Db } from '../platform/db.ts'
import type { ClockEntry } from './clock/clock-entry.ts'
import type { CodeFrame } from './filing/dossier-code.ts'
import { isWatched, nameOf, type Dossier, type DossierComponent } from './dossier.ts'
import type { Step } from './step.ts'

const DOSSIER = sql.raw(
  `id, code, version, province_code, procedure_code, procedure_version_id, case_code, process_id, handling, money, delivery,
   exchange, helped_at_unit_id, received_by_unit_id, competent_unit_id, handling_unit_id, channel, applicant, submitter,
   applicant_citizen_id, submitter_citizen_id, form_version, answers, result_delivery, term, submitted_at, received_at, counts_from, due_at,
   due_on, original_due_at, due_explanation, rules_on, rules_version, assignee_account_id, appraisal, supplement_count, opinions_awaited, left_papers, settled_steps, supplied_at, waiting_since,
   finished_at, delivered_at, external_codes`,
)

export function dossierByCode(db: Db, code: string): Promise<Dossier | undefined> {
  return maybeRow(db, sql<Dossier>`select ${DOSSIER} from dossiers.dossier where code = ${code}`)
}

export function dossiersByCodes(db: Db, codes: readonly string[]): Promise<Dossier[]> {
  return rows(
    db,
    sql<Dossier>`select ${DOSSIER} from dossiers.dossier where code = any(${[...codes]}::text[]) order by code`,
  )
}

export function dossierById(db: Db, id: string): Promise<Dossier | undefined> {
  return maybeRow(db, sql<Dossier>`select ${DOSSIER} from dossiers.dossier where id = ${id}`)
}

/** When each of these dossiers is due; what else is in them stays closed. */
export function dueDatesOf(db: Db, ids: readonly string[]): Promise<Pick<Dossier, 'id' | 'code' | 'dueAt'>[]> {
  return rows(
    db,
    sql<Pick<Dossier, 'id' | 'code' | 'dueAt'>>`
      select id, code, due_at from dossiers.dossier where id = any(${[...ids]}::uuid[])`,
  )
}

export type NewDossier = {
  dossier: Omit<Dossier, 'code'>
  components: DossierComponent[]
  step: Omit<Step, 'no' | 'undo'>
  /** Set when it is received in the same act. */
  clock: ClockEntry | null
  codeFrame: CodeFrame
  filedOn: LegalDate
  queueAt: Date
  searchKeys: string[]
  origins: AnswerOrigin[]
}

/**
 * Writes a new dossier with everything it came with and gives its code, all in one statement: the desk's number of the day
 * is taken last and held for as short as can be, and comes back when the transaction fails, so numbers have no gaps.
 */
export async function insertDossier(
  db: Db,
  { dossier, components, step, clock, codeFrame, ...rest }: NewDossier,
): Promise<string> {
  const { prefix, digits, suffix } = codeFrame
  const files = components.flatMap(({ no, files: own }) => own.map((file) => ({ ...file, no })))
  const { code } = await oneRow(
    db,
    sql<{ code: string }>`
      with counted as (
        insert into dossiers.day_counter as c (unit_id, on_date, last_no) values (${dossier.receivedByUnitId}, ${rest.filedOn}, 1)
        on conflict (unit_id, on_date) do update set last_no = c.last_no + 1
        returning last_no
      ), filed as (
        insert into dossiers.dossier (id, code, version, province_code, procedure_code, procedure_version_id, case_code,
          process_id, handling, money, delivery, exchange, helped_at_unit_id, received_by_unit_id, competent_unit_id, channel,
          applicant, submitter, applicant_name, applicant_personal_id, applicant_citizen_id,
          submitter_citizen_id, search_keys, form_version, answers, result_delivery, term, submitted_at, received_at, counts_from, due_at,
          due_on, original_due_at, due_explanation, rules_on, rules_version, queue_at, remind_at, external_codes)
        select ${dossier.id}::uuid, ${prefix} || lpad(last_no::text, greatest(${digits}::int, length(last_no::text)), '0') || ${suffix},
          ${dossier.version}::int, ${dossier.provinceCode}, ${dossier.procedureCode}, ${dossier.procedureVersionId}::uuid,
          ${dossier.caseCode}, ${dossier.processId}::uuid, ${dossier.handling}, ${dossier.money}, ${dossier.delivery},
          ${dossier.exchange}, ${dossier.helpedAtUnitId}::uuid, ${dossier.receivedByUnitId}::uuid,
          ${dossier.competentUnitId}::uuid, ${dossier.channel}, ${json(dossier.applicant)}::jsonb,
          ${json(dossier.submitter)}::jsonb, ${nameOf(dossier.applicant)}, ${dossier.applicant.personalId},
          ${dossier.applicantCitizenId}::uuid, ${dossier.submitterCitizenId}::uuid,
          ${rest.searchKeys}::text[], ${dossier.formVersion}::int, ${json(dossier.answers)}::jsonb, ${dossier.resultDelivery}, ${json(dossier.term)}::jsonb,
          ${dossier.submittedAt}::timestamptz, ${dossier.receivedAt}::timestamptz, ${dossier.countsFrom}::date,
          ${dossier.dueAt}::timestamptz, ${dossier.dueOn}::date, ${dossier.originalDueAt}::timestamptz,
          ${json(dossier.dueExplanation)}::jsonb, ${dossier.rulesOn}::date, ${dossier.rulesVersion}, ${rest.queueAt}::timestamptz, ${step.at}::timestamptz, ${json(dossier.externalCodes)}::jsonb
        from counted
        returning id, code
      ), with_components as (
        insert into dossiers.component (dossier_id, no, code, form, omitted)
        select filed.id, c.no, c.code, c.form, c.omitted
        from filed, jsonb_to_recordset(${json(components)}::jsonb) as c(no int, code text, form text, omitted text)
      ), with_files as (
        insert into dossiers.component_file (dossier_id, component_no, file_id, round)
        select filed.id, f.no, f."fileId", f.round
        from filed, jsonb_to_recordset(${json(files)}::jsonb) as f(no int, "fileId" uuid, round int)
      ), with_step as (
        insert into dossiers.step (dossier_id, no, action, to_handling, from_unit_id, to_unit_id, by_account_id, by_name, at, due_at, note)
        select filed.id, ${dossier.version}::int, ${step.action}, ${step.toHandling}, ${step.fromUnitId}::uuid, ${step.toUnitId}::uuid,
          ${step.byAccountId}::uuid, ${step.byName}, ${step.at}::timestamptz, ${step.dueAt}::timestamptz, ${step.note}
        from filed
      ), with_clock as (
        insert into dossiers.clock_event (dossier_id, no, kind, at, by_account_id, by_name, due_at, due_on, rules_on, rules_version)
        select filed.id, c.no, c.kind, c.at, c."byAccountId", c."byName", c."dueAt", c."dueOn", c."rulesOn", c."rulesVersion"
        from filed, jsonb_to_recordset(${json(clock ? [clock] : [])}::jsonb) as c(no int, kind text, at timestamptz,
          "byAccountId" uuid, "byName" text, "dueAt" timestamptz, "dueOn" date, "rulesOn" date, "rulesVersion" text)
      ), with_origins as (
        insert into dossiers.answer_origin (dossier_id, field, source, taken_at, reference, changed)
        select filed.id, o.field, o.source, o."takenAt", o.reference, o.changed
        from filed, jsonb_to_recordset(${json(rest.origins)}::jsonb) as o(field text, source text, "takenAt" timestamptz,
          reference text, changed boolean)
      )
      select code from filed`,
  )
  return code
}

/**
 * Writes a moved dossier and the step that moved it; its dates only when the clock was turned, since they also change
 * without a move. Tells false when somebody else changed the dossier since it was read:
 * nothing is written then.
 */
export async function saveMove(
  db: Db,
  after: Dossier,
  { queueAt, clockTurned, step }: { queueAt: Date | null; clockTurned: boolean; step: Omit<Step, 'no'> },
): Promise<boolean> {
  const dates = clockTurned
    ? sql`counts_from = ${after.countsFrom}::date, due_at = ${after.dueAt}::timestamptz, due_on = ${after.dueOn}::date,
          original_due_at = ${after.originalDueAt}::timestamptz, due_explanation = ${json(after.dueExplanation)}::jsonb,
          rules_on = ${after.rulesOn}::date, rules_version = ${after.rulesVersion},`
    : sql.raw('')
  const written = await rows(
    db,
    sql`
      with moved as (
        update dossiers.dossier set version = version + 1, handling = ${after.handling}, money = ${after.money},
          delivery = ${after.delivery}, exchange = ${after.exchange}, handling_unit_id = ${after.handlingUnitId}::uuid,
          received_at = ${after.receivedAt}::timestamptz, ${dates} queue_at = coalesce(${queueAt}::timestamptz, queue_at),
          remind_at = ${isWatched(after) ? step.at : null}::timestamptz, assignee_account_id = ${after.assigneeAccountId}::uuid, appraisal = ${after.appraisal},
          supplement_count = ${after.supplementCount}, left_papers = ${json(after.leftPapers)}::jsonb,
          supplied_at = ${after.suppliedAt}::timestamptz,
          waiting_since = ${after.waitingSince}::timestamptz, finished_at = ${after.finishedAt}::timestamptz,
          delivered_at = ${after.deliveredAt}::timestamptz
        where id = ${after.id} and version = ${after.version}
        returning id, version
      ), noted as (
        insert into dossiers.step (dossier_id, no, action, from_handling, to_handling, from_unit_id, to_unit_id, by_account_id,
          by_name, to_account_id, to_name, at, due_at, note, undo)
        select id, version, ${step.action}, ${step.fromHandling}, ${step.toHandling}, ${step.fromUnitId}::uuid,
          ${step.toUnitId}::uuid, ${step.byAccountId}::uuid, ${step.byName}, ${step.toAccountId}::uuid, ${step.toName},
          ${step.at}::timestamptz, ${step.dueAt}::timestamptz, ${step.note}, ${step.undo && json(step.undo)}::jsonb
        from moved
      )
      select version from moved`,
  )
  return written.length === 1
}

/** Takes the next version for what runs beside a dossier; false when somebody moved it since it was read. */
export async function holdVersion(db: Db, { id, version }: Pick<Dossier, 'id' | 'version'>): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update dossiers.dossier set version = version + 1 where id = ${id} and version = ${version}`,
  )
  return touched === 1
}

export async function componentsOfDossier(db: Db, dossierId: string): Promise<DossierComponent[]> {
  return rows(
    db,
    sql<DossierComponent>`
      select c.no, c.code, c.form, c.omitted, coalesce(
        (select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'round', f.round) order by f.round, f.file_id)
         from dossiers.component_file f where f.dossier_id = c.dossier_id and f.component_no = c.no), '[]') as files
      from dossiers.component c where c.dossier_id = ${dossierId} order by c.no`,
  )
}

export type AddedFiles = { componentNo: number; code: string; form: string; fileIds: string[] }[]

/** Adds what came with a supplement: files to papers already there, and papers left out at first. */
export async function addFiles(db: Db, dossierId: string, round: number, added: AddedFiles): Promise<void> {
  const files = added.flatMap(({ componentNo, fileIds }) => fileIds.map((fileId) => ({ no: componentNo, fileId })))
  await execute(
    db,
    sql`insert into dossiers.component (dossier_id, no, code, form)
        select ${dossierId}::uuid, c."componentNo", c.code, c.form
        from jsonb_to_recordset(${json(added)}::jsonb) as c("componentNo" int, code text, form text)
        on conflict (dossier_id, no) do update set form = excluded.form, omitted = null`,
  )
  await execute(
    db,
    sql`insert into dossiers.component_file (dossier_id, component_no, file_id, round)
        select ${dossierId}::uuid, f.no, f."fileId", ${round}::int
        from jsonb_to_recordset(${json(files)}::jsonb) as f(no int, "fileId" uuid)
        on conflict do nothing`,
  )
}

export async function stepsOf(db: Db, dossierId: string): Promise<Step[]> {
  return rows(
    db,
    sql<Step>`
      select no, action, from_handling, to_handling, from_unit_id, to_unit_id, by_account_id, by_name, to_account_id, to_name,
        at, due_at, note, undo
      from dossiers.step where dossier_id = ${dossierId} order by no`,
  )
}

export function lastStepOf(db: Db, dossierId: string): Promise<Step | undefined> {
  return maybeRow(
    db,
    sql<Step>`
      select no, action, from_handling, to_handling, from_unit_id, to_unit_id, by_account_id, by_name, to_account_id, to_name,
        at, due_at, note, undo
      from dossiers.step where dossier_id = ${dossierId} order by no desc limit 1`,
  )
}

/** Whether a file was handed in with a dossier, or is one of these forms made for it. */
export async function isFileOf(
  db: Db,
  dossierId: string,
  fileId: string,
  { forms, readsRecords }: { forms: readonly string[]; readsRecords: boolean },
): Promise<boolean> {
  const found = await maybeRow(
    db,
    sql`select 1 from dossiers.component_file where dossier_id = ${dossierId} and file_id = ${fileId}
        union all select 1 from dossiers.paper
        where dossier_id = ${dossierId} and file_id = ${fileId} and form = any(${[...forms]})
        union all select 1 from dossiers.application where dossier_id = ${dossierId} and file_id = ${fileId}
        union all select 1 from dossiers.step_record
        where dossier_id = ${dossierId} and file_id = ${fileId} and ${readsRecords} limit 1`,
  )
  return found !== undefined
}

export function json(value: unknown): string {
  return JSON.stringify(value)
}
