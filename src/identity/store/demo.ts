import type { LegalDate } from '../../platform/dates.ts'
import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { RegistryPerson } from '../citizen-registry/port.ts'
import type { DemoOfficer } from '../demo-source.ts'

/** `name|role|unit` of every grant of a demo account. */
export async function demoGrants(db: Db): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ seat: string }>`
      select a.sign_in_name || '|' || g.role || '|' || g.unit_id as seat
      from identity.account a join identity.role_grant g on g.account_id = a.id where a.origin = 'demo'`,
  )
  return new Set(found.map(({ seat }) => seat))
}

/** Opens the accounts that are not there and grants what they lack; nobody has a password yet. */
export async function saveDemoOfficers(
  db: Db,
  officers: DemoOfficer[],
  newId: () => string,
  now: Date,
  from: LegalDate,
): Promise<void> {
  const accounts = officers.map(({ signInName, fullName }) => ({ id: newId(), signInName, fullName }))
  await execute(
    db,
    sql`insert into identity.account (id, kind, sign_in_name, full_name, status, must_change_password, failed_tries, active_since,
          origin, created_at, version)
        select id, 'officer', "signInName", "fullName", 'active', false, 0, ${now}, 'demo', ${now}, 1
        from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as r(id uuid, "signInName" text, "fullName" text)
        on conflict (sign_in_name) do nothing`,
  )
  const grants = officers.flatMap(({ signInName, grants: held }) =>
    held.map(({ role, unit, position, reach }) => ({
      id: newId(),
      signInName,
      role,
      unitId: unit.id,
      unitCode: unit.code,
      position,
      reach,
    })),
  )
  await execute(
    db,
    sql`insert into identity.role_grant (account_id, id, role, unit_id, unit_code, reach, position, valid_from)
        select a.id, r.id, r.role, r."unitId", r."unitCode", r.reach, r.position, ${from}
        from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as r(id uuid, "signInName" text, role text, "unitId" uuid,
          "unitCode" text, position text, reach text)
        join identity.account a on a.sign_in_name = r."signInName" and a.origin = 'demo'
        where not exists (select 1 from identity.role_grant g where g.account_id = a.id and g.role = r.role and g.unit_id = r."unitId")`,
  )
}

export async function saveRegistryPeople(db: Db, people: RegistryPerson[]): Promise<number> {
  return execute(
    db,
    sql`insert into identity.registry_person (personal_id, full_name, born_on, sex, address, commune_code, phone, email)
        select "personalId", "fullName", "bornOn", sex, address, "communeCode", phone, email
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r("personalId" text, "fullName" text, "bornOn" date, sex text,
          address text, "communeCode" text, phone text, email text)
        on conflict (personal_id) do nothing`,
  )
}

/** The demo may stand still for months: its people are not counted as idle while nobody ran it. */
export async function keepDemoActive(db: Db, now: Date): Promise<void> {
  await execute(db, sql`update identity.account set active_since = ${now} where origin = 'demo' and status = 'active'`)
}

/** Demo accounts of these names, with what they lack. */
export function demoAccounts(
  db: Db,
  signInNames: string[],
): Promise<{ id: string; signInName: string; hasPassword: boolean; hasTotp: boolean }[]> {
  return rows(
    db,
    sql<{ id: string; signInName: string; hasPassword: boolean; hasTotp: boolean }>`
      select a.id, a.sign_in_name, a.password_hash is not null as has_password, t.account_id is not null as has_totp
      from identity.account a left join identity.totp t on t.account_id = a.id
      where a.origin = 'demo' and a.sign_in_name = any(${signInNames})`,
  )
}

export async function setDemoPassword(db: Db, accountId: string, hash: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update identity.account set password_hash = ${hash}, password_set_at = ${now}, version = version + 1 where id = ${accountId}`,
  )
}

export async function setDemoTotp(db: Db, accountId: string, secretBox: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`insert into identity.totp (account_id, secret_box, created_at, confirmed_at, last_step)
        values (${accountId}, ${secretBox}, ${now}, ${now}, 0)
        on conflict (account_id) do update set secret_box = excluded.secret_box, last_step = 0`,
  )
}
