import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { OfficerNotice } from './notice.ts'

export type NewNotice = Omit<OfficerNotice, 'id' | 'createdAt' | 'readAt' | 'lines'> & {
  eventKey: string
  dossierId: string
}
export type MailState = 'queued' | 'sent' | 'failed'

/** Tells each account once; gives how many had not been told before. */
export async function insertNotices(
  db: Db,
  accountIds: readonly string[],
  { eventKey, template, dossierId, facts, href }: NewNotice,
  now: Date,
): Promise<number> {
  const told = accountIds.map((accountId) => ({ accountId, id: newId() }))
  return execute(
    db,
    sql`insert into notifications.officer_notice (account_id, id, event_key, template, dossier_id, facts, href, created_at)
        select t."accountId", t.id, ${eventKey}, ${template}, ${dossierId}::uuid, ${JSON.stringify(facts)}::jsonb, ${href},
          ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t("accountId" uuid, id uuid)
        on conflict on constraint officer_notice_once_uq do nothing`,
  )
}

/** An officer's notices, newest first, after the one with the id `after`. */
export function noticesOf(db: Db, accountId: string, after: string | null, limit: number): Promise<OfficerNotice[]> {
  return rows(
    db,
    sql<OfficerNotice>`
      select id, template, facts, lines, href, created_at, read_at from notifications.officer_notice
      where account_id = ${accountId} and (${after}::uuid is null or id < ${after}::uuid)
      order by id desc limit ${limit}`,
  )
}

export async function countUnreadNotices(db: Db, accountId: string): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from notifications.officer_notice where account_id = ${accountId} and read_at is null`,
  )
  return Number(count)
}

export function markNoticesRead(db: Db, accountId: string, upTo: Date, now: Date): Promise<number> {
  return execute(
    db,
    sql`update notifications.officer_notice set read_at = ${now}
        where account_id = ${accountId} and read_at is null and created_at <= ${upTo}`,
  )
}

type NoticeOfMany = Omit<NewNotice, 'dossierId'> &
  Pick<OfficerNotice, 'lines'> & { dossierId: string | null; mailState: 'queued' | null }

/** Tells one account once; gives the id of the notice when it had not been told before. */
export async function insertNotice(
  db: Db,
  accountId: string,
  { eventKey, template, dossierId, facts, lines, href, mailState }: NoticeOfMany,
  now: Date,
): Promise<string | undefined> {
  const saved = await maybeRow(
    db,
    sql<{ id: string }>`
      insert into notifications.officer_notice (account_id, id, event_key, template, dossier_id, facts, lines, href, created_at,
        mail_state)
      values (${accountId}, ${newId()}, ${eventKey}, ${template}, ${dossierId}, ${JSON.stringify(facts)}::jsonb,
        ${JSON.stringify(lines)}::jsonb, ${href}, ${now}, ${mailState})
      on conflict on constraint officer_notice_once_uq do nothing
      returning id`,
  )
  return saved?.id
}

/** A notice whose letter still waits. */
export function mailOf(db: Db, accountId: string, noticeId: string): Promise<OfficerNotice | undefined> {
  return maybeRow(
    db,
    sql<OfficerNotice>`
      select id, template, facts, lines, href, created_at, read_at from notifications.officer_notice
      where account_id = ${accountId} and id = ${noticeId} and mail_state = 'queued'`,
  )
}

export async function saveMailTry(
  db: Db,
  accountId: string,
  noticeId: string,
  { state, error, at }: { state: MailState; error: string | null; at: Date },
): Promise<void> {
  await execute(
    db,
    sql`update notifications.officer_notice
        set mail_state = ${state}, mail_tries = mail_tries + 1, mail_error = ${error}, mail_tried_at = ${at}
        where account_id = ${accountId} and id = ${noticeId} and mail_state is distinct from 'sent'`,
  )
}

/** Letters that nobody tries any more although they still wait. */
export function forgottenOfficerMail(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ accountId: string; noticeId: string }[]> {
  return rows(
    db,
    sql<{ accountId: string; noticeId: string }>`
      select account_id, id as notice_id from notifications.officer_notice
      where mail_state = 'queued' and coalesce(mail_tried_at, created_at) < ${before}
      order by coalesce(mail_tried_at, created_at) limit ${limit}`,
  )
}
