import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'

export type StoredTotp = { accountId: string; secretBox: string; confirmedAt: Date | null; lastStep: bigint }

/** khoá truy cập */
export type Passkey = {
  accountId: string
  /** Credential id, base64url. */
  id: string
  /** COSE key, base64url. */
  publicKey: string
  counter: bigint
  transports: string[]
  backedUp: boolean
  name: string
  addedAt: Date
  lastUsedAt: Date | null
}

export function totpOf(db: Db, accountId: string): Promise<StoredTotp | undefined> {
  return maybeRow(
    db,
    sql<StoredTotp>`select account_id, secret_box, confirmed_at, last_step from identity.totp where account_id = ${accountId}`,
  )
}

/** Puts a secret in place of an unconfirmed one; a confirmed one stays until it is removed. */
export async function offerTotp(db: Db, accountId: string, secretBox: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`insert into identity.totp (account_id, secret_box, created_at, last_step) values (${accountId}, ${secretBox}, ${now}, 0)
        on conflict (account_id) do update set secret_box = excluded.secret_box, created_at = excluded.created_at
        where identity.totp.confirmed_at is null`,
  )
}

/** Uses up a time step. False when this or a later step was used before: a code counts once. */
export async function useTotpStep(db: Db, accountId: string, step: bigint, now: Date): Promise<boolean> {
  const used = await execute(
    db,
    sql`update identity.totp set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${now})
        where account_id = ${accountId} and last_step < ${step}`,
  )
  return used === 1
}

export async function removeTotp(db: Db, accountId: string): Promise<boolean> {
  return (await execute(db, sql`delete from identity.totp where account_id = ${accountId}`)) === 1
}

export function passkeysOf(db: Db, accountId: string): Promise<Passkey[]> {
  return rows(
    db,
    sql<Passkey>`
      select account_id, id, public_key, counter, transports, backed_up, name, added_at, last_used_at
      from identity.passkey where account_id = ${accountId} order by added_at`,
  )
}

export async function insertPasskey(db: Db, passkey: Passkey): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into identity.passkey (account_id, id, public_key, counter, transports, backed_up, name, added_at)
        values (${passkey.accountId}, ${passkey.id}, ${passkey.publicKey}, ${passkey.counter}, ${passkey.transports},
          ${passkey.backedUp}, ${passkey.name}, ${passkey.addedAt}) on conflict do nothing`,
  )
  return inserted === 1
}

export async function notePasskeyUse(db: Db, accountId: string, id: string, counter: number, now: Date): Promise<void> {
  await execute(
    db,
    sql`update identity.passkey set counter = ${counter}, last_used_at = ${now} where account_id = ${accountId} and id = ${id}`,
  )
}

export async function removePasskey(db: Db, accountId: string, id: string): Promise<boolean> {
  return (await execute(db, sql`delete from identity.passkey where account_id = ${accountId} and id = ${id}`)) === 1
}

export async function hasSecondFactor(db: Db, accountId: string): Promise<boolean> {
  const found = await maybeRow(
    db,
    sql`select 1 from identity.totp where account_id = ${accountId} and confirmed_at is not null
        union all select 1 from identity.passkey where account_id = ${accountId} limit 1`,
  )
  return found !== undefined
}
