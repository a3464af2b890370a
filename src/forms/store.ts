import { execute, maybeRow, sql, type Db } from '../platform/db.ts'
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

/** False when the code already has this version, or one that begins on this day. */
export async function insertForm(
  db: Db,
  id: string,
  definition: FormDefinition,
  validFrom: LegalDate,
  now: Date,
): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into forms.form_definition (id, code, version, valid_from, definition, published_at)
      values (${id}, ${definition.id}, ${definition.version}, ${validFrom}, ${JSON.stringify(definition)}::jsonb, ${now})
      on conflict do nothing`,
  )
  return inserted === 1
}
