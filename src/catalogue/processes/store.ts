import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Term } from '../../platform/term.ts'
import { FIVE_STEPS, type ProcessDefinition, type ProcessVersion } from './process.ts'
import { readProcess } from './read-process.ts'

type ProcessRow = { id: string; definition: unknown }

const inForce = (on: LegalDate) => sql`v.valid_from <= ${on} and (v.valid_to is null or v.valid_to >= ${on})`

function toVersion({ id, definition }: ProcessRow): ProcessVersion {
  return { id, definition: readProcess(definition) }
}

/** The process a procedure follows on a day: its own, else the province's default. */
export async function processInForce(
  db: Db,
  procedureCode: string,
  on: LegalDate,
): Promise<ProcessVersion | undefined> {
  const row = await maybeRow(
    db,
    sql<ProcessRow>`
      select v.id, v.definition from catalogue.process_version v
      where (v.procedure_code = ${procedureCode} or (v.procedure_code is null and v.code = ${FIVE_STEPS})) and ${inForce(on)}
      order by v.procedure_code nulls last, v.valid_from desc, v.version desc limit 1`,
  )
  return row && toVersion(row)
}

export async function processById(db: Db, id: string): Promise<ProcessVersion | undefined> {
  const row = await maybeRow(
    db,
    sql<ProcessRow>`select v.id, v.definition from catalogue.process_version v where v.id = ${id}`,
  )
  return row && toVersion(row)
}

/** A published version with its days; `validTo` is the last day in force. */
export type PublishedProcess = ProcessVersion & {
  validFrom: LegalDate
  validTo: LegalDate | null
  publishedAt: Date | null
  publishedBy: string | null
}

/** Published versions of one process, or of all, the newest first. */
export async function processVersions(db: Db, code?: string): Promise<PublishedProcess[]> {
  const found = await rows(
    db,
    sql<Omit<PublishedProcess, 'definition'> & ProcessRow>`
      select v.id, v.definition, v.valid_from, v.valid_to, v.published_at, v.published_by from catalogue.process_version v
      where ${code ?? null}::text is null or v.code = ${code ?? null} order by v.code, v.version desc`,
  )
  return found.map((row) => ({ ...row, definition: readProcess(row.definition) }))
}

/** A version becomes the newest of its process; the one before ends the day before. */
export async function insertProcess(
  db: Db,
  id: string,
  definition: ProcessDefinition,
  published?: { at: Date; by: string },
): Promise<void> {
  const { code, version, validFrom, procedureCode } = definition
  await execute(
    db,
    sql`
      update catalogue.process_version set valid_to = ${validFrom}::date - 1
      where code = ${code} and (valid_to is null or valid_to >= ${validFrom})`,
  )
  await execute(
    db,
    sql`
      insert into catalogue.process_version
        (id, code, version, valid_from, definition, procedure_code, published_at, published_by)
      values (${id}, ${code}, ${version}, ${validFrom}, ${JSON.stringify(definition)}::jsonb, ${procedureCode},
        ${published?.at ?? null}, ${published?.by ?? null})`,
  )
}

export type ProcessDraft = {
  definition: ProcessDefinition
  /** Rises with every saving, so that nobody overwrites what they have not seen. */
  revision: number
  byName: string
  savedAt: Date
}

type DraftRow = Omit<ProcessDraft, 'definition'> & { definition: unknown }

/** Drafts by process code: one, or all. */
export async function processDrafts(db: Db, code?: string): Promise<ProcessDraft[]> {
  const found = await rows(
    db,
    sql<DraftRow>`
      select definition, revision, by_name, saved_at from catalogue.process_draft
      where ${code ?? null}::text is null or code = ${code ?? null} order by code`,
  )
  return found.map((row) => ({ ...row, definition: readProcess(row.definition) }))
}

/** Saves a draft over the given revision (0: there was none); false when somebody else has saved since. */
export async function saveDraft(
  db: Db,
  draft: ProcessDraft & { byAccountId: string | null },
  over: number,
): Promise<boolean> {
  const { definition, revision, byAccountId, byName, savedAt } = draft
  const json = JSON.stringify(definition)
  if (over === 0) {
    const made = await execute(
      db,
      sql`
        insert into catalogue.process_draft (code, revision, definition, by_account_id, by_name, saved_at)
        values (${definition.code}, ${revision}, ${json}::jsonb, ${byAccountId}, ${byName}, ${savedAt})
        on conflict (code) do nothing`,
    )
    return made === 1
  }
  const changed = await execute(
    db,
    sql`
      update catalogue.process_draft set revision = ${revision}, definition = ${json}::jsonb,
        by_account_id = ${byAccountId}, by_name = ${byName}, saved_at = ${savedAt}
      where code = ${definition.code} and revision = ${over}`,
  )
  return changed === 1
}

/** False when the draft is not (any more) of that revision. */
export async function deleteDraft(db: Db, code: string, revision: number): Promise<boolean> {
  return (
    (await execute(db, sql`delete from catalogue.process_draft where code = ${code} and revision = ${revision}`)) === 1
  )
}

/** Known terms of the procedures in force that follow the province's default. */
export async function termsWithoutOwnProcess(db: Db, on: LegalDate): Promise<{ procedureCode: string; term: Term }[]> {
  return rows(
    db,
    sql<{ procedureCode: string; term: Term }>`
      select p.code as procedure_code, t.term from catalogue.procedure_version p,
        jsonb_array_elements(p.summary -> 'terms') as t(term)
      where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on}) and t.term <> 'null'::jsonb
        and not exists (select from catalogue.process_version v where v.procedure_code = p.code and ${inForce(on)})`,
  )
}

/** The process, other than `code`, that a procedure has of its own on a day or later. */
export async function otherProcessOf(
  db: Db,
  procedureCode: string,
  code: string,
  on: LegalDate,
): Promise<string | undefined> {
  const row = await maybeRow(
    db,
    sql<{ code: string }>`
      select v.code from catalogue.process_version v
      where v.procedure_code = ${procedureCode} and v.code <> ${code} and (v.valid_to is null or v.valid_to >= ${on}) limit 1`,
  )
  return row?.code
}
