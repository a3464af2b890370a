import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { FormLayout } from '../form.ts'

export type FormDraft = {
  code: string
  layout: FormLayout
  /** Rises with every saving, so that nobody overwrites what they have not seen. */
  revision: number
  byName: string
  savedAt: Date
}

/** Drafts by form code: one, or all. */
export async function formDrafts(db: Db, code?: string): Promise<FormDraft[]> {
  return rows(
    db,
    sql<FormDraft>`select code, layout, revision, by_name, saved_at from forms.form_draft
      where ${code ?? null}::text is null or code = ${code ?? null} order by code`,
  )
}

/** Saves a draft over the given revision (0: there was none); false when somebody else has saved since. */
export async function saveDraft(
  db: Db,
  { code, layout, revision, byName, savedAt, byAccountId }: FormDraft & { byAccountId: string | null },
  over: number,
): Promise<boolean> {
  const json = JSON.stringify(layout)
  const saved =
    over === 0
      ? await execute(
          db,
          sql`insert into forms.form_draft (code, revision, layout, by_account_id, by_name, saved_at)
            values (${code}, ${revision}, ${json}::jsonb, ${byAccountId}, ${byName}, ${savedAt})
            on conflict (code) do nothing`,
        )
      : await execute(
          db,
          sql`update forms.form_draft set revision = ${revision}, layout = ${json}::jsonb,
              by_account_id = ${byAccountId}, by_name = ${byName}, saved_at = ${savedAt}
            where code = ${code} and revision = ${over}`,
        )
  return saved === 1
}

/** False when the draft is not (any more) of that revision. */
export async function deleteDraft(db: Db, code: string, revision: number): Promise<boolean> {
  return (await execute(db, sql`delete from forms.form_draft where code = ${code} and revision = ${revision}`)) === 1
}
