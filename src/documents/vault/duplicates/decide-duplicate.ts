import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { query } from '../../../platform/query.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { ANSWERERS } from '../dispute/dispute.ts'
import { unitsAnsweredFor } from '../dispute/answer-dispute.ts'
import type { VaultEntry } from '../entry.ts'
import { EntryId, fileOf } from '../my-vault.ts'
import { entriesByIds } from '../store.ts'
import { betterOf, DUPLICATE_OUTCOMES, type Duplicate } from './duplicate.ts'
import { joinPapers } from './join-papers.ts'
import { duplicateById, openDuplicates, saveOutcome } from './store.ts'

const AT_ONCE = 100

export type TwinPapers = { duplicate: Duplicate; entry: VaultEntry; twin: VaultEntry }

async function withPapers(db: Db, duplicates: readonly Duplicate[]): Promise<TwinPapers[]> {
  const entries = await entriesByIds(
    db,
    duplicates.flatMap(({ entryId, twinId }) => [entryId, twinId]),
  )
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return duplicates.flatMap((duplicate) => {
    const [entry, twin] = [byId.get(duplicate.entryId), byId.get(duplicate.twinId)]
    return entry && twin ? [{ duplicate, entry, twin }] : []
  })
}

async function twinsWithinReach(db: Db, actor: Actor, id: string): Promise<TwinPapers> {
  const duplicate = await duplicateById(db, id)
  const units = await unitsAnsweredFor(db, actor)
  const [twins] = duplicate && units.includes(duplicate.unitId) ? await withPapers(db, [duplicate]) : []
  if (!twins) throw new Refusal('platform.not-found')
  return twins
}

const looksAt = ({ duplicate, entry, twin }: TwinPapers) =>
  [entry, twin].map(({ id }) => ({ subject: `vault:${id}`, facts: { duplicate: duplicate.id } }))

/** Papers taken in at the officer's units that look like others of the same owner, the oldest first. */
export const listDuplicates = query({
  name: 'documents.list-duplicates',
  roles: [...ANSWERERS],
  input: Type.Object({}),
  async run({ db }, actor): Promise<TwinPapers[]> {
    return withPapers(db, await openDuplicates(db, await unitsAnsweredFor(db, actor), AT_ONCE))
  },
  reads: (_, __, found) => found.flatMap(looksAt),
})

/** A file of one of the two papers, to look at them side by side. */
export const getTwinFile = query({
  name: 'documents.get-twin-file',
  roles: [...ANSWERERS],
  input: Type.Object({
    duplicateId: EntryId,
    which: Type.Enum(['entry', 'twin']),
    no: Type.Integer({ minimum: 1, maximum: 50 }),
  }),
  async run({ db }, actor, { duplicateId, which, no }) {
    const twins = await twinsWithinReach(db, actor, duplicateId)
    return { twins, file: await fileOf(db, twins[which], no) }
  },
  reads: (_, __, { twins }) => looksAt(twins),
})

/**
 * A person says whether the two are one paper: then the surer scan stays in force and the other becomes an earlier version of it; or
 * two, and nobody is asked again.
 */
export const decideDuplicate = action({
  name: 'documents.decide-duplicate',
  roles: [...ANSWERERS],
  input: Type.Object({ duplicateId: EntryId, outcome: Type.Enum([...DUPLICATE_OUTCOMES]) }),
  async run(ctx, officer, { duplicateId, outcome }): Promise<void> {
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const { entry, twin } = await twinsWithinReach(ctx.db, officer, duplicateId)
    if (!(await saveOutcome(ctx.db, duplicateId, outcome, officer, ctx.now)))
      throw new Refusal('documents.duplicate-decided')
    const facts = { duplicate: duplicateId, outcome, twin: twin.id }
    ctx.journal({ subject: `vault:${entry.id}`, what: 'documents.vault-duplicate-decided', facts })
    if (outcome !== 'same-paper') return
    const { stays } = betterOf(entry, twin)
    if (!(await joinPapers(ctx, { entry, twin, stays }))) throw new Refusal('documents.duplicate-ended')
  },
})
