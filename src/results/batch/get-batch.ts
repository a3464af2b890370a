import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, type StoredFile } from '../../documents/index.ts'
import { competentUnitsOf, nameOf, processOf, whyNot, type DossierAction, type Handling } from '../../dossiers/index.ts'
import { raisingOf, type RaisingFacts } from '../../signing/index.ts'
import { issuedOf } from '../issued-store.ts'
import type { IssuedDocument } from '../issued.ts'
import { latestFile, type Result } from '../result.ts'
import { resultsOf } from '../store.ts'
import { BatchNo, listStepToSign } from './list-approval.ts'
import { stillStands, type Batch, type BatchMember } from './batch.ts'
import { batchWithinReach, batchesWithinReach, inBatch, subjectOf, type OpenBatch } from './open-batch.ts'
import { openBatchesOf } from './store.ts'

const READERS = ['specialist', 'head-of-division', 'signatory', 'clerk', 'supervisor'] as const

export type MemberView = BatchMember & {
  name: string
  handling: Handling
  /** False on one that will fall out at the next step. */
  stands: boolean
}

export type BatchView = {
  batch: Batch
  decision: Result
  issued: IssuedDocument | null
  /** Who approves signs the record of it: the process asks for it. */
  isRecordSigned: boolean
  /** Signed or sealed, and waiting for its level: until then nothing can be done with it. */
  raising: RaisingFacts | null
  members: MemberView[]
  /** What this officer may do with the list now. */
  actions: DossierAction[]
}

/** The batch with its members and what became of each. */
export const getBatch = query({
  name: 'results.get-batch',
  roles: [...READERS],
  input: Type.Object({ no: BatchNo }),
  async run({ db }, actor, { no }): Promise<BatchView> {
    const open = await batchWithinReach(db, actor, no)
    const { batch, result, members } = open
    const raising = (await raisingOf(db, subjectOf(batch))) ?? null
    return {
      raising,
      isRecordSigned: result.state === 'draft' && (await listStepToSign(db, open)).step !== undefined,
      batch,
      decision: result,
      issued: (await issuedOf(db, result)) ?? null,
      members: members.map(({ member, dossier }) => ({
        ...member,
        name: nameOf(dossier.applicant),
        handling: dossier.handling,
        stands: member.state !== 'in' || stillStands(dossier, result),
      })),
      actions: raising ? [] : await possible(db, actor, open),
    }
  },
  reads: (_, __, { members }) => members.map(({ dossierId }) => `dossier:${dossierId}`),
})

const DOES = {
  draft: ['approveResult', 'returnDraft'],
  approved: ['signResult', 'returnDraft'],
  signed: ['sealResult', 'returnStep'],
  sealed: ['sealResult'],
} as const satisfies Partial<Record<Result['state'], DossierAction[]>>

/** As the process says for a member that still stands; where none does, the next press settles the list. */
async function possible(db: Db, actor: Actor, open: OpenBatch): Promise<DossierAction[]> {
  const { result } = open
  const standing = inBatch(open).find(({ dossier }) => stillStands(dossier, result))
  const actions = result.state in DOES ? DOES[result.state as keyof typeof DOES] : []
  if (!standing) return []
  const { dossier } = standing
  const process = await processOf(db, dossier.processId)
  const isNamed = actor.kind === 'officer' && actor.accountId === result.signatoryAccountId
  return actions.filter(
    (action) => whyNot(action, dossier, actor, process) === undefined && (action !== 'signResult' || isNamed),
  )
}

/** The decision with its list: for officers who reach all of its dossiers, never for an applicant. */
export const downloadBatch = query({
  name: 'results.download-batch',
  roles: [...READERS],
  input: Type.Object({ no: BatchNo }),
  async run({ db }, actor, { no }): Promise<{ file: StoredFile; dossierIds: string[] }> {
    const { result, files, members } = await batchWithinReach(db, actor, no)
    const latest = latestFile(result, files)
    const file = latest && (await fileById(db, latest.fileId))
    if (!file) throw new Refusal('platform.not-found')
    return { file, dossierIds: members.map(({ dossier }) => dossier.id) }
  },
  reads: (_, __, { dossierIds }) => dossierIds.map((id) => `dossier:${id}`),
})

export type ListedBatch = Pick<Batch, 'no' | 'gatheredByName' | 'gatheredAt'> &
  Pick<Result, 'title' | 'state'> & { subject: string | null; members: number; signatory: string }

const MOST_LISTED = 100

/** Batches under way that this officer reaches, the newest first. */
export const listBatches = query({
  name: 'results.list-batches',
  roles: [...READERS],
  input: Type.Object({}),
  async run({ db }, actor): Promise<ListedBatch[]> {
    const batches = await openBatchesOf(db, await competentUnitsOf(db, actor), MOST_LISTED)
    const ids = batches.map(({ id }) => id)
    const inside = await batchesWithinReach(db, actor, ids)
    const decisions = new Map((await resultsOf(db, ids)).map((result) => [result.dossierId, result]))
    return batches.flatMap(({ id, no, gatheredByName, gatheredAt }): ListedBatch[] => {
      const [decision, members] = [decisions.get(id), inside.get(id)]
      if (!decision || members === undefined) return []
      const { title, state, content } = decision
      const signatory = content.signature.fullName
      return [{ no, gatheredByName, gatheredAt, title, state, subject: content.subject, members, signatory }]
    })
  },
})
