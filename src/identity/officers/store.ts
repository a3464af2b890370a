import type { Grant, Role } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import { foldText } from '../../platform/text.ts'

/** A role at a unit as an administrator sees it, with the decisions behind it. */
export type Appointment = {
  id: string
  accountId: string
  role: Role
  unitId: string
  reach: Grant['reach']
  position: string
  validFrom: LegalDate
  validTo: LegalDate | null
  decisionNumber: string | null
  decisionOn: LegalDate | null
  endDecisionNumber: string | null
  endReason: string | null
}

const APPOINTMENT = sql.raw(
  'id, account_id, role, unit_id, reach, position, valid_from, valid_to, decision_number, decision_on, end_decision_number, end_reason',
)

/** Newest first; what was withdrawn before it began is left out. */
export function appointmentsOf(db: Db, accountIds: readonly string[]): Promise<Appointment[]> {
  return rows(
    db,
    sql<Appointment>`
      select ${APPOINTMENT} from identity.role_grant
      where account_id = any(${[...accountIds]}::uuid[]) and valid_from <= coalesce(valid_to, valid_from)
      order by valid_from desc, role`,
  )
}

export function appointmentForUpdate(db: Db, accountId: string, id: string): Promise<Appointment | undefined> {
  return maybeRow(
    db,
    sql<Appointment>`
      select ${APPOINTMENT} from identity.role_grant where account_id = ${accountId} and id = ${id} for update`,
  )
}

/** False when the account has the role there from that day already. */
export async function insertAppointment(db: Db, one: Appointment, unitCode: string): Promise<boolean> {
  const saved = await execute(
    db,
    sql`insert into identity.role_grant as g (account_id, id, role, unit_id, unit_code, reach, position, valid_from, valid_to,
          decision_number, decision_on)
        values (${one.accountId}, ${one.id}, ${one.role}, ${one.unitId}, ${unitCode}, ${one.reach}, ${one.position},
          ${one.validFrom}, ${one.validTo}, ${one.decisionNumber}, ${one.decisionOn})
        on conflict (account_id, role, unit_id, valid_from) do update
          set valid_to = excluded.valid_to, reach = excluded.reach, position = excluded.position,
            decision_number = excluded.decision_number, decision_on = excluded.decision_on,
            end_decision_number = null, end_reason = null
          where g.valid_to < g.valid_from`,
  )
  return saved > 0
}

export async function endAppointment(
  db: Db,
  {
    accountId,
    id,
    validTo,
    endDecisionNumber,
    endReason,
  }: Pick<Appointment, 'accountId' | 'id' | 'validTo' | 'endDecisionNumber' | 'endReason'>,
): Promise<void> {
  await execute(
    db,
    sql`update identity.role_grant
        set valid_to = ${validTo}, end_decision_number = ${endDecisionNumber}, end_reason = ${endReason}
        where account_id = ${accountId} and id = ${id}`,
  )
}

export type OfficerRow = {
  id: string
  fullName: string
  signInName: string
  status: 'active' | 'disabled'
  lockedUntil: Date | null
  hasPassword: boolean
  lastSignInAt: Date | null
}

/** Officers whose name or sign-in name holds the words (all, without words), by sign-in name, after one of them. */
export function officersNamed(db: Db, words: string, after: string | null, limit: number): Promise<OfficerRow[]> {
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return rows(
    db,
    sql<OfficerRow>`
      select id, full_name, sign_in_name, status, locked_until, password_hash is not null as has_password, last_sign_in_at
      from identity.account
      where kind = 'officer' and (${after}::text is null or sign_in_name > ${after}::text)
        and (sign_in_name like ${pattern(foldText(words))} or lower(full_name) like ${pattern(words.toLocaleLowerCase('vi'))})
      order by sign_in_name limit ${limit}`,
  )
}

/** Somebody who does not do a work any more, or will soon not do it. */
export type Leaver = {
  accountId: string
  fullName: string
  position: string
  /** The last day in the role; null when the account was closed with the role still standing. */
  lastDay: LegalDate | null
  isClosed: boolean
}

/** Who had this role at these units and has it no more on a day: the role ended, or the account is closed. */
export function leaversFrom(db: Db, unitIds: readonly string[], role: Role, on: LegalDate): Promise<Leaver[]> {
  return rows(
    db,
    sql<Leaver>`
      select a.id as account_id, a.full_name, (array_agg(g.position order by g.valid_from desc))[1] as position,
        case when bool_or(g.valid_to is null) then null else max(g.valid_to) end as last_day, a.status = 'disabled' as is_closed
      from identity.role_grant g join identity.account a on a.id = g.account_id
      where g.role = ${role} and g.unit_id = any(${[...unitIds]}::uuid[])
      group by a.id, a.full_name, a.status
      having a.status = 'disabled' or bool_and(g.valid_to is not null and g.valid_to < ${on}::date)
      order by a.full_name`,
  )
}
