import { Type } from 'typebox'
import { ROLES } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { calendarFor, rulesFor } from '../../deadlines/index.ts'
import { lately, procedureNamesOf } from '../known.ts'
import { postsOf } from '../reach.ts'
import { escalationsOf, type Escalation } from '../reminders/store.ts'
import { dossierRows, queueCounts, queuePage, type DossierRow, type QueueCounts } from './store.ts'
import {
  COUNTED,
  QUEUE_TABS,
  formatCursor,
  parseCursor,
  sourcesFor,
  spanOf,
  urgencyBounds,
  urgencyOf,
} from './queue.ts'
import type { QueueCursor, QueueSource, QueueTab, Urgency, UrgencyBounds } from './queue.ts'

const COUNT_NO_FURTHER = 1_000

export type QueueItem = DossierRow & {
  urgency: Urgency
  procedureCode: string
  procedureName: string
  /** Whose work it is, when it came by substitution. */
  inPlaceOf?: string
  /** Before whom its lateness was brought. */
  escalatedTo?: Escalation
}
export type Queue = {
  tab: QueueTab
  items: QueueItem[]
  /** Pass as `after` for the next page. */
  next: string | null
  counts: QueueCounts & { /** True when some unit has more than could be counted. */ isMore: boolean }
}

/** An officer's work, most urgent first, with how much there is of each kind. */
export const listQueue = query({
  name: 'dossiers.list-queue',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'],
  input: Type.Object({
    tab: Type.Optional(Type.Enum([...QUEUE_TABS])),
    role: Type.Optional(Type.Enum([...ROLES])),
    after: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async run(app, actor, { tab = 'all', role, after, limit = 50 }): Promise<Queue> {
    if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
    const { db } = app
    const posts = await postsOf(db, actor)
    const bounds = await boundsFor(app, posts[0]?.unitIds[0] ?? null)
    const cursor = after === undefined ? null : (parseCursor(after) ?? null)
    const wanted = { tab, ...spanOf(tab, bounds), after: cursor, limit: limit + 1 }
    const pages: QueueCursor[][] = []
    const whose = new Map<string, string | null>()
    for (const source of sourcesFor(posts, actor.accountId, tab, role)) {
      const page = await queuePage(db, source, wanted)
      pages.push(page)
      for (const { id } of page) if (!whose.has(id)) whose.set(id, source.inPlaceOf ?? null)
    }
    const keys = mergePages(pages)
    const shown = keys.slice(0, limit)
    const found = await dossierRows(
      db,
      shown.map(({ id }) => id),
    )
    const procedures = await procedureNamesOf(
      db,
      found.map(({ procedureVersionId }) => procedureVersionId),
    )
    const escalations = await escalationsOf(
      db,
      shown.map(({ id }) => id),
    )
    const items = found.map((row) => {
      const escalatedTo = escalations.get(row.id)
      const procedure = procedures.get(row.procedureVersionId)
      const inPlaceOf = whose.get(row.id)
      return {
        ...row,
        ...(inPlaceOf ? { inPlaceOf } : {}),
        ...(escalatedTo ? { escalatedTo } : {}),
        urgency: urgencyOf(row.queueAt, bounds),
        procedureCode: procedure?.code ?? '',
        procedureName: procedure?.name ?? '',
      }
    })
    const last = shown.at(-1)
    const counts = await countAll(app, bounds, sourcesFor(posts, actor.accountId, COUNTED, role))
    return { tab, items, next: keys.length > limit && last ? formatCursor(last) : null, counts }
  },
})

async function boundsFor({ db, clock, settings }: App, unitId: string | null): Promise<UrgencyBounds> {
  const now = clock.now()
  const on = vietnamDate(now)
  const fresh = { settings, now }
  const calendar = await lately(fresh, `calendar ${unitId ?? ''} ${on}`, () => calendarFor(db, unitId, on))
  const { soonWorkingDays } = await lately(fresh, `rules ${on}`, () => rulesFor(db, on))
  return urgencyBounds(now, calendar, soonWorkingDays)
}

/** Pages of several sources as one; somebody with two roles may meet a dossier in both. */
function mergePages(pages: QueueCursor[][]): QueueCursor[] {
  const all = new Map(pages.flat().map((key) => [key.id, key]))
  return [...all.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

async function countAll({ db }: App, bounds: UrgencyBounds, sources: QueueSource[]): Promise<Queue['counts']> {
  const sum = { total: 0, overdue: 0, today: 0, soon: 0, ready: 0, supplied: 0, waiting: 0, isMore: false }
  for (const source of sources) {
    const { total, overdue, today, soon, ready, supplied, waiting } = await queueCounts(
      db,
      source,
      bounds,
      COUNT_NO_FURTHER,
    )
    sum.total += total
    sum.overdue += overdue
    sum.today += today
    sum.soon += soon
    sum.ready += ready
    sum.supplied += supplied
    sum.waiting += waiting
    sum.isMore ||= total >= COUNT_NO_FURTHER || waiting >= COUNT_NO_FURTHER
  }
  return sum
}
