import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Member, Membership } from './member.ts'

const IN_FORCE = (on: LegalDate) =>
  sql`m.removed_at is null and m.valid_from <= ${on}::date and (m.valid_to is null or m.valid_to >= ${on}::date)`

/** The organisations a person files for on a day; a representative before a clerk. */
export function organisationsOf(db: Db, citizenId: string, on: LegalDate): Promise<Membership[]> {
  return rows(
    db,
    sql<Membership>`
      select o.business_code, o.name, m.role, m.position
      from identity.organisation_member m join identity.organisation o on o.business_code = m.business_code
      where m.citizen_id = ${citizenId} and ${IN_FORCE(on)} order by m.role desc, o.name, o.business_code`,
  )
}

/** What a person is in one organisation on a day. */
export function membershipsIn(db: Db, businessCode: string, citizenId: string, on: LegalDate): Promise<Member[]> {
  return rows(
    db,
    sql<Member>`
      select m.id, m.business_code, m.citizen_id, m.role, m.position, m.valid_from, m.valid_to
      from identity.organisation_member m
      where m.business_code = ${businessCode} and m.citizen_id = ${citizenId} and m.removed_at is null
        and (m.valid_to is null or m.valid_to >= ${on}::date)`,
  )
}

export type NamedMember = Member & { fullName: string; personalId: string }

/** The people of an organisation on a day, the representatives first. */
export function membersOf(db: Db, businessCode: string, on: LegalDate): Promise<NamedMember[]> {
  return rows(
    db,
    sql<NamedMember>`
      select m.id, m.business_code, m.citizen_id, m.role, m.position, m.valid_from, m.valid_to, c.full_name, c.personal_id
      from identity.organisation_member m join identity.citizen c on c.id = m.citizen_id
      where m.business_code = ${businessCode} and ${IN_FORCE(on)} order by m.role desc, c.full_name, m.id`,
  )
}

/** Who speaks for an organisation on a day. */
export async function representativesOf(db: Db, businessCode: string, on: LegalDate): Promise<string[]> {
  const members = await membersOf(db, businessCode, on)
  return members.flatMap(({ role, citizenId }) => (role === 'representative' ? [citizenId] : []))
}

export function memberById(db: Db, id: string): Promise<Member | undefined> {
  return maybeRow(
    db,
    sql<Member>`
      select m.id, m.business_code, m.citizen_id, m.role, m.position, m.valid_from, m.valid_to
      from identity.organisation_member m where m.id = ${id} and m.removed_at is null`,
  )
}

export async function saveOrganisation(
  db: Db,
  { businessCode, name }: { businessCode: string; name: string },
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into identity.organisation (business_code, name, told_at) values (${businessCode}, ${name}, ${now})
        on conflict (business_code) do update set name = excluded.name, told_at = excluded.told_at`,
  )
}

/** False when this person is that already. */
export async function insertMember(
  db: Db,
  member: Member,
  { appointedBy, now }: { appointedBy: string | null; now: Date },
): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into identity.organisation_member (id, business_code, citizen_id, role, position, valid_from, valid_to,
          appointed_by, appointed_at)
        values (${member.id}, ${member.businessCode}, ${member.citizenId}, ${member.role}, ${member.position},
          ${member.validFrom}, ${member.validTo}, ${appointedBy}, ${now})
        on conflict do nothing`,
  )
  return inserted === 1
}

export async function removeMember(db: Db, id: string, removedBy: string, now: Date): Promise<boolean> {
  const removed = await execute(
    db,
    sql`update identity.organisation_member set removed_by = ${removedBy}, removed_at = ${now}
        where id = ${id} and removed_at is null`,
  )
  return removed === 1
}

type Over = { businessCode: string; citizenId: string; by: string; on: LegalDate; now: Date }

/** What ended by its day is closed, so that the same person can be put down anew. */
export async function endOverMembers(db: Db, { businessCode, citizenId, by, on, now }: Over): Promise<void> {
  await execute(
    db,
    sql`update identity.organisation_member set removed_by = ${by}, removed_at = ${now}
        where business_code = ${businessCode} and citizen_id = ${citizenId} and removed_at is null and valid_to < ${on}::date`,
  )
}
