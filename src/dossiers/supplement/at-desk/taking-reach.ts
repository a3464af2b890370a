import { noteRights } from '../../../platform/acting.ts'
import { unitsOf, type Actor } from '../../../platform/actor.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import type { Db } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import {
  centreServing,
  coversProcedure,
  isInForce,
  unitById,
  unitsByIds,
  type Unit,
} from '../../../organisation/index.ts'
import { doubtedAmong } from '../../acting/store.ts'
import type { Dossier, ReachedDossier } from '../../dossier.ts'
import { procedureOf } from '../../known.ts'
import { dossierWithinReach, postsOf, rightsOn, type Post } from '../../reach.ts'
import { dossierByCode } from '../../store.ts'
import { takingUnitsOf } from './store.ts'

/** A dossier at the desk to which its missing papers are brought. */
export type AtDesk = { dossier: ReachedDossier; desk: Unit }

type Scope = { db: Db; now: Date }

/**
 * The dossier whose awaited papers this officer may take: one of the officer's desk, else one whose procedure is filed at any
 * desk (phi địa giới), while it waits and after the desk took its papers. Refuses with `dossiers.supplement-other-desk` where
 * another desk takes them: the code names that desk already, and nothing else is told.
 */
export async function dossierAtDesk(scope: Scope, officer: Actor, code: string, deskCode?: string): Promise<AtDesk> {
  const { db } = scope
  const dossier = await dossierByCode(db, code.trim().toUpperCase())
  const posts = await intakePosts(db, officer)
  if (!dossier || posts.length === 0) throw new Refusal('platform.not-found')
  const desk = await deskOf(scope, officer, dossier, deskCode)
  if (rightsOn(dossier, officer, posts).size > 0)
    return { dossier: await dossierWithinReach(db, officer, dossier.code), desk }
  const post = posts.find((one) => coversProcedure(one, dossier.procedureCode))
  const takers = await takingUnitsOf(db, dossier.id)
  const wasTakenHere = takers.some((unitId) => post?.unitIds.includes(unitId) === true)
  if (!wasTakenHere && dossier.handling !== 'awaiting-supplement') throw new Refusal('platform.not-found')
  if (!post || !(wasTakenHere || (await isTakenAnywhere(db, dossier))))
    throw new Refusal('dossiers.supplement-other-desk', { desk: await deskFor(scope, dossier) })
  noteRights(officer, new Map([['intake-officer', post.inPlaceOf ?? null]]))
  const isGroundDoubted = (await doubtedAmong(db, [dossier.id])).has(dossier.id)
  return { dossier: { ...dossier, roles: ['intake-officer'], ...(isGroundDoubted ? { isGroundDoubted } : {}) }, desk }
}

/** Of these dossiers that wait, those whose papers this officer may take. */
export async function takeableAmong(db: Db, officer: Actor, dossiers: readonly Dossier[]): Promise<Dossier[]> {
  const posts = await intakePosts(db, officer)
  const may = await Promise.all(
    dossiers.map(
      async (dossier) =>
        rightsOn(dossier, officer, posts).size > 0 ||
        (posts.some((post) => coversProcedure(post, dossier.procedureCode)) && (await isTakenAnywhere(db, dossier))),
    ),
  )
  return dossiers.filter((_, index) => may[index])
}

async function intakePosts(db: Db, officer: Actor): Promise<Post[]> {
  return (await postsOf(db, officer)).filter(({ role }) => role === 'intake-officer')
}

async function isTakenAnywhere(db: Db, { procedureVersionId }: Dossier): Promise<boolean> {
  return (await procedureOf(db, procedureVersionId)).anyDesk
}

/** The desk the officer sits at: the one named, else the dossier's own, else their first. */
async function deskOf({ db, now }: Scope, officer: Actor, dossier: Dossier, deskCode?: string): Promise<Unit> {
  const on = vietnamDate(now)
  const desks = (await unitsByIds(db, unitsOf(officer, 'intake-officer'))).filter((unit) => isInForce(unit, on))
  const own = desks.find(({ id }) => id === dossier.receivedByUnitId || id === dossier.helpedAtUnitId)
  const found = deskCode === undefined ? (own ?? desks[0]) : desks.find(({ code }) => code === deskCode)
  if (!found) throw new Refusal('platform.forbidden')
  return found
}

/** The desk that takes papers for the deciding body today; the one that received the dossier may be no more. */
async function deskFor({ db, now }: Scope, { competentUnitId, receivedByUnitId }: Dossier): Promise<string> {
  const serving = await centreServing(db, competentUnitId, vietnamDate(now))
  return (serving ?? (await unitById(db, receivedByUnitId)))?.name ?? ''
}
