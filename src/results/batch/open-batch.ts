import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dossierWithinReach, type ReachedDossier } from '../../dossiers/index.ts'
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
  if (!batch || actor.kind !== 'officer') throw new Refusal('platform.not-found')
  const result = await (forUpdate ? resultForUpdate : resultOf)(db, batch.id)
  if (!result) throw new Error(`batch ${no} has no decision`)
  const members: ReachedMember[] = []
  for (const member of await membersOf(db, batch)) {
    const dossier = await reached(db, actor, member)
    if (dossier) members.push({ member, dossier })
  }
  if (members.length === 0) throw new Refusal('platform.not-found')
  return { batch, result, files: await filesOf(db, result), members }
}

/** Who left the list may have gone to another division since: that hides nobody else. */
async function reached(db: Db, actor: Actor, member: BatchMember): Promise<ReachedDossier | undefined> {
  try {
    return await dossierWithinReach(db, actor, member.dossierCode)
  } catch (error) {
    if (member.state === 'out' && error instanceof Refusal && error.code === 'platform.not-found') return undefined
    throw error
  }
}

export const inBatch = ({ members }: Pick<OpenBatch, 'members'>): ReachedMember[] =>
  members.filter(({ member }) => member.state === 'in')

export const subjectOf = ({ id }: Pick<Batch, 'id'>): string => `batch:${id}`
