import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Draft, DraftFile } from './draft.ts'

const DRAFT = sql.raw(
  `id, resume_code, owner_account_id, procedure_code, procedure_version_id, competent_unit_code, pages, created_at, updated_at, keep_until,
   array(select h.helper_account_id from dossiers.help h where h.draft_id = draft.id) as helper_account_ids`,
)

/** False when the code is taken: make another. */
export async function insertDraft(db: Db, draft: Draft): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into dossiers.draft (id, resume_code, owner_account_id, procedure_code, procedure_version_id, competent_unit_code,
          pages, created_at, updated_at, keep_until)
        values (${draft.id}, ${draft.resumeCode}, ${draft.ownerAccountId}, ${draft.procedureCode}, ${draft.procedureVersionId},
          ${draft.competentUnitCode}, ${JSON.stringify(draft.pages)}::jsonb, ${draft.createdAt}, ${draft.updatedAt}, ${draft.keepUntil})
        on conflict (resume_code) do nothing`,
  )
  return inserted === 1
}

export function draftByCode(db: Db, resumeCode: string): Promise<Draft | undefined> {
  return maybeRow(db, sql<Draft>`select ${DRAFT} from dossiers.draft where resume_code = ${resumeCode}`)
}

export function draftById(db: Db, id: string): Promise<Draft | undefined> {
  return maybeRow(db, sql<Draft>`select ${DRAFT} from dossiers.draft where id = ${id}`)
}

export function draftsOf(db: Db, ownerAccountId: string): Promise<Draft[]> {
  return rows(
    db,
    sql<Draft>`select ${DRAFT} from dossiers.draft where owner_account_id = ${ownerAccountId} order by updated_at desc limit 100`,
  )
}

/** Whoever else wants to change the draft waits for the end of this transaction. */
export async function lockDraft(db: Db, id: string): Promise<void> {
  await execute(db, sql`select id from dossiers.draft where id = ${id} for update`)
}

/** The answers of one page as they stand, while nobody else may change the draft. */
export async function lockedDraftPage(db: Db, id: string, page: string): Promise<Record<string, unknown> | undefined> {
  const held = await maybeRow(
    db,
    sql<{ answers: Record<string, unknown> | null }>`
      select pages -> ${page}::text as answers from dossiers.draft where id = ${id} for update`,
  )
  return held?.answers ?? undefined
}

export type DraftChange = { now: Date; keepUntil: LegalDate }

/** Replaces the answers of one page and leaves the others alone, so that two windows do not undo each other. */
export async function saveDraftAnswers(
  db: Db,
  id: string,
  page: string,
  answers: Record<string, unknown>,
  change: DraftChange,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft set pages = pages || jsonb_build_object(${page}::text, ${JSON.stringify(answers)}::jsonb),
          updated_at = ${change.now}, keep_until = ${change.keepUntil}
        where id = ${id}`,
  )
}

export async function saveDraftUnit(db: Db, id: string, competentUnitCode: string, change: DraftChange): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft set competent_unit_code = ${competentUnitCode}, updated_at = ${change.now}, keep_until = ${change.keepUntil}
        where id = ${id}`,
  )
}

export function draftFiles(db: Db, draftId: string): Promise<DraftFile[]> {
  return rows(
    db,
    sql<DraftFile>`
      select component_code, file_id, vault_entry_id from dossiers.draft_file where draft_id = ${draftId} order by component_code, added_at, file_id`,
  )
}

export async function insertDraftFile(
  db: Db,
  draftId: string,
  { componentCode, fileId, vaultEntryId = null }: DraftFile,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.draft_file (draft_id, component_code, file_id, added_at, vault_entry_id)
        values (${draftId}, ${componentCode}, ${fileId}, ${now}, ${vaultEntryId}) on conflict do nothing`,
  )
}

export async function deleteDraftFile(db: Db, draftId: string, fileId: string): Promise<number> {
  return execute(db, sql`delete from dossiers.draft_file where draft_id = ${draftId} and file_id = ${fileId}`)
}

export async function deleteDraft(db: Db, id: string): Promise<void> {
  await execute(db, sql`delete from dossiers.draft where id = ${id}`)
}

/** Forgets drafts nobody came back to; gives how many. Their files go with the file store's own sweep. */
export async function deleteDraftsKeptUntil(db: Db, before: LegalDate): Promise<number> {
  return execute(db, sql`delete from dossiers.draft where keep_until < ${before}`)
}
