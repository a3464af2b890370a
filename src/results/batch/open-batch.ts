import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dossiersWithinReach, type ReachedDossier } from '../../dossiers/index.ts'
import type { Result, ResultFile } from '../result.ts'
import { filesOf, resultForUpdate, resultOf } from '../store.ts'
import type { Batch, BatchMember } from './batch.ts'
import { batchByNo, membersOf } from './store.ts'

export type ReachedMember = { member: BatchMember; dossier: ReachedDossier }

export type OpenBatch = {
  batch: Batch
  /** The decision: it stands under the batch's id. */
  result: Result
  files: ResultFile[]
  members: ReachedMember[]
}

/**
 * A batch, for officers who reach every dossier of it; for everybody else it is not there, since its list names them all. Held until the
 * transaction ends where it is going to be changed.
 */
export async function batchWithinReach(db: Db, actor: Actor, no: number, forUpdate = false): Promise<OpenBatch> {
  const batch = await batchByNo(db, no)
  if (!batch) throw new Refusal('platform.not-found')
  const result = await (forUpdate ? resultForUpdate : resultOf)(db, batch.id)
  const members = await membersWithinReach(db, actor, await membersOf(db, [batch.id]))
  if (!result || !members) throw new Refusal('platform.not-found')
  return { batch, result, files: await filesOf(db, result), members }
}

/** Those of these batches that an officer reaches, with the dossiers still in each. */
export async function batchesWithinReach(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, number>> {
  const all = await membersOf(db, ids)
  const reached = await reachedBy(db, actor, all)
  return new Map(
    ids.flatMap((id): [string, number][] => {
      const members = allReached(
        all.filter(({ batchId }) => batchId === id),
        reached,
      )
      return members ? [[id, inBatch({ members }).length]] : []
    }),
  )
}

async function membersWithinReach(db: Db, actor: Actor, members: readonly BatchMember[]) {
  return allReached(members, await reachedBy(db, actor, members))
}

type Reached = ReadonlyMap<string, ReachedDossier>

async function reachedBy(db: Db, actor: Actor, members: readonly BatchMember[]): Promise<Reached> {
  // A citizen reaches their own dossier, and still not the list it is in.
  if (actor.kind !== 'officer') return new Map()
  const codes = members.map(({ dossierCode }) => dossierCode)
  const all = await dossiersWithinReach(db, actor, codes)
  // The desk that received one of them has nothing to do with the list.
  const inOffice = all.filter(({ roles }) => roles.some((role) => role !== 'intake-officer'))
  return new Map(inOffice.map((dossier) => [dossier.code, dossier]))
}

/** Undefined when one is out of reach. Who left the list may have gone to another division since: that hides nobody else. */
function allReached(members: readonly BatchMember[], reached: Reached): ReachedMember[] | undefined {
  const found = members.flatMap((member) => {
    const dossier = reached.get(member.dossierCode)
    return dossier ? [{ member, dossier }] : []
  })
  const isWhole = members.every(({ state, dossierCode }) => state === 'out' || reached.has(dossierCode))
  return isWhole && found.length > 0 ? found : undefined
}

export const inBatch = ({ members }: Pick<OpenBatch, 'members'>): ReachedMember[] =>
  members.filter(({ member }) => member.state === 'in')

export const subjectOf = ({ id }: Pick<Batch, 'id'>): string => `batch:${id}`
