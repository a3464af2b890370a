import type { Role } from '../../platform/actor.ts'
import { addDays, instantOf, vietnamDate } from '../../platform/dates.ts'
import { nextWorkingDay, type WorkingCalendar } from '../../deadlines/index.ts'
import type { Handling } from '../dossier.ts'
import type { Post } from '../reach.ts'

/**
 * Lists an officer may look at: all that is theirs to do, cuts of it, what stands still, all their unit
 * handles, and what nobody has taken yet.
 */
export const QUEUE_TABS = ['all', 'urgent', 'soon', 'ready', 'supplied', 'waiting', 'unit', 'pool'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]

/** How near the end of its term a dossier is; a queue is shown in these groups, in this order. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'in-time'

/** The instants at which one group ends and the next begins. */
export type UrgencyBounds = { now: Date; endOfToday: Date; endOfSoon: Date }

export function urgencyBounds(now: Date, calendar: WorkingCalendar, soonWorkingDays: number): UrgencyBounds {
  const today = vietnamDate(now)
  let last = today
  for (let nth = 0; nth < soonWorkingDays; nth += 1) last = nextWorkingDay(calendar, last)
  return { now, endOfToday: instantOf(addDays(today, 1)), endOfSoon: instantOf(addDays(last, 1)) }
}

export function urgencyOf(queueAt: Date, { now, endOfToday, endOfSoon }: UrgencyBounds): Urgency {
  if (queueAt < now) return 'overdue'
  if (queueAt < endOfToday) return 'today'
  return queueAt < endOfSoon ? 'soon' : 'in-time'
}

/** One ordered stretch of the dossier table that belongs in an officer's queue. */
export type QueueSource = {
  /** By which unit or person the rows are found: each has its own index. */
  by: 'desk' | 'office' | 'assignee'
  /** Units, or for `assignee` the account. */
  keys: string[]
  /** For officers of a division: only what it has, or what no division of the agency has yet. */
  divisionIds: string[] | null
  states: Handling[]
  /** Set for work that comes from another officer: whose it is, and what of it. */
  inPlaceOf?: string
  only?: { competentUnitIds: string[] | null; procedureCodes: string[] | null }
}

type Work = { by: QueueSource['by']; states: Handling[]; waiting: Handling[] }

/** The clock stands: for the citizen, or on a legal basis. */
const STANDING: Handling[] = ['awaiting-supplement', 'suspended']

/** What each role has to do, by state. Whoever waits for a citizen watches but has nothing to do. */
const WORK: Partial<Record<Role, Work>> = {
  'intake-officer': { by: 'desk', states: ['submitted', 'finished'], waiting: ['awaiting-supplement'] },
  'head-of-division': { by: 'office', states: ['received', 'awaiting-approval'], waiting: STANDING },
  specialist: { by: 'assignee', states: ['appraising'], waiting: STANDING },
  signatory: { by: 'office', states: ['awaiting-signature'], waiting: [] },
  clerk: { by: 'office', states: ['awaiting-seal'], waiting: [] },
}

/** What lies in an office, whoever has it there. */
const IN_THE_OFFICE: Handling[] = [
  'received',
  'appraising',
  'suspended',
  'awaiting-approval',
  'awaiting-signature',
  'awaiting-seal',
]

/** Who sees the whole of their office besides their own work. */
const SEES_THE_UNIT: ReadonlySet<Role> = new Set(['head-of-division', 'specialist', 'signatory'])

/** Where an officer's queue comes from. A role named narrows it to that role. */
export function sourcesFor(
  posts: readonly Post[],
  accountId: string,
  tab: QueueTab | typeof COUNTED,
  role?: Role,
): QueueSource[] {
  const sources = posts
    .filter((post) => !isOwnToo(post, posts))
    .flatMap((post): QueueSource[] => {
      const work = role === undefined || role === post.role ? workAt(post.role, tab) : undefined
      const states = work && statesFor(work, tab)
      if (!work || !states || states.length === 0) return []
      const { inPlaceOf, procedureCodes = null } = post
      if (work.by === 'assignee') {
        const only = { competentUnitIds: post.agencyId === null ? post.unitIds : [post.agencyId], procedureCodes }
        const whose = inPlaceOf ? { inPlaceOf: inPlaceOf.fullName, only } : {}
        return [{ by: 'assignee', keys: [inPlaceOf?.accountId ?? accountId], divisionIds: null, states, ...whose }]
      }
      const inDivision = work.by === 'office' && post.agencyId !== null
      return [
        {
          by: work.by,
          keys: inDivision ? [post.agencyId ?? ''] : post.unitIds,
          divisionIds: inDivision ? post.unitIds : null,
          states,
          ...(inPlaceOf ? { inPlaceOf: inPlaceOf.fullName, only: { competentUnitIds: null, procedureCodes } } : {}),
        },
      ]
    })
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}

/** What an officer sees by a post of their own they need not be shown once more as somebody's substitute. */
function isOwnToo(post: Post, posts: readonly Post[]): boolean {
  if (!post.inPlaceOf || WORK[post.role]?.by === 'assignee') return false
  const covers = (own: Post) =>
    own.role === post.role && own.agencyId === post.agencyId && post.unitIds.every((id) => own.unitIds.includes(id))
  return posts.some((own) => !own.inPlaceOf && covers(own))
}

function workAt(role: Role, tab: QueueTab | typeof COUNTED): Work | undefined {
  // The pool: what a specialist may take.
  if (tab === 'pool') return role === 'specialist' ? { by: 'office', states: ['received'], waiting: [] } : undefined
  if (tab !== 'unit') return WORK[role]
  return SEES_THE_UNIT.has(role) ? { by: 'office', states: IN_THE_OFFICE, waiting: [] } : undefined
}

/** Everything that is counted, what waits included. */
export const COUNTED = 'counted'

function statesFor({ states, waiting }: Work, tab: QueueTab | typeof COUNTED): Handling[] {
  if (tab === COUNTED) return [...states, ...waiting]
  if (tab === 'waiting') return waiting
  if (tab === 'ready') return states.filter((state) => state === 'appraising')
  if (tab === 'supplied') return states.filter((state) => state === 'submitted')
  return states
}

/** From which instant on and before which a tab shows. */
export function spanOf(
  tab: QueueTab,
  { endOfToday, endOfSoon }: UrgencyBounds,
): { from: Date | null; before: Date | null } {
  if (tab === 'urgent') return { from: null, before: endOfToday }
  if (tab === 'soon') return { from: endOfToday, before: endOfSoon }
  return { from: null, before: null }
}

/** Where a page ended; the next begins after it. */
export type QueueCursor = { at: Date; id: string }

export function formatCursor({ at, id }: QueueCursor): string {
  return `${at.getTime()}_${id}`
}

/** Undefined for anything that is no cursor. */
export function parseCursor(text: string): QueueCursor | undefined {
  const found = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text)
  return found ? { at: new Date(Number(found[1])), id: found[2] ?? '' } : undefined
}
