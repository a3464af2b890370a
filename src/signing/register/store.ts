import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { KeyHolder } from './key-holder.ts'
import type { SignatureRequestState, SigningRequest } from './signing-request.ts'

const HOLDER = sql.raw(
  `signer, key_ref, kind, account_id, unit_id, subject, organisation, issuer, serial, fingerprint, certificate, valid_from, valid_to,
   is_demo, registered_at, withdrawn_at`,
)

/** The key with which this person signs. */
export function keyOfAccount(db: Db, accountId: string): Promise<KeyHolder | undefined> {
  return maybeRow(
    db,
    sql<KeyHolder>`select ${HOLDER} from signing.key_holder where account_id = ${accountId} and withdrawn_at is null`,
  )
}

/** The key with which this agency seals. */
export function keyOfUnit(db: Db, unitId: string): Promise<KeyHolder | undefined> {
  return maybeRow(
    db,
    sql<KeyHolder>`select ${HOLDER} from signing.key_holder where unit_id = ${unitId} and withdrawn_at is null`,
  )
}

/** A holder by the fingerprint of a certificate found in a file; withdrawn ones too. */
export function keyByFingerprint(db: Db, fingerprint: string): Promise<KeyHolder | undefined> {
  return maybeRow(db, sql<KeyHolder>`select ${HOLDER} from signing.key_holder where fingerprint = ${fingerprint}`)
}

/** Writes a holder, or the new certificate of a key already known. Another key of the same holder is withdrawn. */
export async function saveKeyHolder(db: Db, holder: KeyHolder): Promise<void> {
  await execute(
    db,
    sql`update signing.key_holder set withdrawn_at = ${holder.registeredAt}
        where withdrawn_at is null and key_ref <> ${holder.keyRef}
          and (account_id = ${holder.accountId}::uuid or unit_id = ${holder.unitId}::uuid)`,
  )
  await execute(
    db,
    sql`insert into signing.key_holder (signer, key_ref, kind, account_id, unit_id, subject, organisation, issuer, serial, fingerprint,
          certificate, valid_from, valid_to, is_demo, registered_at)
        values (${holder.signer}, ${holder.keyRef}, ${holder.kind}, ${holder.accountId}, ${holder.unitId}, ${holder.subject}, ${holder.organisation},
          ${holder.issuer}, ${holder.serial}, ${holder.fingerprint}, ${holder.certificate}, ${holder.validFrom}, ${holder.validTo},
          ${holder.isDemo}, ${holder.registeredAt})
        on conflict (key_ref) do update set signer = excluded.signer, kind = excluded.kind, account_id = excluded.account_id, unit_id = excluded.unit_id,
          subject = excluded.subject, organisation = excluded.organisation, issuer = excluded.issuer, serial = excluded.serial,
          fingerprint = excluded.fingerprint, certificate = excluded.certificate, valid_from = excluded.valid_from,
          valid_to = excluded.valid_to, is_demo = excluded.is_demo, registered_at = excluded.registered_at, withdrawn_at = null`,
  )
}

/** Requests of this person on the same subject that never ended do so now: the program stopped in the middle of them. */
export async function abandonRequests(db: Db, subject: string, accountId: string | null, now: Date): Promise<void> {
  await execute(
    db,
    sql`update signing.request set state = 'abandoned', ended_at = ${now}
        where subject = ${subject} and by_account_id is not distinct from ${accountId}::uuid and state = 'requested'`,
  )
}

export async function insertRequest(db: Db, request: SigningRequest): Promise<void> {
  await execute(
    db,
    sql`insert into signing.request (id, purpose, subject, file_id, sha256, signer, key_ref, by_account_id, by_name, fill, state, requested_at)
        values (${request.id}, ${request.purpose}, ${request.subject}, ${request.fileId}, ${request.sha256}, ${request.signer}, ${request.keyRef},
          ${request.byAccountId}, ${request.byName}, ${JSON.stringify(request.fill)}::jsonb, 'requested', ${request.requestedAt})`,
  )
}

/** False when the request has ended already. */
export async function endRequest(
  db: Db,
  id: string,
  { state, error, signedFileId }: { state: SignatureRequestState; error?: string; signedFileId?: string },
  now: Date,
): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update signing.request set state = ${state}, error = ${error ?? null}, signed_file_id = ${signedFileId ?? null},
          ended_at = ${now}
        where id = ${id} and state = 'requested'`,
  )
  return changed === 1
}

export function requestById(db: Db, id: string): Promise<SigningRequest | undefined> {
  return maybeRow(
    db,
    sql<SigningRequest>`
      select id, purpose, subject, file_id, sha256, signer, key_ref, by_account_id, by_name, fill, state, requested_at
      from signing.request where id = ${id}`,
  )
}
