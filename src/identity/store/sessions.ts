import type { Grant } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Choices } from '../../platform/web/choices.ts'
import type { AccountKind } from '../account.ts'
import type { Session, SessionEnd } from '../session.ts'

const SESSION =
  sql.raw(`s.id, s.account_id, s.stage, s.challenge, s.second_factor, s.opened_at, s.last_seen_at, s.expires_at,
  s.ended_at, s.ended_why, s.device, s.address`)

/** Who is behind a token: what a request needs to know, in one query. */
export type Identified = {
  kind: AccountKind
  status: 'active' | 'disabled'
  fullName: string
  citizenId: string | null
  personalId: string | null
  grants: Grant[]
  choices: Partial<Choices>
}

const identified = (on: LegalDate) => sql`
  a.kind, a.status, a.full_name, a.citizen_id, a.choices, c.personal_id,
  coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'unitCode', g.unit_code, 'reach', g.reach)
              order by g.unit_code, g.role)
            from identity.role_grant g
            where g.account_id = a.id and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})), '[]') as grants`

export function sessionByToken(db: Db, tokenHash: string, on: LegalDate): Promise<(Session & Identified) | undefined> {
  return maybeRow(
    db,
    sql<Session & Identified>`
      select ${SESSION}, ${identified(on)}
      from identity.session s join identity.account a on a.id = s.account_id left join identity.citizen c on c.id = a.citizen_id
      where s.token_hash = ${tokenHash} and s.ended_at is null`,
  )
}

export function accountByApiToken(
  db: Db,
  tokenHash: string,
  now: Date,
  on: LegalDate,
): Promise<(Identified & { accountId: string }) | undefined> {
  return maybeRow(
    db,
    sql<Identified & { accountId: string }>`
      select t.account_id, ${identified(on)}
      from identity.api_token t join identity.account a on a.id = t.account_id left join identity.citizen c on c.id = a.citizen_id
      where t.token_hash = ${tokenHash} and t.revoked_at is null and t.expires_at > ${now} and a.status = 'active'`,
  )
}

export function sessionById(db: Db, id: string): Promise<Session | undefined> {
  return maybeRow(db, sql<Session>`select ${SESSION} from identity.session s where s.id = ${id} and s.ended_at is null`)
}

export function openSessionsOf(db: Db, accountId: string): Promise<Session[]> {
  return rows(
    db,
    sql<Session>`
      select ${SESSION} from identity.session s
      where s.account_id = ${accountId} and s.ended_at is null and s.stage = 'open' order by s.last_seen_at desc`,
  )
}

export async function insertSession(db: Db, session: Session, tokenHash: string): Promise<void> {
  await execute(
    db,
    sql`insert into identity.session (account_id, id, token_hash, stage, second_factor, opened_at, last_seen_at, expires_at, device, address)
        values (${session.accountId}, ${session.id}, ${tokenHash}, ${session.stage}, ${session.secondFactor}, ${session.openedAt},
          ${session.lastSeenAt}, ${session.expiresAt}, ${session.device}, ${session.address})`,
  )
}

/** Moves a session to its next stage under a new token; the old token is worth nothing afterwards. */
export async function renewSession(db: Db, session: Session, tokenHash: string): Promise<void> {
  await execute(
    db,
    sql`update identity.session set token_hash = ${tokenHash}, stage = ${session.stage}, second_factor = ${session.secondFactor},
          challenge = null, last_seen_at = ${session.lastSeenAt}, expires_at = ${session.expiresAt}
        where account_id = ${session.accountId} and id = ${session.id} and ended_at is null`,
  )
}

export async function noteSeen(db: Db, session: Pick<Session, 'accountId' | 'id'>, now: Date): Promise<void> {
  await execute(
    db,
    sql`update identity.session set last_seen_at = ${now} where account_id = ${session.accountId} and id = ${session.id}`,
  )
}

/** Keeps the question a passkey has to answer. */
export async function saveChallenge(
  db: Db,
  session: Pick<Session, 'accountId' | 'id'>,
  challenge: string,
): Promise<void> {
  await execute(
    db,
    sql`update identity.session set challenge = ${challenge} where account_id = ${session.accountId} and id = ${session.id}`,
  )
}

/** The question of a session, given out once. */
export async function takeChallenge(db: Db, session: Pick<Session, 'accountId' | 'id'>): Promise<string | null> {
  const found = await maybeRow(
    db,
    sql<{ challenge: string | null }>`
      with old as (select account_id, id, challenge from identity.session where account_id = ${session.accountId} and id = ${session.id} for update)
      update identity.session s set challenge = null from old where s.account_id = old.account_id and s.id = old.id
      returning old.challenge`,
  )
  return found?.challenge ?? null
}

type Ending = { accountId: string; id?: string; except?: string }

/** Ends running sessions of an account: one, all, or all but one. Gives the ids that were ended. */
export async function endSessions(
  db: Db,
  { accountId, id, except }: Ending,
  why: SessionEnd,
  now: Date,
): Promise<string[]> {
  const ended = await rows(
    db,
    sql<{ id: string }>`
      update identity.session set ended_at = ${now}, ended_why = ${why}
      where account_id = ${accountId} and ended_at is null and (${id ?? null}::uuid is null or id = ${id ?? null})
        and (${except ?? null}::uuid is null or id <> ${except ?? null})
      returning id`,
  )
  return ended.map((session) => session.id)
}

/** Running sessions that are over by the clock. */
export function sessionsOver(
  db: Db,
  now: Date,
  officerIdleSince: Date,
  citizenIdleSince: Date,
): Promise<(Session & { kind: AccountKind })[]> {
  return rows(
    db,
    sql<Session & { kind: AccountKind }>`
      select ${SESSION}, a.kind from identity.session s join identity.account a on a.id = s.account_id
      where s.ended_at is null and (s.expires_at <= ${now}
        or s.last_seen_at <= case a.kind when 'officer' then ${officerIdleSince}::timestamptz else ${citizenIdleSince}::timestamptz end)
      order by s.account_id, s.id limit 500`,
  )
}

export async function insertApiToken(
  db: Db,
  token: { accountId: string; id: string; tokenHash: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into identity.api_token (account_id, id, token_hash, created_at, expires_at)
        values (${token.accountId}, ${token.id}, ${token.tokenHash}, ${now}, ${token.expiresAt})`,
  )
}
