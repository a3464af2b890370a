import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import { foldText } from '../../platform/text.ts'
import type { KeyHolder } from './key-holder.ts'

export const HOLDER = sql.raw(
  `signer, key_ref, kind, account_id, unit_id, citizen_id, named_unit_id, subject, organisation, issuer, serial, fingerprint,
   certificate, chain, valid_from, valid_to, is_demo, registered_at, withdrawn_at, withdrawn_reason, serves_from, serves_until,
   stopped_as, stopped_at, stop_reason, stop_notice, revocation, revocation_asked_at, revocation_answered_at,
   revocation_valid_until, revocation_source, revoked_at, revocation_reason`,
)

const serving = (now: Date) =>
  sql`withdrawn_at is null and serves_from <= ${now} and (serves_until is null or serves_until > ${now})`

/** A token stands beside another key: it may lie at home. `signer`: a key of this one, else any, a token last. */
const chosen = (signer: string | undefined) => sql`
  and (${signer ?? null}::text is null or signer = ${signer ?? null}) order by (signer = 'token') limit 1`

export function holderOfAccount(db: Db, accountId: string, now: Date, signer?: string): Promise<KeyHolder | undefined> {
  return maybeRow(
    db,
    sql<KeyHolder>`select ${HOLDER} from signing.key_holder where account_id = ${accountId} and ${serving(now)} ${chosen(signer)}`,
  )
}

export function holderOfUnit(db: Db, unitId: string, now: Date, signer?: string): Promise<KeyHolder | undefined> {
  return maybeRow(
    db,
    sql<KeyHolder>`select ${HOLDER} from signing.key_holder where unit_id = ${unitId} and ${serving(now)} ${chosen(signer)}`,
  )
}

/** Withdrawn ones too. */
export function holderByFingerprint(db: Db, fingerprint: string): Promise<KeyHolder | undefined> {
  return maybeRow(db, sql<KeyHolder>`select ${HOLDER} from signing.key_holder where fingerprint = ${fingerprint}`)
}

export function holderForUpdate(db: Db, fingerprint: string): Promise<KeyHolder | undefined> {
  return maybeRow(
    db,
    sql<KeyHolder>`select ${HOLDER} from signing.key_holder where fingerprint = ${fingerprint} for update`,
  )
}

/** The certificates of a holder that are not withdrawn and may take each other's place, the one that serves longest last. */
export function holdersBeside(
  db: Db,
  { accountId, unitId, signer }: Pick<KeyHolder, 'accountId' | 'unitId' | 'signer'>,
): Promise<KeyHolder[]> {
  return rows(
    db,
    sql<KeyHolder>`
      select ${HOLDER} from signing.key_holder
      where withdrawn_at is null and (account_id = ${accountId}::uuid or unit_id = ${unitId}::uuid)
        and (signer = 'token') = ${signer === 'token'} order by serves_from for update`,
  )
}

/** The certificate a holder had last, withdrawn or not. */
export function lastHolderOf(
  db: Db,
  { accountId, unitId }: Pick<KeyHolder, 'accountId' | 'unitId'>,
): Promise<KeyHolder | undefined> {
  return maybeRow(
    db,
    sql<KeyHolder>`
      select ${HOLDER} from signing.key_holder where account_id = ${accountId}::uuid or unit_id = ${unitId}::uuid
      order by coalesce(withdrawn_at, 'infinity') desc, registered_at desc limit 1`,
  )
}

/** Ends the service of what the holder, or the key, had before; a token and another key leave each other alone. */
export async function withdrawBefore(
  db: Db,
  { signer, keyRef, accountId, unitId, fingerprint, registeredAt }: KeyHolder,
  reason: string,
): Promise<void> {
  await execute(
    db,
    sql`update signing.key_holder set withdrawn_at = ${registeredAt}, withdrawn_reason = ${reason}
        where withdrawn_at is null and fingerprint <> ${fingerprint} and kind <> 'citizen'
          and ((account_id = ${accountId}::uuid or unit_id = ${unitId}::uuid) and (signer = 'token') = ${signer === 'token'}
            or (signer = ${signer} and key_ref = ${keyRef}))`,
  )
}

/** Writes a certificate, or takes one back into service. */
export async function saveHolder(db: Db, one: KeyHolder): Promise<void> {
  const words = foldText(`${one.subject} ${one.organisation} ${one.serial}`)
  await execute(
    db,
    sql`insert into signing.key_holder (signer, key_ref, kind, account_id, unit_id, citizen_id, named_unit_id, subject, organisation,
          issuer, serial, fingerprint, certificate, chain, valid_from, valid_to, is_demo, registered_at, serves_from, folded_words)
        values (${one.signer}, ${one.keyRef}, ${one.kind}, ${one.accountId}, ${one.unitId}, ${one.citizenId}, ${one.namedUnitId},
          ${one.subject}, ${one.organisation}, ${one.issuer}, ${one.serial}, ${one.fingerprint}, ${one.certificate},
          ${one.chain}::bytea[], ${one.validFrom}, ${one.validTo}, ${one.isDemo}, ${one.registeredAt}, ${one.servesFrom}, ${words})
        on conflict (fingerprint) do update set signer = excluded.signer, key_ref = excluded.key_ref, kind = excluded.kind,
          account_id = excluded.account_id, unit_id = excluded.unit_id, citizen_id = excluded.citizen_id,
          named_unit_id = excluded.named_unit_id, chain = excluded.chain, is_demo = excluded.is_demo,
          registered_at = excluded.registered_at, serves_from = excluded.serves_from, serves_until = null,
          withdrawn_at = null, withdrawn_reason = null, folded_words = excluded.folded_words`,
  )
}

export async function saveWithdrawal(
  db: Db,
  { fingerprint, withdrawnAt, withdrawnReason }: Pick<KeyHolder, 'fingerprint' | 'withdrawnAt' | 'withdrawnReason'>,
): Promise<void> {
  await execute(
    db,
    sql`update signing.key_holder set withdrawn_at = ${withdrawnAt}, withdrawn_reason = ${withdrawnReason}
        where fingerprint = ${fingerprint}`,
  )
}

export async function saveService(
  db: Db,
  { fingerprint, servesFrom, servesUntil }: Pick<KeyHolder, 'fingerprint' | 'servesFrom' | 'servesUntil'>,
): Promise<void> {
  await execute(
    db,
    sql`update signing.key_holder set serves_from = ${servesFrom}, serves_until = ${servesUntil}
        where fingerprint = ${fingerprint}`,
  )
}

export async function saveStop(
  db: Db,
  one: Pick<KeyHolder, 'fingerprint' | 'stoppedAs' | 'stoppedAt' | 'stopReason' | 'stopNotice'>,
): Promise<void> {
  await execute(
    db,
    sql`update signing.key_holder set stopped_as = ${one.stoppedAs}, stopped_at = ${one.stoppedAt},
          stop_reason = ${one.stopReason}, stop_notice = ${one.stopNotice}
        where fingerprint = ${one.fingerprint}`,
  )
}

export async function saveRevocation(
  db: Db,
  one: Pick<
    KeyHolder,
    | 'fingerprint'
    | 'revocation'
    | 'revocationAskedAt'
    | 'revocationAnsweredAt'
    | 'revocationValidUntil'
    | 'revocationSource'
    | 'revokedAt'
    | 'revocationReason'
  >,
): Promise<void> {
  await execute(
    db,
    sql`update signing.key_holder set revocation = ${one.revocation}, revocation_asked_at = ${one.revocationAskedAt},
          revocation_answered_at = ${one.revocationAnsweredAt}, revocation_valid_until = ${one.revocationValidUntil},
          revocation_source = ${one.revocationSource}, revoked_at = ${one.revokedAt}, revocation_reason = ${one.revocationReason}
        where fingerprint = ${one.fingerprint}`,
  )
}
