import { execute, maybeRow, rows, sql, type Db } from '../../../platform/db.ts'
import type { VaultShare } from './share.ts'

const SHARE = sql.raw(
  'id, entry_id, password_hash, for_whom, created_at, expires_at, most_opens, opens, wrong_tries, revoked_at',
)

export async function insertShare(db: Db, share: VaultShare, tokenSha256: string): Promise<void> {
  await execute(
    db,
    sql`insert into documents.vault_share (id, entry_id, token_sha256, password_hash, for_whom, created_at, expires_at, most_opens)
        values (${share.id}, ${share.entryId}, ${tokenSha256}, ${share.passwordHash}, ${share.forWhom}, ${share.createdAt},
          ${share.expiresAt}, ${share.mostOpens})`,
  )
}

/** Newest first. */
export function sharesOf(db: Db, entryId: string): Promise<VaultShare[]> {
  return rows(
    db,
    sql<VaultShare>`select ${SHARE} from documents.vault_share where entry_id = ${entryId} order by created_at desc, id desc`,
  )
}

export function shareByToken(db: Db, tokenSha256: string): Promise<VaultShare | undefined> {
  return maybeRow(db, sql<VaultShare>`select ${SHARE} from documents.vault_share where token_sha256 = ${tokenSha256}`)
}

/** Held until the transaction ends: two who open at once take turns. */
export function shareForUpdate(db: Db, tokenSha256: string): Promise<VaultShare | undefined> {
  return maybeRow(
    db,
    sql<VaultShare>`select ${SHARE} from documents.vault_share where token_sha256 = ${tokenSha256} for update`,
  )
}

export async function saveOpened(db: Db, id: string): Promise<void> {
  await execute(db, sql`update documents.vault_share set opens = opens + 1, wrong_tries = 0 where id = ${id}`)
}

export async function saveWrongTry(db: Db, id: string): Promise<void> {
  await execute(db, sql`update documents.vault_share set wrong_tries = wrong_tries + 1 where id = ${id}`)
}

export async function saveRevoked(db: Db, id: string, entryId: string, now: Date): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update documents.vault_share set revoked_at = ${now} where id = ${id} and entry_id = ${entryId} and revoked_at is null`,
  )
  return touched === 1
}
