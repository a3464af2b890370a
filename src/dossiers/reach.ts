import type { Actor, Role } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { descendantsOf, predecessorsOf, unitsByIds, type SuccessionKind } from '../organisation/index.ts'
import { dossierByCode } from './store.ts'
import type { Dossier, ReachedDossier } from './dossier.ts'

/** A role with the units at which it is held, those below and those whose work they took over included. */
export type Post = {
  role: Role
  unitIds: string[]
  /** Set for a post in a division: the agency whose dossiers it may take up while no division has them. */
  agencyId: string | null
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
  'intake-officer': AT_THE_DESK,
  'head-of-division': IN_THE_OFFICE,
  specialist: IN_THE_OFFICE,
  signatory: IN_THE_OFFICE,
  clerk: IN_THE_OFFICE,
  supervisor: ANYWHERE,
  administrator: NOWHERE,
} satisfies Record<Role, (dossier: Held, post: Post) => boolean>

/** In which roles an actor reaches a dossier; none means that for them it is not there. */
export function rolesOn(
  dossier: Held & Pick<Dossier, 'applicantCitizenId' | 'submitterCitizenId'>,
  actor: Actor,
  posts: readonly Post[],
): Role[] {
  if (actor.kind === 'citizen') {
    return [dossier.applicantCitizenId, dossier.submitterCitizenId].includes(actor.citizenId) ? ['citizen'] : []
  }
  return [...new Set(posts.filter((post) => LOOKS_FROM[post.role](dossier, post)).map(({ role }) => role))]
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
  return actor.grants.map(({ role, unitId, reach }) => {
    const unit = units.get(unitId)
    return {
      role,
      unitIds: around.get(`${unitId} ${reach}`) ?? [unitId],
      agencyId: unit?.kind === 'division' ? unit.parentId : null,
    }
  })
}

async function unitsAround(db: Db, unitId: string, reach: 'unit' | 'subtree'): Promise<string[]> {
  const inherited = (await predecessorsOf(db, unitId))
    .filter(({ kind }) => TAKES_OVER.has(kind))
    .map(({ unit }) => unit.id)
  const below = reach === 'subtree' ? (await descendantsOf(db, unitId)).map(({ id }) => id) : []
  return [...new Set([unitId, ...inherited, ...below])]
}

/** The dossier with this code, if the actor reaches it. Refuses with `platform.not-found` alike for "none" and "not yours". */
export async function dossierWithinReach(db: Db, actor: Actor, code: string): Promise<ReachedDossier> {
  const dossier = await dossierByCode(db, code.trim().toUpperCase())
  const roles = dossier ? rolesOn(dossier, actor, await postsOf(db, actor)) : []
  if (!dossier || roles.length === 0) throw new Refusal('platform.not-found')
  return { ...dossier, roles }
}
