import { execute, maybeRow, oneRow, rows, sql, type Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import type { Language } from '../platform/language.ts'
import type { Channel, Delivery, DeliveryState, MessageFacts, Template } from './delivery.ts'

export type NewDelivery = {
  dossierId: string
  eventNo: number
  template: Template
  channel: Channel
  recipient: string
  language: Language
  facts: MessageFacts
}

/** Saves a message unless the same thing was told to the same recipient before; gives its id when it is new. */
export async function insertDelivery(db: Db, delivery: NewDelivery, now: Date): Promise<string | undefined> {
  const { dossierId, eventNo, template, channel, recipient, language, facts } = delivery
  // In the application a message is there as soon as it is written.
  const isThere = channel === 'in-app'
  const saved = await maybeRow(
    db,
    sql<{ id: string }>`
      insert into notifications.delivery (id, dossier_id, event_no, template, channel, recipient, language, facts, state, created_at, sent_at)
      values (${newId()}, ${dossierId}, ${eventNo}, ${template}, ${channel}, ${recipient}, ${language}, ${JSON.stringify(facts)}::jsonb,
        ${isThere ? 'sent' : 'queued'}, ${now}, ${isThere ? now : null})
      on conflict on constraint delivery_once_uq do nothing
      returning id`,
  )
  return saved?.id
}

export function deliveryById(db: Db, id: string): Promise<Delivery | undefined> {
  return maybeRow(db, sql<Delivery>`select * from notifications.delivery where id = ${id}`)
}

export async function markSent(db: Db, id: string, now: Date): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update notifications.delivery
        set state = 'sent', tries = tries + 1, error = null, last_try_at = ${now}, sent_at = ${now}
        where id = ${id} and state <> 'sent'`,
  )
  return touched === 1
}

export async function markTried(
  db: Db,
  id: string,
  state: Exclude<DeliveryState, 'sent'>,
  error: string,
  now: Date,
): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update notifications.delivery set state = ${state}, tries = tries + 1, error = ${error}, last_try_at = ${now}
        where id = ${id} and state <> 'sent'`,
  )
  return touched === 1
}

/** Letters that nobody tries any more although they still wait: their job was used up or lost. */
export function forgottenLetters(db: Db, before: Date, limit: number): Promise<Delivery[]> {
  return rows(
    db,
    sql<Delivery>`
      select * from notifications.delivery
      where state = 'queued' and channel = 'e-mail' and coalesce(last_try_at, created_at) < ${before}
      order by created_at limit ${limit}`,
  )
}

/** Letters that were tried without success, newest first. */
export function lettersInTrouble(db: Db, limit: number): Promise<Delivery[]> {
  return rows(
    db,
    sql<Delivery>`
      select * from notifications.delivery where state <> 'sent' and tries > 0 order by created_at desc, id desc limit ${limit}`,
  )
}

export async function requeue(db: Db, id: string): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update notifications.delivery set state = 'queued' where id = ${id} and state <> 'sent' and channel = 'e-mail'`,
  )
  return touched === 1
}

/** A citizen's messages, newest first, after the one with the id `after`. */
export function inboxOf(db: Db, citizenId: string, after: string | null, limit: number): Promise<Delivery[]> {
  const page =
    after === null
      ? sql``
      : sql`and (created_at, id) < (select created_at, id from notifications.delivery where id = ${after} and recipient = ${citizenId})`
  return rows(
    db,
    sql<Delivery>`
      select * from notifications.delivery where channel = 'in-app' and recipient = ${citizenId} ${page}
      order by created_at desc, id desc limit ${limit}`,
  )
}

export async function countUnread(db: Db, citizenId: string): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`
      select count(*) from notifications.delivery where channel = 'in-app' and recipient = ${citizenId} and read_at is null`,
  )
  return Number(count)
}

export function markRead(db: Db, citizenId: string, upTo: Date, now: Date): Promise<number> {
  return execute(
    db,
    sql`update notifications.delivery set read_at = ${now}
        where channel = 'in-app' and recipient = ${citizenId} and read_at is null and created_at <= ${upTo}`,
  )
}

/** What a citizen was told of one dossier, newest first. */
export function messagesOfDossier(db: Db, dossierId: string, citizenId: string): Promise<Delivery[]> {
  return rows(
    db,
    sql<Delivery>`
      select * from notifications.delivery
      where dossier_id = ${dossierId} and channel = 'in-app' and recipient = ${citizenId}
      order by created_at desc, id desc limit 200`,
  )
}

export function deliveriesOfDossier(db: Db, dossierId: string): Promise<Delivery[]> {
  return rows(
    db,
    sql<Delivery>`select * from notifications.delivery where dossier_id = ${dossierId} order by created_at, id`,
  )
}
