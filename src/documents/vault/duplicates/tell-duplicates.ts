import type { ActionContext } from '../../../platform/action.ts'
import { newId } from '../../../platform/id.ts'
import type { VaultEntry } from '../entry.ts'
import { numberedEntriesOf } from '../store.ts'
import { likenessOf } from './duplicate.ts'
import { insertDuplicate } from './store.ts'

/**
 * Says of a paper that came in which others of its owner look like it. Nothing is merged: both stay as they are until a person has
 * looked, since a wrong merging would take a paper from its owner.
 */
export async function tellDuplicates({ db, now, journal }: ActionContext, entry: VaultEntry): Promise<void> {
  if (entry.number === null || entry.typeCode === null) return
  for (const twin of await numberedEntriesOf(db, entry.owner, entry.typeCode)) {
    const likeness = twin.paperId === entry.paperId ? undefined : likenessOf(entry, twin)
    if (!likeness) continue
    const duplicate = { id: newId(), entryId: entry.id, twinId: twin.id, likeness, foundAt: now }
    if (!(await insertDuplicate(db, { ...duplicate, unitId: entry.keeperUnitId }))) continue
    journal({
      subject: `vault:${entry.id}`,
      what: 'documents.vault-duplicate-found',
      facts: { twin: twin.id, likeness },
    })
  }
}
