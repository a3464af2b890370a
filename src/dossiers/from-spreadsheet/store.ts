import { execute, maybeRow, rows, send, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Bundle, BundleFile, BundleRow, Counts, RowState } from './bundle.ts'

const BUNDLE = sql.raw(
  'id, owner_account_id, procedure_code, procedure_version_id, file_name, sheet_sha256, created_at, updated_at, filing_since, keep_until',
)
const ROW = sql.raw('line, typed, state, input, content_sha256, dossier_code, refusal')

/** False when this very sheet was sent before and is still kept. */
export async function insertBundle(db: Db, bundle: Bundle): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into dossiers.bundle (id, owner_account_id, procedure_code, procedure_version_id, file_name, sheet_sha256, created_at,
          updated_at, keep_until)
        values (${bundle.id}, ${bundle.ownerAccountId}, ${bundle.procedureCode}, ${bundle.procedureVersionId}, ${bundle.fileName},
          ${bundle.sheetSha256}, ${bundle.createdAt}, ${bundle.updatedAt}, ${bundle.keepUntil})
        on conflict (owner_account_id, procedure_code, sheet_sha256) do nothing`,
  )
  return inserted === 1
}

export function bundleOfSheet(
  db: Db,
  ownerAccountId: string,
  procedureCode: string,
  sheetSha256: string,
): Promise<Bundle | undefined> {
  return maybeRow(
    db,
    sql<Bundle>`select ${BUNDLE} from dossiers.bundle
      where owner_account_id = ${ownerAccountId} and procedure_code = ${procedureCode} and sheet_sha256 = ${sheetSha256}`,
  )
}

export function bundleById(db: Db, id: string): Promise<Bundle | undefined> {
  return maybeRow(db, sql<Bundle>`select ${BUNDLE} from dossiers.bundle where id = ${id}`)
}

/** Whoever else wants to change the bundle waits for the end of this transaction. */
export function lockedBundle(db: Db, id: string): Promise<Bundle | undefined> {
  return maybeRow(db, sql<Bundle>`select ${BUNDLE} from dossiers.bundle where id = ${id} for update`)
}

export type ListedBundle = Bundle & Counts

export function bundlesOf(db: Db, ownerAccountId: string): Promise<ListedBundle[]> {
  return rows(
    db,
    sql<ListedBundle>`
      select ${BUNDLE}, faulty, ready, filed, refused from dossiers.bundle, lateral (
        select count(*) filter (where state = 'faulty')::int as faulty, count(*) filter (where state = 'ready')::int as ready,
          count(*) filter (where state = 'filed')::int as filed, count(*) filter (where state = 'refused')::int as refused
        from dossiers.bundle_row where bundle_id = id) as counted
      where owner_account_id = ${ownerAccountId} order by updated_at desc limit 50`,
  )
}

export async function touchBundle(db: Db, id: string, now: Date, keepUntil: LegalDate): Promise<void> {
  await execute(db, sql`update dossiers.bundle set updated_at = ${now}, keep_until = ${keepUntil} where id = ${id}`)
}

export async function saveFiling(db: Db, id: string, filingSince: Date | null): Promise<void> {
  await execute(db, sql`update dossiers.bundle set filing_since = ${filingSince} where id = ${id}`)
}

export function rowsOf(db: Db, bundleId: string): Promise<BundleRow[]> {
  return rows(db, sql<BundleRow>`select ${ROW} from dossiers.bundle_row where bundle_id = ${bundleId} order by line`)
}

export function lockedRow(db: Db, bundleId: string, line: number): Promise<BundleRow | undefined> {
  return maybeRow(
    db,
    sql<BundleRow>`select ${ROW} from dossiers.bundle_row where bundle_id = ${bundleId} and line = ${line} for update`,
  )
}

/** The next good rows that wait to be filed. */
export async function readyLines(db: Db, bundleId: string, limit: number): Promise<number[]> {
  const found = await rows(
    db,
    sql<{ line: number }>`
      select line from dossiers.bundle_row where bundle_id = ${bundleId} and state = 'ready' order by line limit ${limit}`,
  )
  return found.map(({ line }) => line)
}

export async function saveRows(db: Db, bundleId: string, changed: readonly BundleRow[]): Promise<void> {
  if (changed.length === 0) return
  await execute(
    db,
    sql`insert into dossiers.bundle_row (bundle_id, line, typed, state, input, content_sha256, dossier_code, refusal)
        select ${bundleId}::uuid, r.line, r.typed, r.state, r.input, r."contentSha256", r."dossierCode", r.refusal
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r(line int, typed jsonb, state text, input jsonb, "contentSha256" text,
          "dossierCode" text, refusal jsonb)
        on conflict (bundle_id, line) do update set typed = excluded.typed, state = excluded.state, input = excluded.input,
          content_sha256 = excluded.content_sha256, dossier_code = excluded.dossier_code, refusal = excluded.refusal`,
  )
}

export async function saveRowFiled(
  db: Db,
  bundleId: string,
  line: number,
  dossierCode: string,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.bundle_row set state = 'filed', dossier_code = ${dossierCode}, refusal = null, filed_at = ${now}
        where bundle_id = ${bundleId} and line = ${line}`,
  )
}

export async function saveRowRefused(
  db: Db,
  bundleId: string,
  line: number,
  refusal: BundleRow['refusal'],
): Promise<number> {
  return execute(
    db,
    sql`update dossiers.bundle_row set state = ${'refused' satisfies RowState}, refusal = ${JSON.stringify(refusal)}::jsonb
        where bundle_id = ${bundleId} and line = ${line} and state = 'ready'`,
  )
}

export function filesOf(db: Db, bundleId: string): Promise<BundleFile[]> {
  return rows(
    db,
    sql<BundleFile>`select name, file_id from dossiers.bundle_file where bundle_id = ${bundleId} order by name`,
  )
}

/** A file of the same name takes the place of the one before. */
export async function saveFile(db: Db, bundleId: string, { name, fileId }: BundleFile): Promise<void> {
  await send(
    db,
    sql`insert into dossiers.bundle_file (bundle_id, name, file_id) values (${bundleId}, ${name}, ${fileId})
        on conflict (bundle_id, name) do update set file_id = excluded.file_id`,
  )
}

/** The dossier this content became already, if any. Two at once come one after the other. */
export async function takeContent(db: Db, ownerAccountId: string, contentSha256: string): Promise<string | undefined> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtextextended(${`${ownerAccountId} ${contentSha256}`}, 0))`)
  return (await filedContents(db, ownerAccountId, [contentSha256])).get(contentSha256)
}

export async function noteContent(
  db: Db,
  ownerAccountId: string,
  contentSha256: string,
  dossierCode: string,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.bundle_filed (owner_account_id, content_sha256, dossier_code)
        values (${ownerAccountId}, ${contentSha256}, ${dossierCode})`,
  )
}

/** Which of these contents are dossiers already. */
export async function filedContents(
  db: Db,
  ownerAccountId: string,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const found = await rows(
    db,
    sql<{ contentSha256: string; dossierCode: string }>`
      select content_sha256, dossier_code from dossiers.bundle_filed
      where owner_account_id = ${ownerAccountId} and content_sha256 = any(${[...hashes]}::text[])`,
  )
  return new Map(found.map(({ contentSha256, dossierCode }) => [contentSha256, dossierCode]))
}

export async function deleteBundlesKeptUntil(db: Db, before: LegalDate): Promise<number> {
  return execute(db, sql`delete from dossiers.bundle where keep_until < ${before} and filing_since is null`)
}
