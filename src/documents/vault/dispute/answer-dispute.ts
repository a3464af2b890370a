import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { query } from '../../../platform/query.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { unitsInCharge } from '../../../organisation/index.ts'
import type { StoredFile } from '../../file.ts'
import type { VaultEntry } from '../entry.ts'
import { EntryId, fileOf } from '../my-vault.ts'
import { entriesByIds, entryById } from '../store.ts'
import { ANSWERERS, DISPUTE_OUTCOMES, disputeAnswered, type Dispute } from './dispute.ts'
import { disputeById, openDisputes, saveAnswer } from './store.ts'

const AT_ONCE = 100

export type DisputedPaper = { dispute: Dispute; entry: VaultEntry }

/** The units whose papers an officer answers for. */
export const unitsAnsweredFor = (db: Db, actor: Actor): Promise<string[]> => unitsInCharge(db, actor, ANSWERERS)

async function disputeWithinReach(db: Db, actor: Actor, id: string): Promise<DisputedPaper> {
  const dispute = await disputeById(db, id)
  const units = await unitsAnsweredFor(db, actor)
  const entry = dispute && units.includes(dispute.unitId) ? await entryById(db, dispute.entryId) : undefined
  if (!dispute || !entry) throw new Refusal('platform.not-found')
  return { dispute, entry }
}

/** What people say is wrong with papers of the officer's units and nobody has answered yet, the oldest first. */
export const listDisputes = query({
  name: 'documents.list-disputes',
  roles: [...ANSWERERS],
  input: Type.Object({}),
  async run({ db }, actor): Promise<DisputedPaper[]> {
    const disputes = await openDisputes(db, await unitsAnsweredFor(db, actor), AT_ONCE)
    const entries = await entriesByIds(
      db,
      disputes.map(({ entryId }) => entryId),
    )
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    return disputes.flatMap((dispute) => {
      const entry = byId.get(dispute.entryId)
      return entry ? [{ dispute, entry }] : []
    })
  },
  reads: (_, __, papers) => papers.map(({ entry, dispute }) => aboutDispute(entry.id, dispute.id)),
})

const aboutDispute = (entryId: string, dispute: string) => ({ subject: `vault:${entryId}`, facts: { dispute } })

/** One of them with its paper. */
export const getDispute = query({
  name: 'documents.get-dispute',
  roles: [...ANSWERERS],
  input: Type.Object({ disputeId: EntryId }),
  run: ({ db }, actor, { disputeId }) => disputeWithinReach(db, actor, disputeId),
  reads: (_, { disputeId }, { entry }) => [aboutDispute(entry.id, disputeId)],
})

/** A file of the paper it is about. */
export const getDisputedFile = query({
  name: 'documents.get-disputed-file',
  roles: [...ANSWERERS],
  input: Type.Object({ disputeId: EntryId, no: Type.Integer({ minimum: 1, maximum: 50 }) }),
  async run({ db }, actor, { disputeId, no }): Promise<{ entryId: string; file: StoredFile }> {
    const { entry } = await disputeWithinReach(db, actor, disputeId)
    return { entryId: entry.id, file: await fileOf(db, entry, no) }
  },
  reads: (_, { disputeId }, { entryId }) => [aboutDispute(entryId, disputeId)],
})

/** The unit answers: the paper will be put right by its own procedure, or it is right and why. */
export const answerDispute = action({
  name: 'documents.answer-dispute',
  roles: [...ANSWERERS],
  input: Type.Object({
    disputeId: EntryId,
    outcome: Type.Enum([...DISPUTE_OUTCOMES]),
    answer: Type.String({ minLength: 5, maxLength: 2_000 }),
  }),
  async run(ctx, officer, { disputeId, outcome, answer }) {
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const { dispute, entry } = await disputeWithinReach(ctx.db, officer, disputeId)
    const { accountId: answeredByAccountId, fullName: answeredByName } = officer
    const given = { outcome, answer, answeredAt: ctx.now, answeredByAccountId, answeredByName }
    if (!(await saveAnswer(ctx.db, disputeId, given))) throw new Refusal('documents.dispute-answered')
    const facts = { dispute: disputeId, outcome }
    ctx.journal({ subject: `vault:${entry.id}`, what: 'documents.vault-dispute-answered', facts })
    const { id: entryId, source, sourceCode, title, owner } = entry
    await ctx.emit(disputeAnswered, {
      disputeId,
      entryId,
      source,
      sourceCode,
      title,
      no: Number(dispute.no),
      ownerNumber: owner.number,
      unitId: dispute.unitId,
    })
    return { answeredAt: ctx.now }
  },
})
