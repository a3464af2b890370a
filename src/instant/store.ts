import type { LegalDate } from '../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { Declaration, Definition } from './declaration.ts'
import type { Run } from './run.ts'

export type Draft = { procedureCode: string; revision: number; definition: Definition; savedAt: Date; byName: string }

export function draftOf(db: Db, procedureCode: string): Promise<Draft | undefined> {
  return maybeRow(
    db,
    sql<Draft>`select procedure_code, revision, definition, saved_at, by_name from instant.draft
               where procedure_code = ${procedureCode}`,
  )
}

/** Saves over the revision its writer saw (0: none); false when somebody else has saved since. */
export async function saveDraft(db: Db, draft: Omit<Draft, 'revision'>, over: number): Promise<boolean> {
  const { procedureCode, definition, savedAt, byName } = draft
  const saved =
    over === 0
      ? await execute(
          db,
          sql`insert into instant.draft (procedure_code, revision, definition, saved_at, by_name)
              values (${procedureCode}, 1, ${JSON.stringify(definition)}::jsonb, ${savedAt}, ${byName}) on conflict do nothing`,
        )
      : await execute(
          db,
          sql`update instant.draft set revision = revision + 1, definition = ${JSON.stringify(definition)}::jsonb,
                saved_at = ${savedAt}, by_name = ${byName}
              where procedure_code = ${procedureCode} and revision = ${over}`,
        )
  return saved === 1
}

export async function deleteDraft(db: Db, procedureCode: string): Promise<void> {
  await execute(db, sql`delete from instant.draft where procedure_code = ${procedureCode}`)
}

const DECLARATION = sql.raw(
  `id, procedure_code, version, valid_from, definition, certainty, published_at, published_by`,
)

/** Versions of a procedure's declaration, the newest first. */
export function declarationsOf(db: Db, procedureCode: string): Promise<Declaration[]> {
  return rows(
    db,
    sql<Declaration>`select ${DECLARATION} from instant.declaration where procedure_code = ${procedureCode} order by version desc`,
  )
}

export function declarationById(db: Db, id: string): Promise<Declaration | undefined> {
  return maybeRow(db, sql<Declaration>`select ${DECLARATION} from instant.declaration where id = ${id}`)
}

/** The version in force, if machines may decide this procedure at all today: not switched off. */
export function declarationInForce(db: Db, procedureCode: string, on: LegalDate): Promise<Declaration | undefined> {
  return maybeRow(
    db,
    sql<Declaration>`
      select ${DECLARATION} from instant.declaration
      where procedure_code = ${procedureCode} and valid_from <= ${on}
        and coalesce((select s.is_on from instant.switch s where s.procedure_code = ${procedureCode} order by s.no desc limit 1), true)
      order by version desc limit 1`,
  )
}

export async function insertDeclaration(db: Db, made: Declaration): Promise<void> {
  await execute(
    db,
    sql`insert into instant.declaration (id, procedure_code, version, valid_from, definition, certainty, published_at, published_by)
        values (${made.id}, ${made.procedureCode}, ${made.version}, ${made.validFrom},
          ${JSON.stringify(made.definition)}::jsonb, ${made.certainty}, ${made.publishedAt}, ${made.publishedBy})`,
  )
}

export type Switch = { procedureCode: string; no: number; isOn: boolean; reason: string; at: Date; byName: string }

export function lastSwitchOf(db: Db, procedureCode: string): Promise<Switch | undefined> {
  return maybeRow(
    db,
    sql<Switch>`select procedure_code, no, is_on, reason, at, by_name from instant.switch
                where procedure_code = ${procedureCode} order by no desc limit 1`,
  )
}

export async function insertSwitch(db: Db, { procedureCode, no, isOn, reason, at, byName }: Switch): Promise<void> {
  await execute(
    db,
    sql`insert into instant.switch (procedure_code, no, is_on, reason, at, by_name)
        values (${procedureCode}, ${no}, ${isOn}, ${reason}, ${at}, ${byName})`,
  )
}

/** Procedures that have or had a declaration or a draft of one. */
export async function declaredProcedures(db: Db): Promise<string[]> {
  const found = await rows(
    db,
    sql<{
      procedureCode: string
    }>`select procedure_code from instant.declaration union select procedure_code from instant.draft
                                   order by 1`,
  )
  return found.map(({ procedureCode }) => procedureCode)
}

const RUN = sql.raw(
  `dossier_id, declaration_id, authority_id, state, checks, confirmed, reason, began_at, ended_at, asked_for_person_at`,
)

export function runOf(db: Db, dossierId: string): Promise<Run | undefined> {
  return maybeRow(db, sql<Run>`select ${RUN} from instant.run where dossier_id = ${dossierId}`)
}

export function runsOf(db: Db, dossierIds: readonly string[]): Promise<Run[]> {
  return rows(db, sql<Run>`select ${RUN} from instant.run where dossier_id = any(${[...dossierIds]}::uuid[])`)
}

/** False when the dossier was judged before: it is judged once. */
export async function insertRun(db: Db, run: Omit<Run, 'askedForPersonAt'>): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into instant.run (dossier_id, declaration_id, authority_id, state, checks, confirmed, reason, began_at, ended_at)
        values (${run.dossierId}, ${run.declarationId}, ${run.authorityId}, ${run.state}, ${JSON.stringify(run.checks)}::jsonb,
          ${JSON.stringify(run.confirmed)}::jsonb, ${run.reason && JSON.stringify(run.reason)}::jsonb, ${run.beganAt}, ${run.endedAt})
        on conflict do nothing`,
  )
  return inserted === 1
}

/** False when the run has ended already. */
export async function endRun(
  db: Db,
  {
    dossierId,
    state,
    reason,
    at,
  }: { dossierId: string; state: 'issued' | 'to-person'; reason: Run['reason']; at: Date },
): Promise<boolean> {
  const saved = await execute(
    db,
    sql`update instant.run set state = ${state}, reason = ${reason && JSON.stringify(reason)}::jsonb, ended_at = ${at}
        where dossier_id = ${dossierId} and state = 'passed'`,
  )
  return saved === 1
}

export async function noteAskedForPerson(db: Db, dossierId: string, at: Date): Promise<boolean> {
  const saved = await execute(
    db,
    sql`update instant.run set asked_for_person_at = ${at}
        where dossier_id = ${dossierId} and state = 'issued' and asked_for_person_at is null`,
  )
  return saved === 1
}

/** Runs that passed their checks and were not carried to the end since this moment. */
export function runsStuckSince(db: Db, before: Date): Promise<Pick<Run, 'dossierId'>[]> {
  return rows(
    db,
    sql<Pick<Run, 'dossierId'>>`select dossier_id from instant.run where state = 'passed' and began_at < ${before}`,
  )
}
