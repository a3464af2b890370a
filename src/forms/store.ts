import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import type { FormDefinition } from './form.ts'

type FormRow = { definition: FormDefinition }

/** The form with a code in force on a day, if there is one. */
export async function formInForce(db: Db, code: string, on: LegalDate): Promise<FormDefinition | undefined> {
  const row = await maybeRow(
    db,
    sql<FormRow>`select definition from forms.form_definition
      where code = ${code} and valid_from <= ${on} order by valid_from desc limit 1`,
  )
  return row?.definition
}

/** The version a dossier was filled in with. */
export async function formVersion(db: Db, code: string, version: number): Promise<FormDefinition | undefined> {
  const row = await maybeRow(
    db,
    sql<FormRow>`select definition from forms.form_definition where code = ${code} and version = ${version}`,
  )
  return row?.definition
}

/** A published version with the day it begins; `publishedBy` is null for one that came with the system. */
export type PublishedForm = {
  definition: FormDefinition
  validFrom: LegalDate
  publishedAt: Date
  publishedBy: string | null
}

/** Published versions of one form, or of all, the newest first. */
export async function formVersions(db: Db, code?: string): Promise<PublishedForm[]> {
  return rows(
    db,
    sql<PublishedForm>`select definition, valid_from, published_at, published_by from forms.form_definition
      where ${code ?? null}::text is null or code = ${code ?? null} order by code, version desc`,
  )
}

/** False when the code already has this version, or one that begins on this day. */
export async function insertForm(
  db: Db,
  id: string,
  definition: FormDefinition,
  validFrom: LegalDate,
  published: { at: Date; by: string | null },
): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into forms.form_definition (id, code, version, valid_from, definition, published_at, published_by)
      values (${id}, ${definition.id}, ${definition.version}, ${validFrom}, ${JSON.stringify(definition)}::jsonb,
        ${published.at}, ${published.by})
      on conflict do nothing`,
  )
  return inserted === 1
}
