import { oneRow, rows, sql, type Db } from '../../platform/db.ts'
import { foldText } from '../../platform/text.ts'
import { HOLDER } from './holder-store.ts'
import type { CertificateState, HolderKind, KeyHolder } from './key-holder.ts'

export type CertificateFilter = {
  words: string
  state: CertificateState | null
  kind: HolderKind | null
  signer: string | null
  unitId: string | null
  /** Null: every unit. */
  within: string[] | null
}

/** What the states need to know besides the row itself. */
export type StateFacts = { now: Date; expiringBefore: Date; endedUnitIds: string[] }

type Fragment = ReturnType<typeof sql>

/** By names, after the certificate `after`. */
export function certificatesListed(
  db: Db,
  filter: CertificateFilter,
  facts: StateFacts,
  after: { words: string; fingerprint: string } | null,
  limit: number,
): Promise<(KeyHolder & { foldedWords: string })[]> {
  return rows(
    db,
    sql<KeyHolder & { foldedWords: string }>`
      select ${HOLDER}, folded_words from signing.key_holder
      where ${matching(filter, facts)}
        and (${after === null} or (folded_words, fingerprint) > (${after?.words ?? ''}, ${after?.fingerprint ?? ''}))
      order by folded_words, fingerprint limit ${limit}`,
  )
}

function matching(filter: CertificateFilter, facts: StateFacts): Fragment {
  const words = `%${foldText(filter.words).replace(/[\\%_]/g, '\\$&')}%`
  const { within, unitId, kind, signer } = filter
  return sql`folded_words like ${words}
    and (${kind}::text is null or kind = ${kind}) and (${signer}::text is null or signer = ${signer})
    and (${unitId}::uuid is null or named_unit_id = ${unitId})
    and (${within === null} or named_unit_id = any(${within ?? []}::uuid[]))
    and ${filter.state === null ? sql`true` : inState(filter.state, facts)}`
}

/** The same order of precedence as `stateOf`. */
function inState(state: CertificateState, { now, expiringBefore, endedUnitIds }: StateFacts): Fragment {
  const revoked = sql`(stopped_as is not distinct from 'revoked' or (stopped_as is null and revocation = 'revoked'))`
  const suspended = sql`(stopped_as is not distinct from 'suspended' or (stopped_as is null and revocation = 'suspended'))`
  const ended = sql`coalesce(named_unit_id = any(${endedUnitIds}::uuid[]), false)`
  const valid = sql`withdrawn_at is null and valid_from <= ${now} and valid_to >= ${now}`
  const unstopped = sql`${valid} and not ${revoked} and not ${suspended}`
  const served = sql`coalesce(serves_until <= ${now}, false)`
  const good = sql`${unstopped} and not ${served} and not ${ended}`
  const serves = sql`${good} and serves_from <= ${now}`
  const conditions: Record<CertificateState, Fragment> = {
    withdrawn: sql`withdrawn_at is not null`,
    expired: sql`withdrawn_at is null and valid_to < ${now}`,
    revoked: sql`${valid} and ${revoked}`,
    suspended: sql`${valid} and ${suspended}`,
    'unit-merged': sql`${unstopped} and not ${served} and ${ended}`,
    replaced: sql`${unstopped} and ${served}`,
    'not-yet': sql`withdrawn_at is null and (valid_from > ${now} or (${good} and serves_from > ${now}))`,
    'handing-over': sql`${serves} and serves_until > ${now}`,
    expiring: sql`${serves} and serves_until is null and valid_to < ${expiringBefore}`,
    'in-force': sql`${serves} and serves_until is null and valid_to >= ${expiringBefore}`,
  }
  return conditions[state]
}

/** The units that certificates still in the register name. */
export async function namedUnits(db: Db): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ namedUnitId: string }>`
      select distinct named_unit_id from signing.key_holder where named_unit_id is not null and withdrawn_at is null`,
  )
  return found.map(({ namedUnitId }) => namedUnitId)
}

/** The signers that hold a certificate of the register. */
export async function signersInUse(db: Db): Promise<string[]> {
  const found = await rows(db, sql<{ signer: string }>`select distinct signer from signing.key_holder order by signer`)
  return found.map(({ signer }) => signer)
}

export type CertificateUse = {
  id: string
  purpose: string
  subject: string
  byName: string
  state: string
  requestedAt: Date
}

/** What a certificate was used for, the newest first. */
export function usesOf(db: Db, fingerprint: string, limit: number): Promise<CertificateUse[]> {
  return rows(
    db,
    sql<CertificateUse>`
      select id, purpose, subject, by_name, state, requested_at from signing.request
      where fingerprint = ${fingerprint} order by requested_at desc limit ${limit}`,
  )
}

export async function countUses(db: Db, fingerprint: string): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from signing.request where fingerprint = ${fingerprint} and state = 'completed'`,
  )
  return Number(count)
}

type Ending = { from: Date; until: Date; within: string[] | null }

/** Certificates in service that end between two instants; the nearest first, citizens' left out. */
export function holdersEndingBy(db: Db, { from, until, within }: Ending, limit: number): Promise<KeyHolder[]> {
  return rows(
    db,
    sql<KeyHolder>`
      select ${HOLDER} from signing.key_holder
      where withdrawn_at is null and serves_until is null and kind <> 'citizen' and valid_to >= ${from} and valid_to < ${until}
        and (${within === null} or named_unit_id = any(${within ?? []}::uuid[]))
      order by valid_to, fingerprint limit ${limit}`,
  )
}

/** Certificates in service and valid, page by page. */
export async function holdersInForce(db: Db, now: Date, after: string, limit: number): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ fingerprint: string }>`
      select fingerprint from signing.key_holder
      where withdrawn_at is null and valid_from <= ${now} and valid_to >= ${now} and fingerprint > ${after}
      order by fingerprint limit ${limit}`,
  )
  return found.map(({ fingerprint }) => fingerprint)
}
