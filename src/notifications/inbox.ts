import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { pathOf, type Delivery, type Template } from './delivery.ts'
import { countUnread, inboxOf, lettersInTrouble, markRead } from './store.ts'
import { messageOf } from './texts.ts'

const PAGE = 30

export type InboxItem = {
  id: string
  template: Template
  code: string
  title: string
  text: string
  linkText: string
  href: string
  at: Date
  isRead: boolean
}
export type Inbox = {
  items: InboxItem[]
  unread: number
  /** Where the next page begins; null on the last. */ nextAfter: string | null
}

/** A citizen's messages, newest first. */
export const listNotifications = query({
  name: 'notifications.list',
  roles: ['citizen'],
  input: Type.Object({ after: Type.Optional(Type.String({ format: 'uuid' })) }),
  async run(app, actor, { after }): Promise<Inbox> {
    const citizenId = citizenOf(actor)
    const found = await inboxOf(app.db, citizenId, after ?? null, PAGE + 1)
    const page = found.slice(0, PAGE)
    return {
      items: page.map(itemOf),
      unread: await countUnread(app.db, citizenId),
      nextAfter: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

/** Marks as read what came up to a moment: what arrives while the page is open stays new. */
export const markNotificationsRead = action({
  name: 'notifications.mark-read',
  roles: ['citizen'],
  input: Type.Object({ upTo: Type.String({ format: 'date-time' }) }),
  unjournalled: 'reading a message of one’s own changes nothing of record',
  async run(ctx, actor, { upTo }) {
    return { read: await markRead(ctx.db, citizenOf(actor), new Date(upTo), ctx.now) }
  },
})

/** For the header of every page; 0 for whoever is not a citizen. */
export async function unreadNotifications(db: Db, actor: Actor): Promise<number> {
  return actor.kind === 'citizen' ? countUnread(db, actor.citizenId) : 0
}

export type TroubledLetter = Pick<Delivery, 'id' | 'state' | 'tries' | 'error' | 'lastTryAt'> & {
  code: string
  title: string
}

/** Letters that did not go, without the addresses. */
export const listTroubledLetters = query({
  name: 'notifications.list-troubled',
  roles: ['administrator'],
  input: Type.Object({}),
  async run(app): Promise<TroubledLetter[]> {
    const letters = await lettersInTrouble(app.db, 200)
    return letters.map(({ id, state, tries, error, lastTryAt, template, facts }) => {
      return { id, state, tries, error, lastTryAt, code: facts.code, title: messageOf(template, facts).title }
    })
  },
})

function itemOf({ id, template, facts, createdAt, readAt }: Delivery): InboxItem {
  return {
    id,
    template,
    code: facts.code,
    ...messageOf(template, facts),
    href: pathOf(facts),
    at: createdAt,
    isRead: readAt !== null,
  }
}

function citizenOf(actor: Actor): string {
  if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
  return actor.citizenId
}
