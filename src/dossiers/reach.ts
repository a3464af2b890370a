import { noteRights, type Rights } from '../platform/acting.ts'
import type { Actor, Grant, InPlaceOf, Role, System } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { procedureCodesIn } from '../catalogue/index.ts'
import {
  coversProcedure,
  descendantsOf,
  predecessorsOf,
  unitsByIds,
  type SuccessionKind,
} from '../organisation/index.ts'
import { dossiersOpenTo } from './acting/standing.ts'
import { doubtedAmong } from './acting/store.ts'
import { besidesAt } from './demands/demands.ts'
import { isOfficeOf, leadingRoles, leadRuleOf, leadUnitOf } from './demands/lead-unit.ts'
import { processOf } from './known.ts'
import { dossierByCode, dossiersByCodes } from './store.ts'
import { isFiledForAnother, type Dossier, type ReachedDossier } from './dossier.ts'

/** A role with the units at which it is held, those below and those whose work they took over included. */
export type Post = {
  role: Role
  unitIds: string[]
  /** Set for a post in a division: the agency whose dossiers it may take up while no division has them. */
  agencyId: string | null
  /** Set for a post that is another officer's. */
  inPlaceOf?: InPlaceOf
  /** Set when it counts for these procedures alone. */
  procedureCodes?: string[]
}

type Held = Pick<Dossier, 'receivedByUnitId' | 'competentUnitId' | 'helpedAtUnitId' | 'handlingUnitId'>

const AT_THE_DESK = ({ receivedByUnitId, helpedAtUnitId }: Held, { unitIds }: Post) =>
  unitIds.includes(receivedByUnitId) || (helpedAtUnitId !== null && unitIds.includes(helpedAtUnitId))

const IN_THE_OFFICE = ({ competentUnitId, handlingUnitId }: Held, { unitIds, agencyId }: Post) =>
  agencyId === null
    ? unitIds.includes(competentUnitId)
    : agencyId === competentUnitId && (handlingUnitId === null || unitIds.includes(handlingUnitId))

const ANYWHERE = (dossier: Held, post: Post) => AT_THE_DESK(dossier, post) || IN_THE_OFFICE(dossier, post)
const NOWHERE = () => false

/** Which of a dossier's three bodies a role looks from. An administrator's right to support opens no dossier. */
const LOOKS_FROM = {
  citizen: NOWHERE,
  // What a helper sees ends with the help; it is no view of dossiers.
  helper: NOWHERE,
  'intake-officer': AT_THE_DESK,
  'head-of-division': IN_THE_OFFICE,
  specialist: IN_THE_OFFICE,
  signatory: IN_THE_OFFICE,
  clerk: IN_THE_OFFICE,
  supervisor: ANYWHERE,
  administrator: NOWHERE,
} satisfies Record<Role, (dossier: Held, post: Post) => boolean>

type Reachable = Held &
  Pick<Dossier, 'applicantCitizenId' | 'submitterCitizenId' | 'assigneeAccountId' | 'procedureCode'>

/** In which roles an actor reaches a dossier; none means that for them it is not there. */
export function rolesOn(dossier: Reachable, actor: Actor, posts: readonly Post[]): Role[] {
  return [...rightsOn(dossier, actor, posts).keys()]
}

/**
 * In which roles an actor reaches a dossier and in whose place. Their own role counts before one held for another, but what
 * is assigned to the officer they stand in for they do in that officer's place.
 */
export function rightsOn(dossier: Reachable, actor: Actor, posts: readonly Post[]): Rights {
  if (actor.kind === 'citizen') {
    const isTheirs = [dossier.applicantCitizenId, dossier.submitterCitizenId].includes(actor.citizenId)
    return new Map(isTheirs ? [['citizen', null]] : [])
  }
  if (actor.kind === 'system') return new Map(isWithinAuthority(dossier, actor) ? OF_THE_AGENCY : [])
  const rights = new Map<Role, InPlaceOf | null>()
  for (const post of posts) {
    if (!coversProcedure(post, dossier.procedureCode) || !LOOKS_FROM[post.role](dossier, post)) continue
    const { role, inPlaceOf = null } = post
    const isAssignees = role === 'specialist' && inPlaceOf !== null && inPlaceOf.accountId === dossier.assigneeAccountId
    if (isAssignees || !rights.has(role)) rights.set(role, inPlaceOf)
  }
  return rights
}

/** In which of these roles an officer works for a unit in matters of a dossier's procedure, and in whose place. */
export function rightsAt(
  unitId: string,
  roles: readonly Role[],
  { procedureCode }: Pick<Dossier, 'procedureCode'>,
  posts: readonly Post[],
): Rights {
  const rights = new Map<Role, InPlaceOf | null>()
  for (const post of posts) {
    const { role, unitIds, agencyId, inPlaceOf = null } = post
    const isThere = unitIds.includes(unitId) || agencyId === unitId
    if (!isThere || !roles.includes(role) || !coversProcedure(post, procedureCode)) continue
    if (inPlaceOf === null || !rights.has(role)) rights.set(role, inPlaceOf)
  }
  return rights
}

/** The roles of an agency and its desk, which the system has where a written instrument lets it act. */
const OF_THE_AGENCY: readonly [Role, null][] = (
  ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'] as const
).map((role) => [role, null])

/** Without a recorded authority the system reaches nothing; with one, that agency's dossiers of that procedure. */
function isWithinAuthority({ competentUnitId, procedureCode }: Reachable, { authority }: System): boolean {
  return authority?.unitId === competentUnitId && authority.procedureCode === procedureCode
}

// When a unit was split, nobody inherits all of its dossiers: those are moved one by one.
const TAKES_OVER: ReadonlySet<SuccessionKind> = new Set(['unchanged', 'renamed', 'merged'])

/** The posts of an officer; empty for everybody else. */
export async function postsOf(db: Db, actor: Actor): Promise<Post[]> {
  if (actor.kind !== 'officer' || actor.grants.length === 0) return []
  const units = new Map(
    (await unitsByIds(db, [...new Set(actor.grants.map(({ unitId }) => unitId))])).map((unit) => [unit.id, unit]),
  )
  const around = new Map<string, string[]>()
  for (const { unitId, reach } of actor.grants) {
    const key = `${unitId} ${reach}`
    if (!around.has(key)) around.set(key, await unitsAround(db, unitId, reach))
  }
  const scopes = await Promise.all(actor.grants.map((grant) => proceduresWithin(db, grant)))
  return actor.grants.map(({ role, unitId, reach, inPlaceOf }, index) => {
    const unit = units.get(unitId)
    const procedureCodes = scopes[index]
    return {
      role,
      unitIds: around.get(`${unitId} ${reach}`) ?? [unitId],
      agencyId: unit?.kind === 'division' ? unit.parentId : null,
      ...(inPlaceOf ? { inPlaceOf } : {}),
      ...(procedureCodes ? { procedureCodes } : {}),
    }
  })
}

/** The procedures a grant is limited to, those of its fields of work included; undefined when it is not. */
async function proceduresWithin(db: Db, { procedureCodes, sectorCodes }: Grant): Promise<string[] | undefined> {
  if (!sectorCodes) return procedureCodes
  return [...(procedureCodes ?? []), ...(await procedureCodesIn(db, sectorCodes))]
}

async function unitsAround(db: Db, unitId: string, reach: 'unit' | 'subtree'): Promise<string[]> {
  const inherited = (await predecessorsOf(db, unitId))
    .filter(({ kind }) => TAKES_OVER.has(kind))
    .map(({ unit }) => unit.id)
  const below = reach === 'subtree' ? (await descendantsOf(db, unitId)).map(({ id }) => id) : []
  return [...new Set([unitId, ...inherited, ...below])]
}

/** The agencies whose dossiers an officer may reach in some role, those of their divisions included. */
export async function competentUnitsOf(db: Db, actor: Actor): Promise<string[]> {
  const posts = await postsOf(db, actor)
  return [...new Set(posts.flatMap(({ unitIds, agencyId }) => (agencyId === null ? unitIds : [agencyId])))]
}

/** The dossier with this code, if the actor reaches it. Refuses with `platform.not-found` alike for "none" and "not yours". */
export async function dossierWithinReach(db: Db, actor: Actor, code: string): Promise<ReachedDossier> {
  const dossier = await dossierByCode(db, code.trim().toUpperCase())
  const posts = await postsOf(db, actor)
  if (!dossier) throw new Refusal('platform.not-found')
  const open = await openTo(db, actor, [dossier])
  const doubted = await doubtedIn(db, [dossier])
  return reachedAs(dossier, actor, posts, { open, doubted }) ?? dossierOfLead(db, actor, dossier, posts)
}

/** Those of the dossiers with these codes on which the actor has a role, in the order of their codes. */
export async function dossiersWithinReach(db: Db, actor: Actor, codes: readonly string[]): Promise<ReachedDossier[]> {
  const posts = await postsOf(db, actor)
  const dossiers = await dossiersByCodes(db, codes)
  const open = await openTo(db, actor, dossiers)
  const doubted = await doubtedIn(db, dossiers)
  return dossiers.flatMap((dossier) => reachedAs(dossier, actor, posts, { open, doubted }) ?? [])
}

const AS_CITIZEN: Rights = new Map([['citizen', null]])
const NOTHING: Rights = new Map()
const NONE: ReadonlySet<string> = new Set()

async function openTo(db: Db, actor: Actor, dossiers: readonly Dossier[]): Promise<ReadonlySet<string>> {
  return actor.kind === 'citizen' ? dossiersOpenTo(db, actor, dossiers) : NONE
}

/** Nobody doubts a right that nobody used. */
async function doubtedIn(db: Db, dossiers: readonly Dossier[]): Promise<ReadonlySet<string>> {
  const byAnother = dossiers.filter((one) => isFiledForAnother(one) || one.applicant.kind === 'organisation')
  const ids = byAnother.map(({ id }) => id)
  return ids.length === 0 ? NONE : doubtedAmong(db, ids)
}

/** What is known of several dossiers: which are open to a citizen, in which the filer's right is doubted. */
type KnownOf = { open: ReadonlySet<string>; doubted: ReadonlySet<string> }

function reachedAs(
  dossier: Dossier,
  actor: Actor,
  posts: readonly Post[],
  { open, doubted }: KnownOf,
): ReachedDossier | undefined {
  const rights: Rights = open.has(dossier.id)
    ? AS_CITIZEN
    : actor.kind === 'citizen'
      ? NOTHING
      : rightsOn(dossier, actor, posts)
  if (rights.size === 0) return undefined
  noteRights(actor, rights)
  const standsInForAssignee = rights.get('specialist')?.accountId === dossier.assigneeAccountId
  const isGroundDoubted = doubted.has(dossier.id)
  return {
    ...dossier,
    roles: [...rights.keys()],
    ...(standsInForAssignee ? { standsInForAssignee } : {}),
    ...(isGroundDoubted ? { isGroundDoubted } : {}),
  }
}

/**
 * The dossier for officers of a unit elsewhere to which the process gives the lead of what runs beside the step it stands in.
 * They have no role on it: they see what they decide about, and do nothing to it but lead.
 */
async function dossierOfLead(db: Db, actor: Actor, dossier: Dossier, posts: readonly Post[]): Promise<ReachedDossier> {
  const { steps, validFrom } = await processOf(db, dossier.processId)
  const led = posts.length === 0 || dossier.finishedAt !== null ? [] : besidesAt(steps, dossier.handling)
  for (const step of led) {
    const unitId = await leadUnitOf(db, leadRuleOf(step), dossier, validFrom)
    if (isOfficeOf(dossier, unitId)) continue
    const rights = rightsAt(unitId, leadingRoles(dossier, unitId), dossier, posts)
    if (rights.size === 0) continue
    noteRights(actor, rights)
    return { ...dossier, roles: [] }
  }
  throw new Refusal('platform.not-found')
}
