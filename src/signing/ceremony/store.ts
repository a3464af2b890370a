import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { PreparedSignature } from '../prepare-signature.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import type { Confirmation } from './confirmation.ts'

const CONFIRMATION = sql.raw(`id, signer, key_ref, transaction, by_account_id, begun_at, expires_at, ended_at`)

export async function insertConfirmation(db: Db, asked: Confirmation): Promise<void> {
  await execute(
    db,
    sql`insert into signing.confirmation (id, signer, key_ref, transaction, by_account_id, begun_at, expires_at)
        values (${asked.id}, ${asked.signer}, ${asked.keyRef}, ${asked.transaction}, ${asked.byAccountId}, ${asked.begunAt},
          ${asked.expiresAt})`,
  )
}

export function confirmationById(db: Db, id: string): Promise<Confirmation | undefined> {
  return maybeRow(db, sql<Confirmation>`select ${CONFIRMATION} from signing.confirmation where id = ${id}`)
}

/** Those that wait and that nobody works on. */
export function openConfirmations(db: Db, now: Date): Promise<Confirmation[]> {
  return rows(
    db,
    sql<Confirmation>`select ${CONFIRMATION} from signing.confirmation
                      where ended_at is null and (claimed_until is null or claimed_until < ${now}) order by expires_at limit 500`,
  )
}

/** Takes an open confirmation for the caller alone; nothing when another has it. */
export function claimConfirmation(
  db: Db,
  { signer, transaction }: Pick<Confirmation, 'signer' | 'transaction'>,
  { now, until }: { now: Date; until: Date },
): Promise<Confirmation | undefined> {
  return maybeRow(
    db,
    sql<Confirmation>`update signing.confirmation set claimed_until = ${until}
                      where signer = ${signer} and transaction = ${transaction} and ended_at is null
                        and (claimed_until is null or claimed_until < ${now})
                      returning ${CONFIRMATION}`,
  )
}

export async function releaseConfirmation(db: Db, id: string): Promise<void> {
  await execute(db, sql`update signing.confirmation set claimed_until = null where id = ${id}`)
}

/** Ends it when no file of it waits any more; says whether it did. */
export async function endConfirmation(db: Db, id: string, now: Date): Promise<boolean> {
  const ended = await execute(
    db,
    sql`update signing.confirmation set ended_at = ${now}
        where id = ${id} and not exists (select from signing.request where confirmation_id = ${id} and state = 'waiting')`,
  )
  return ended === 1
}

/** Keeps what will be appended: the file before is in the file store already. */
export async function insertPrepared(
  db: Db,
  requestId: string,
  { pdf, contents, signedAttributesDer, hash, certificateChain }: PreparedSignature,
  sizeBefore: number,
): Promise<void> {
  await execute(
    db,
    sql`insert into signing.prepared (request_id, increment, contents_start, contents_end, signed_attributes, hash, certificate_chain)
        values (${requestId}, ${pdf.subarray(sizeBefore)}, ${contents.start}, ${contents.end}, ${signedAttributesDer}, ${hash},
          ${certificateChain.map((der) => Buffer.from(der))}::bytea[])`,
  )
}

type PreparedRow = {
  increment: Buffer
  contentsStart: number
  contentsEnd: number
  signedAttributes: Buffer
  hash: PreparedSignature['hash']
  certificateChain: Buffer[]
  signature: Buffer
}

/** A prepared file made whole again from the file before, with the signature that came for it. */
export async function preparedById(
  db: Db,
  requestId: string,
  before: Buffer,
): Promise<PreparedSignature & { signature: Buffer }> {
  const row = await oneRow(
    db,
    sql<PreparedRow>`select increment, contents_start, contents_end, signed_attributes, hash, certificate_chain, signature
                     from signing.prepared where request_id = ${requestId} and signature is not null`,
  )
  return {
    pdf: Buffer.concat([before, row.increment]),
    contents: { start: row.contentsStart, end: row.contentsEnd },
    signedAttributesDer: row.signedAttributes,
    hash: row.hash,
    certificateChain: row.certificateChain,
    signature: row.signature,
  }
}

export async function keepSignature(db: Db, requestId: string, signature: Uint8Array): Promise<void> {
  await execute(
    db,
    sql`update signing.prepared set signature = ${Buffer.from(signature)} where request_id = ${requestId}`,
  )
}

/** Requests of a confirmation that wait: for the holder, or only for their file to be finished. */
export async function waitingIn(db: Db, id: string, forWhat: 'holder' | 'finishing'): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`select r.id from signing.request r join signing.prepared p on p.request_id = r.id
                        where r.confirmation_id = ${id} and r.state = 'waiting'
                          and (p.signature is null) = ${forWhat === 'holder'}
                        order by r.requested_at, r.id`,
  )
  return found.map((one) => one.id)
}

export async function deletePrepared(db: Db, requestId: string): Promise<void> {
  await execute(db, sql`delete from signing.prepared where request_id = ${requestId}`)
}

/** Of requests that ended while nobody could clear away after them. */
export async function dropLeftPrepared(db: Db): Promise<void> {
  await execute(
    db,
    sql`delete from signing.prepared p using signing.request r
        where r.id = p.request_id and r.state not in ('requested', 'waiting')`,
  )
}

export type ConfirmedFile = Pick<SigningRequest, 'id' | 'purpose' | 'subject' | 'context' | 'state'> & {
  title: string
  /** As on the telephone. */
  code: string
  error: string | null
  /** The holder has agreed; what is missing is ours to do. */
  isConfirmed: boolean
}

/** Every file of a confirmation with what became of it. */
export function filesOfConfirmation(db: Db, id: string): Promise<ConfirmedFile[]> {
  return rows(
    db,
    sql<ConfirmedFile>`select r.id, r.purpose, r.subject, r.context, r.state, r.error, r.shown_title as title,
                              r.shown_code as code, r.state = 'waiting' and p.signature is not null as is_confirmed
                       from signing.request r left join signing.prepared p on p.request_id = r.id
                       where r.confirmation_id = ${id} order by r.requested_at, r.id`,
  )
}

export type OpenConfirmation = Pick<Confirmation, 'id' | 'signer' | 'begunAt' | 'expiresAt'> & {
  /** Of its first paper. */
  title: string
  papers: number
}

/** What this person is asked on their own device, the most urgent first. */
export function openOf(db: Db, accountId: string): Promise<OpenConfirmation[]> {
  return rows(
    db,
    sql<OpenConfirmation>`
      select c.id, c.signer, c.begun_at, c.expires_at, count(r.id)::int as papers,
             (array_agg(r.shown_title order by r.requested_at, r.id))[1] as title
      from signing.confirmation c join signing.request r on r.confirmation_id = c.id
      where c.by_account_id = ${accountId} and c.ended_at is null
      group by c.id order by c.expires_at limit 200`,
  )
}

export async function countOpenOf(db: Db, accountId: string): Promise<number> {
  const { open } = await oneRow(
    db,
    sql<{ open: number }>`
      select count(*)::int as open from signing.confirmation where by_account_id = ${accountId} and ended_at is null`,
  )
  return open
}
