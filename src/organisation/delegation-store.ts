import type { Role } from '../platform/actor.ts'
import type { LegalDate } from '../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { Delegation, Instrument } from './delegation.ts'

type Row = Omit<Delegation, 'instrument'> & {
  instrumentKind: string
  instrumentNumber: string | null
  signedOn: LegalDate
  issuer: string
}

const DELEGATION =
  sql.raw(`id, kind, from_account_id, from_name, from_position, to_account_id, to_name, to_position, unit_id, roles,
  procedure_codes, sector_codes, instrument_kind, instrument_number, signed_on, issuer, valid_from, valid_to, made_at, made_by_name, revoked_at,
  revoked_by_name, revoke_reason`)
const inForce = (on: LegalDate) =>
  sql`revoked_at is null and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})`

function delegationOf({ instrumentKind, instrumentNumber, signedOn, issuer, ...row }: Row): Delegation {
  const instrument: Instrument = { kind: instrumentKind, number: instrumentNumber, signedOn, issuer }
  return { ...row, instrument }
}

/** What somebody does in others' places on this day. */
export async function delegationsTo(db: Db, accountId: string, on: LegalDate): Promise<Delegation[]> {
  const found = await rows(
    db,
    sql<Row>`
      select ${DELEGATION} from organisation.delegation
      where to_account_id = ${accountId} and ${inForce(on)} order by valid_from, id`,
  )
  return found.map(delegationOf)
}

/** Who does what a role at this unit does in another's place on this day. */
export async function delegationsAt(db: Db, unitId: string, role: Role, on: LegalDate): Promise<Delegation[]> {
  const found = await rows(
    db,
    sql<Row>`
      select ${DELEGATION} from organisation.delegation
      where unit_id = ${unitId} and ${role} = any(roles) and ${inForce(on)} order by valid_from, id`,
  )
  return found.map(delegationOf)
}

/** What a person handed on at a unit and has not ended on this day, what is still to come included. */
export async function standingDelegationsOf(
  db: Db,
  fromAccountId: string,
  unitId: string,
  on: LegalDate,
): Promise<Delegation[]> {
  const found = await rows(
    db,
    sql<Row>`
      select ${DELEGATION} from organisation.delegation
      where from_account_id = ${fromAccountId} and unit_id = ${unitId} and revoked_at is null
        and (valid_to is null or valid_to >= ${on}) order by valid_from`,
  )
  return found.map(delegationOf)
}

export async function delegationById(db: Db, id: string): Promise<Delegation | undefined> {
  const row = await maybeRow(db, sql<Row>`select ${DELEGATION} from organisation.delegation where id = ${id}`)
  return row && delegationOf(row)
}

export type DelegationFilter = {
  /** Null: everywhere. */
  unitIds: string[] | null
  /** Also what this person has or gave, wherever. */
  accountId: string
}

/** Newest first; those that ended long ago are left out by the limit. */
export async function delegationsFor(
  db: Db,
  { unitIds, accountId }: DelegationFilter,
  limit: number,
): Promise<Delegation[]> {
  const found = await rows(
    db,
    sql<Row>`
      select ${DELEGATION} from organisation.delegation
      where ${unitIds}::uuid[] is null or unit_id = any(${unitIds}::uuid[])
        or from_account_id = ${accountId} or to_account_id = ${accountId}
      order by valid_from desc, id desc limit ${limit}`,
  )
  return found.map(delegationOf)
}

/** Writers of one person's delegations come one after the other, so that two never pass the rule together. */
export async function holdDelegationsOf(db: Db, fromAccountId: string): Promise<void> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtextextended(${`delegation ${fromAccountId}`}, 0))`)
}

export async function insertDelegation(db: Db, one: Delegation, madeByAccountId: string): Promise<void> {
  const { instrument } = one
  await execute(
    db,
    sql`insert into organisation.delegation (id, kind, from_account_id, from_name, from_position, to_account_id, to_name, to_position,
          unit_id, roles, procedure_codes, sector_codes, instrument_kind, instrument_number, signed_on, issuer, valid_from, valid_to, made_at,
          made_by_account_id, made_by_name)
        values (${one.id}, ${one.kind}, ${one.fromAccountId}, ${one.fromName}, ${one.fromPosition}, ${one.toAccountId}, ${one.toName},
          ${one.toPosition}, ${one.unitId}, ${one.roles}, ${one.procedureCodes}, ${one.sectorCodes}, ${instrument.kind}, ${instrument.number},
          ${instrument.signedOn}, ${instrument.issuer}, ${one.validFrom}, ${one.validTo}, ${one.madeAt}, ${madeByAccountId},
          ${one.madeByName})`,
  )
}

/** False when somebody else revoked it first. */
export async function saveRevocation(
  db: Db,
  {
    id,
    revokedAt,
    revokedByName,
    revokeReason,
  }: Pick<Delegation, 'id' | 'revokedAt' | 'revokedByName' | 'revokeReason'>,
): Promise<boolean> {
  const saved = await execute(
    db,
    sql`update organisation.delegation
        set revoked_at = ${revokedAt}, revoked_by_name = ${revokedByName}, revoke_reason = ${revokeReason}
        where id = ${id} and revoked_at is null`,
  )
  return saved > 0
}
