import type { Grant, Role } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import type { Account, Contact, OfficerAt } from '../account.ts'

const ACCOUNT =
  sql.raw(`a.id, a.kind, a.sign_in_name, a.full_name, a.citizen_id, a.email, a.phone, a.status, a.password_hash,
  a.password_set_at, a.must_change_password, a.failed_tries, a.locked_until, a.active_since, a.last_sign_in_at, a.origin, a.version`)

export function accountById(db: Db, id: string): Promise<Account | undefined> {
  return maybeRow(db, sql<Account>`select ${ACCOUNT} from identity.account a where a.id = ${id}`)
}

/** The account, held until the transaction ends: tries are counted one after the other. */
export function accountForUpdate(db: Db, id: string): Promise<Account | undefined> {
  return maybeRow(db, sql<Account>`select ${ACCOUNT} from identity.account a where a.id = ${id} for update`)
}

export function accountBySignInName(db: Db, name: string): Promise<Account | undefined> {
  return maybeRow(db, sql<Account>`select ${ACCOUNT} from identity.account a where a.sign_in_name = ${foldText(name)}`)
}

export function accountOfCitizen(db: Db, citizenId: string): Promise<Account | undefined> {
  return maybeRow(db, sql<Account>`select ${ACCOUNT} from identity.account a where a.citizen_id = ${citizenId}`)
}

/** Officers' accounts by name or sign-in name, for administrators. */
export function accountsNamed(db: Db, words: string, limit: number): Promise<Account[]> {
  const folded = foldText(words).replace(/[\\%_]/g, '\\$&')
  return rows(
    db,
    sql<Account>`
      select ${ACCOUNT} from identity.account a
      where a.kind = 'officer' and (a.sign_in_name like ${`%${folded}%`} or lower(a.full_name) like ${`%${words.toLocaleLowerCase('vi').replace(/[\\%_]/g, '\\$&')}%`})
      order by a.sign_in_name limit ${limit}`,
  )
}

export async function insertAccount(db: Db, account: Account, now: Date): Promise<void> {
  await execute(
    db,
    sql`insert into identity.account (id, kind, sign_in_name, full_name, citizen_id, email, phone, status, password_hash,
          password_set_at, must_change_password, failed_tries, locked_until, active_since, last_sign_in_at, origin, created_at, version)
        values (${account.id}, ${account.kind}, ${account.signInName}, ${account.fullName}, ${account.citizenId}, ${account.email},
          ${account.phone}, ${account.status}, ${account.passwordHash}, ${account.passwordSetAt}, ${account.mustChangePassword},
          ${account.failedTries}, ${account.lockedUntil}, ${account.activeSince}, ${account.lastSignInAt}, ${account.origin}, ${now}, 1)`,
  )
}

/** Saves the changeable parts of an account; refuses when someone saved in between. */
export async function saveAccount(db: Db, account: Account): Promise<void> {
  const saved = await execute(
    db,
    sql`update identity.account set full_name = ${account.fullName}, email = ${account.email}, phone = ${account.phone},
          status = ${account.status}, password_hash = ${account.passwordHash}, password_set_at = ${account.passwordSetAt},
          must_change_password = ${account.mustChangePassword}, failed_tries = ${account.failedTries},
          locked_until = ${account.lockedUntil}, active_since = ${account.activeSince},
          last_sign_in_at = ${account.lastSignInAt}, version = version + 1
        where id = ${account.id} and version = ${account.version}`,
  )
  if (saved === 0) throw new Refusal('platform.conflict')
}

/** Active officers' accounts last used before an instant. */
export function accountsIdleSince(db: Db, before: Date): Promise<Account[]> {
  return rows(
    db,
    sql<Account>`
      select ${ACCOUNT} from identity.account a
      where a.kind = 'officer' and a.status = 'active' and a.password_hash is not null
        and greatest(a.active_since, coalesce(a.last_sign_in_at, a.active_since)) <= ${before}
      order by a.id for update`,
  )
}

export function grantsOf(db: Db, accountId: string, on: LegalDate): Promise<(Grant & { position: string })[]> {
  return rows(
    db,
    sql<Grant & { position: string }>`
      select role, unit_id, unit_code, reach, position from identity.role_grant
      where account_id = ${accountId} and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
      order by unit_code, role`,
  )
}

/** Officers who hold a role at a unit itself. Without a day: whose grant has no end. */
export function officersAt(db: Db, unitId: string, role: Role, on?: LegalDate): Promise<OfficerAt[]> {
  const day = on ?? null
  return rows(
    db,
    sql<OfficerAt>`
      select a.id as account_id, a.full_name, g.position
      from identity.role_grant g join identity.account a on a.id = g.account_id
      where g.unit_id = ${unitId} and g.role = ${role} and a.status = 'active'
        and (${day}::date is null or g.valid_from <= ${day}) and (g.valid_to is null or g.valid_to >= ${day}::date)
      order by a.created_at, a.id`,
  )
}

/** Who is on record with a telephone number, however it was written down: personal numbers of citizens, and whether an officer is. */
export async function holdersOfTelephone(db: Db, phone: string): Promise<{ citizens: string[]; isOfficers: boolean }> {
  const found = await rows(
    db,
    sql<{ personalId: string | null }>`
      select personal_id from identity.citizen
      where phone is not null and regexp_replace(regexp_replace(phone, '\\D', '', 'g'), '^84', '0') = ${phone}
      union
      select c.personal_id from identity.account a left join identity.citizen c on c.id = a.citizen_id
      where a.phone is not null and regexp_replace(regexp_replace(a.phone, '\\D', '', 'g'), '^84', '0') = ${phone}`,
  )
  return {
    citizens: found.flatMap(({ personalId }) => personalId ?? []),
    isOfficers: found.some(({ personalId }) => personalId === null),
  }
}

/** Where to tell a person something; the id is an account's or a citizen's. */
export function contactOf(db: Db, accountOrCitizenId: string): Promise<Contact | undefined> {
  return maybeRow(
    db,
    sql<Contact>`
      select coalesce(c.full_name, a.full_name) as full_name, coalesce(c.email, a.email) as email, coalesce(c.phone, a.phone) as phone
      from identity.account a left join identity.citizen c on c.id = a.citizen_id where a.id = ${accountOrCitizenId}
      union all
      select full_name, email, phone from identity.citizen where id = ${accountOrCitizenId}`,
  )
}

export async function rememberedHashes(db: Db, accountId: string, most: number): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ hash: string }>`
      select hash from identity.password_history where account_id = ${accountId} order by set_at desc limit ${most}`,
  )
  return found.map(({ hash }) => hash)
}

/** Notes a new password in the history and forgets those that need not be remembered any more. */
export async function rememberHash(db: Db, accountId: string, hash: string, now: Date, most: number): Promise<void> {
  await execute(
    db,
    sql`insert into identity.password_history (account_id, set_at, hash) values (${accountId}, ${now}, ${hash})`,
  )
  await execute(
    db,
    sql`delete from identity.password_history where account_id = ${accountId} and hash not in
          (select hash from identity.password_history where account_id = ${accountId} order by set_at desc limit ${most})`,
  )
}
