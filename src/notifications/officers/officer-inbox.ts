import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { ROLES, type Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { NoticeLine, OfficerNotice } from './notice.ts'
import { countUnreadNotices, markNoticesRead, noticesOf } from './store.ts'
import { noticeWords } from './texts.ts'

const PAGE = 30
const OFFICERS = ROLES.filter((role) => role !== 'citizen')

export type NoticeItem = {
  id: string
  title: string
  text: string
  lines: NoticeLine[]
  linkText: string
  href: string
  at: Date
  isRead: boolean
}
export type OfficerInbox = {
  items: NoticeItem[]
  unread: number
  /** Where the next page begins; null on the last. */ nextAfter: string | null
}

/** What an officer was told, newest first. */
export const listOfficerNotices = query({
  name: 'notifications.list-officer-notices',
  roles: OFFICERS,
  input: Type.Object({ after: Type.Optional(Type.String({ format: 'uuid' })) }),
  async run({ db }, actor, { after }): Promise<OfficerInbox> {
    const accountId = officerOf(actor)
    const found = await noticesOf(db, accountId, after ?? null, PAGE + 1)
    const page = found.slice(0, PAGE)
    return {
      items: page.map(itemOf),
      unread: await countUnreadNotices(db, accountId),
      nextAfter: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

/** Marks as read what came up to a moment: what arrives while the page is open stays new. */
export const markOfficerNoticesRead = action({
  name: 'notifications.mark-officer-notices-read',
  roles: OFFICERS,
  input: Type.Object({ upTo: Type.String({ format: 'date-time' }) }),
  unjournalled: 'reading a message of one’s own changes nothing of record',
  async run({ db, now }, actor, { upTo }) {
    return { read: await markNoticesRead(db, officerOf(actor), new Date(upTo), now) }
  },
})

/** For the menu of every page; 0 for whoever is not an officer. */
export async function unreadOfficerNotices(db: Db, actor: Actor): Promise<number> {
  return actor.kind === 'officer' ? countUnreadNotices(db, actor.accountId) : 0
}

function itemOf({ id, template, facts, lines, href, createdAt, readAt }: OfficerNotice): NoticeItem {
  return { id, ...noticeWords(template, facts), lines, href, at: createdAt, isRead: readAt !== null }
}

function officerOf(actor: Actor): string {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor.accountId
}
