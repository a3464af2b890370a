import { ANONYMOUS, type Actor, type InPlaceOf, type Officer, type Role } from './actor.ts'
import type { JournalLine } from './journal/line.ts'
import { Refusal, type Facts } from './refusal.ts'

/** By which right an officer has each role on a record: null by their own, else in somebody's place. */
export type Rights = ReadonlyMap<Role, InPlaceOf | null>

const rightsOnRecord = new WeakMap<Actor, Rights>()
const momentOfRun = new WeakMap<Actor, Date>()

/**
 * Each run of an action or query has an actor object of its own, so that what is noted about it concerns that run alone. At
 * first the roles asked for count wherever they are held; a record looked at says more.
 */
export function ownRun(actor: Actor | undefined, roles: readonly string[], now: Date): Actor {
  const own = { ...(actor ?? ANONYMOUS) }
  momentOfRun.set(own, now)
  if (own.kind === 'officer') {
    const rights = new Map<Role, InPlaceOf | null>()
    for (const { role, inPlaceOf: right = null } of own.grants) {
      if (roles.includes(role) && (right === null || !rights.has(role))) rights.set(role, right)
    }
    noteRights(own, rights)
  }
  return own
}

/** When the run began for which this actor object was made: rights that end by the day are judged by it. */
export function momentOf(actor: Actor): Date {
  const moment = momentOfRun.get(actor)
  if (!moment) throw new Error('an actor outside a run has no moment')
  return moment
}

/** Notes by which right the actor reaches the record this run is about; a later note takes the place of an earlier one. */
export function noteRights(actor: Actor, rights: Rights): void {
  rightsOnRecord.set(actor, rights)
}

/**
 * In whose place an actor does what these roles may do; null when they do it for themselves. A role of one's own counts
 * before one held for somebody else. Without roles: all that were noted.
 */
export function inPlaceOf(actor: Actor, roles?: readonly string[]): InPlaceOf | null {
  if (actor.kind !== 'officer') return null
  const noted = [...(rightsOnRecord.get(actor) ?? [])]
  const counting = noted.filter(([role]) => roles === undefined || roles.includes(role)).map(([, right]) => right)
  return counting.includes(null) ? null : (counting[0] ?? null)
}

/** Leaves of what was noted the roles that the step at hand is for. */
export function narrowRights(actor: Actor, roles: readonly string[]): void {
  const noted = rightsOnRecord.get(actor)
  if (noted) noteRights(actor, new Map([...noted].filter(([role]) => roles.includes(role))))
}

/** What a journal line keeps of it: the account and the paper, never a name. */
export type JournalledStandIn = { account: string; delegation: string } & InPlaceOf['instrument']

/** In whose place a line of the journal was earned; undefined for what somebody did in their own. */
export function standInOfLine(facts: Facts): JournalledStandIn | undefined {
  return facts.onBehalfOf as JournalledStandIn | undefined
}

/** Adds to journal lines in whose place they were earned, or under which authority the system acted. */
export function journalledStandIn(actor: Actor, roles: readonly string[], lines: JournalLine[]): JournalLine[] {
  if (actor.kind === 'system' && actor.authority) {
    const { id, instrument } = actor.authority
    return lines.map((line) => ({
      ...line,
      facts: { ...line.facts, underAuthority: { authority: id, ...instrument } },
    }))
  }
  const person = inPlaceOf(actor, roles)
  if (!person) return lines
  const { accountId, delegationId, instrument } = person
  const onBehalfOf: JournalledStandIn = { account: accountId, delegation: delegationId, ...instrument }
  return lines.map((line) => ({ ...line, facts: { ...line.facts, onBehalfOf } }))
}

/** For what officers alone do with something of their own, such as a key. @throws Refusal `platform.forbidden` */
export function officerOf(actor: Actor): Officer {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return actor
}
