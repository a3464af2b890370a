import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { SignatureRequestState, SigningRequest } from './signing-request.ts'

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
    sql`insert into signing.request (id, purpose, subject, file_id, sha256, signer, key_ref, fingerprint, by_account_id, by_name,
          fill, context, state, requested_at)
        values (${request.id}, ${request.purpose}, ${request.subject}, ${request.fileId}, ${request.sha256}, ${request.signer}, ${request.keyRef},
          ${request.fingerprint}, ${request.byAccountId}, ${request.byName}, ${JSON.stringify(request.fill)}::jsonb, ${JSON.stringify(request.context)}::jsonb,
          'requested', ${request.requestedAt})`,
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
        where id = ${id} and state in ('requested', 'waiting', 'raising')`,
  )
  return changed === 1
}

export function requestById(db: Db, id: string): Promise<SigningRequest | undefined> {
  return maybeRow(
    db,
    sql<SigningRequest>`
      select id, purpose, subject, file_id, sha256, signer, key_ref, fingerprint, by_account_id, by_name, fill, context, state, requested_at
      from signing.request where id = ${id}`,
  )
}

/** What the holder reads on their own device about one paper. */
export type ShownPaper = { id: string; title: string; code: string }

/** Their holder has been asked once for all of them. */
export async function requestsWaiting(db: Db, shown: readonly ShownPaper[], confirmationId: string): Promise<void> {
  await execute(
    db,
    sql`update signing.request set state = 'waiting', confirmation_id = ${confirmationId}, shown_title = shown.title,
          shown_code = shown.code
        from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as shown (id uuid, title text, code text)
        where request.id = shown.id and state = 'requested'`,
  )
}

/** Who is being asked about this file on a device of their own. */
export function waitingOnFile(db: Db, fileId: string): Promise<{ byName: string; expiresAt: Date } | undefined> {
  return maybeRow(
    db,
    sql<{ byName: string; expiresAt: Date }>`
      select r.by_name, c.expires_at from signing.request r join signing.confirmation c on c.id = r.confirmation_id
      where r.file_id = ${fileId} and r.state = 'waiting' limit 1`,
  )
}

/** Since when the device of this certificate's key has answered with another's; a signature that was made ends it. */
export async function refusedAsAnothersSince(db: Db, fingerprint: string): Promise<Date | undefined> {
  const found = await maybeRow(
    db,
    sql<{ since: Date | null }>`
      select min(ended_at) as since from signing.request
      where fingerprint = ${fingerprint} and state = 'failed' and error = 'signing.certificate-of-another'
        and ended_at > coalesce((select max(ended_at) from signing.request
                                 where fingerprint = ${fingerprint} and state in ('completed', 'raising')), '-infinity')`,
  )
  return found?.since ?? undefined
}
