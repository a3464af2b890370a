import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { unitsAnsweredFor } from './dispute/answer-dispute.ts'
import { countOpenDisputes } from './dispute/store.ts'
import { countOpenDuplicates } from './duplicates/store.ts'

/** What papers of the officer's units wait for: answers to their owners, and a look at two that seem to be one. */
export async function countVaultWork(db: Db, actor: Actor): Promise<{ disputes: number; duplicates: number }> {
  const units = await unitsAnsweredFor(db, actor)
  if (units.length === 0) return { disputes: 0, duplicates: 0 }
  const [disputes, duplicates] = await Promise.all([countOpenDisputes(db, units), countOpenDuplicates(db, units)])
  return { disputes, duplicates }
}
