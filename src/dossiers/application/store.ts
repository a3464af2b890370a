import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { Application, DraftApplication } from './application.ts'

export function draftApplication(db: Db, draftId: string): Promise<DraftApplication | undefined> {
  return maybeRow(
    db,
    sql<DraftApplication>`
      select draft_id, input_sha256, file_id, sha256, prepared_at, how, signed_file_id, signed_sha256, signer_name, fingerprint, signed_at
      from dossiers.draft_application where draft_id = ${draftId}`,
  )
}

type Prepared = Pick<DraftApplication, 'draftId' | 'inputSha256' | 'fileId' | 'sha256' | 'preparedAt'>

/** Takes the place of what was laid out before, signed or not. False when the form was handed in at this very moment. */
export async function savePrepared(
  db: Db,
  { draftId, inputSha256, fileId, sha256, preparedAt }: Prepared,
): Promise<boolean> {
  const saved = await execute(
    db,
    sql`insert into dossiers.draft_application (draft_id, input_sha256, file_id, sha256, prepared_at)
        select id, ${inputSha256}, ${fileId}, ${sha256}, ${preparedAt}::timestamptz
        from dossiers.draft where id = ${draftId} for key share
        on conflict (draft_id) do update set input_sha256 = excluded.input_sha256, file_id = excluded.file_id, sha256 = excluded.sha256,
          prepared_at = excluded.prepared_at, how = null, signed_file_id = null, signed_sha256 = null, signer_name = null,
          fingerprint = null, signed_at = null`,
  )
  return saved === 1
}

type Signed = Pick<
  DraftApplication,
  'draftId' | 'fileId' | 'how' | 'signedFileId' | 'signedSha256' | 'signerName' | 'fingerprint' | 'signedAt'
>

/** False when it was laid out anew meanwhile: another application. */
export async function saveSigned(db: Db, signed: Signed): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update dossiers.draft_application set how = ${signed.how}, signed_file_id = ${signed.signedFileId},
          signed_sha256 = ${signed.signedSha256}, signer_name = ${signed.signerName}, fingerprint = ${signed.fingerprint},
          signed_at = ${signed.signedAt}
        where draft_id = ${signed.draftId} and file_id = ${signed.fileId}`,
  )
  return changed === 1
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
