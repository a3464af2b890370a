import { Type } from 'typebox'
import { officerOf } from '../platform/acting.ts'
import { action } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { vaultEntriesByIds } from '../documents/index.ts'
import { unitsInCharge } from '../organisation/index.ts'
import { RECORD_KEEPERS } from './due-papers.ts'
import { insertHold, liftHold } from './store.ts'

const EntryId = Type.String({ format: 'uuid' })

async function refuseOutOfReach(db: Db, actor: Actor, entryId: string): Promise<void> {
  const [entry] = await vaultEntriesByIds(db, [entryId])
  const units = await unitsInCharge(db, actor, RECORD_KEEPERS)
  if (!entry || !units.includes(entry.keeperUnitId)) throw new Refusal('platform.not-found')
}

/** Keeps a paper where it is, on somebody's request: an inspection, a court, a complaint. */
export const holdPaper = action({
  name: 'archive.hold-paper',
  roles: [...RECORD_KEEPERS],
  input: Type.Object({ entryId: EntryId, reason: Type.String({ minLength: 5, maxLength: 500, pattern: '\\S' }) }),
  async run({ db, now, journal }, actor, { entryId, reason }): Promise<void> {
    await refuseOutOfReach(db, actor, entryId)
    const hold = { entryId, reason, placedAt: now, placedByName: officerOf(actor).fullName }
    if (!(await insertHold(db, newId(), hold))) throw new Refusal('archive.held-already')
    journal({ subject: `vault:${entryId}`, what: 'archive.held', facts: {} })
  },
})

export const releasePaper = action({
  name: 'archive.release-paper',
  roles: [...RECORD_KEEPERS],
  input: Type.Object({ entryId: EntryId }),
  async run({ db, now, journal }, actor, { entryId }): Promise<void> {
    await refuseOutOfReach(db, actor, entryId)
    if (!(await liftHold(db, entryId, officerOf(actor).fullName, now))) throw new Refusal('platform.not-found')
    journal({ subject: `vault:${entryId}`, what: 'archive.released', facts: {} })
  },
})
