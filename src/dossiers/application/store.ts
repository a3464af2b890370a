import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { Application, DraftApplication } from './application.ts'

export function draftApplication(db: Db, draftId: string): Promise<DraftApplication | undefined> {
  return maybeRow(
    db,
    sql<DraftApplication>`
      select draft_id, input_sha256, file_id, sha256, prepared_at, places, voided_at, how, signed_file_id, signed_sha256, signer_name,
        fingerprint, signed_at
      from dossiers.draft_application where draft_id = ${draftId}`,
  )
}

type Prepared = Pick<DraftApplication, 'draftId' | 'inputSha256' | 'fileId' | 'sha256' | 'preparedAt' | 'places'>

/** Takes the place of what was laid out before, signed or not. False when the form was handed in at this very moment. */
export async function savePrepared(
  db: Db,
  { draftId, inputSha256, fileId, sha256, preparedAt, places }: Prepared,
): Promise<boolean> {
  const saved = await execute(
    db,
    sql`insert into dossiers.draft_application (draft_id, input_sha256, file_id, sha256, prepared_at, places)
        select id, ${inputSha256}, ${fileId}, ${sha256}, ${preparedAt}::timestamptz, ${JSON.stringify(places)}::jsonb
        from dossiers.draft where id = ${draftId} for key share
        on conflict (draft_id) do update set input_sha256 = excluded.input_sha256, file_id = excluded.file_id, sha256 = excluded.sha256,
          prepared_at = excluded.prepared_at, places = excluded.places, voided_at = null, how = null, signed_file_id = null, signed_sha256 = null, signer_name = null,
          fingerprint = null, signed_at = null`,
  )
  return saved === 1
}

type Confirmed = Pick<DraftApplication, 'draftId' | 'fileId' | 'signerName' | 'signedAt'>

/** The filer stands by it without a signature. False when it was laid out anew meanwhile: another application. */
export async function saveConfirmed(db: Db, { draftId, fileId, signerName, signedAt }: Confirmed): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update dossiers.draft_application set how = 'confirmed-identity', signer_name = ${signerName}, signed_at = ${signedAt}
        where draft_id = ${draftId} and file_id = ${fileId} and voided_at is null`,
  )
  return changed === 1
}

export type Revision = {
  draftId: string
  /** The paper this signature went over. */ over: string
  fileId: string
  sha256: string
}

/** One more signature on the paper. False when another came before it, or the content changed: that revision is no part of this one. */
export async function saveRevision(db: Db, { draftId, over, fileId, sha256 }: Revision): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update dossiers.draft_application set signed_file_id = ${fileId}, signed_sha256 = ${sha256}
        where draft_id = ${draftId} and coalesce(signed_file_id, file_id) = ${over} and voided_at is null`,
  )
  return changed === 1
}

export type SignedBy = { signerName: string; fingerprint: string; signedAt: Date }

export async function saveFilerSigned(
  db: Db,
  draftId: string,
  { signerName, fingerprint, signedAt }: SignedBy,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft_application set how = 'digital-signature', signer_name = ${signerName}, fingerprint = ${fingerprint},
          signed_at = ${signedAt}
        where draft_id = ${draftId}`,
  )
}

/** No signature on it counts any more; it is laid out anew before the next. */
export async function saveVoided(db: Db, draftId: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft_application set voided_at = ${now} where draft_id = ${draftId} and voided_at is null`,
  )
}

export async function insertApplication(db: Db, dossierId: string, one: Application): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.application (dossier_id, file_id, sha256, how, signer_name, fingerprint, signed_at)
        values (${dossierId}, ${one.fileId}, ${one.sha256}, ${one.how}, ${one.signerName}, ${one.fingerprint}, ${one.signedAt})`,
  )
}

export function applicationOf(db: Db, dossierId: string): Promise<Application | undefined> {
  return maybeRow(
    db,
    sql<Application>`
      select file_id, sha256, how, signer_name, fingerprint, signed_at from dossiers.application where dossier_id = ${dossierId}`,
  )
}
