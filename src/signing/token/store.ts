import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { Facts } from '../../platform/refusal.ts'
import type { TokenPass } from './token-pass.ts'

const PASS = sql.raw(
  `id, request_id, account_id, action, sha256, file_name, download_hash, upload_hash, issued_at, expires_at, downloaded_at, uploaded_at,
   outcome, outcome_facts`,
)

export async function insertPass(db: Db, pass: TokenPass): Promise<void> {
  await execute(
    db,
    sql`insert into signing.token_pass (id, request_id, account_id, action, sha256, file_name, download_hash, upload_hash, issued_at, expires_at)
        values (${pass.id}, ${pass.requestId}, ${pass.accountId}, ${pass.action}, ${pass.sha256}, ${pass.fileName}, ${pass.downloadHash},
          ${pass.uploadHash}, ${pass.issuedAt}, ${pass.expiresAt})`,
  )
}

/** Held until the transaction ends: two who come with the same address come one after the other. */
export function passByDownload(db: Db, downloadHash: string): Promise<TokenPass | undefined> {
  return maybeRow(
    db,
    sql<TokenPass>`select ${PASS} from signing.token_pass where download_hash = ${downloadHash} for update`,
  )
}

export function passByUpload(db: Db, uploadHash: string): Promise<TokenPass | undefined> {
  return maybeRow(
    db,
    sql<TokenPass>`select ${PASS} from signing.token_pass where upload_hash = ${uploadHash} for update`,
  )
}

export function passById(db: Db, id: string): Promise<TokenPass | undefined> {
  return maybeRow(db, sql<TokenPass>`select ${PASS} from signing.token_pass where id = ${id}`)
}

export async function notePassDownloaded(db: Db, id: string, at: Date): Promise<void> {
  await execute(db, sql`update signing.token_pass set downloaded_at = ${at} where id = ${id} and downloaded_at is null`)
}

export async function notePassUploaded(db: Db, id: string, at: Date): Promise<void> {
  await execute(db, sql`update signing.token_pass set uploaded_at = ${at} where id = ${id} and uploaded_at is null`)
}

export async function notePassOutcome(db: Db, id: string, outcome: string, facts: Facts): Promise<void> {
  await execute(
    db,
    sql`update signing.token_pass set outcome = ${outcome}, outcome_facts = ${JSON.stringify(facts)}::jsonb
        where id = ${id} and outcome is null`,
  )
}

/** A new pass for the same request makes the earlier ones useless. */
export async function endPassesOf(db: Db, requestId: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update signing.token_pass set expires_at = ${now} where request_id = ${requestId} and uploaded_at is null and expires_at > ${now}`,
  )
}
