import type { ActionContext } from '../../../platform/action.ts'
import type { VaultEntry } from '../entry.ts'
import { endEntry, joinPaper, versionsOf } from '../store.ts'

/**
 * Of two scans of one paper one stays in force. Both stay to be seen, as versions of one paper where one of them is a paper of its
 * own alone. False, and nothing is changed, when one of them is not in force any more.
 */
export async function joinPapers(
  { db, now, journal }: Pick<ActionContext, 'db' | 'now' | 'journal'>,
  { entry, twin, stays }: { /** The later one. */ entry: VaultEntry; twin: VaultEntry; stays: VaultEntry },
): Promise<boolean> {
  const ends = stays.id === entry.id ? twin : entry
  if (stays.state !== 'in-force') return false
  if (!(await endEntry(db, ends.id, { state: 'replaced', at: now, reason: null, replacedBy: stays.id }))) return false
  const [own, theirs] = [await versionsOf(db, entry.paperId), await versionsOf(db, twin.paperId)]
  const [joins, paper] = own.length === 1 ? [entry, theirs] : [twin, own]
  const last = paper[0]
  if (last && (own.length === 1 || theirs.length === 1))
    await joinPaper(db, joins.id, { paperId: last.paperId, version: last.version + 1 })
  journal({ subject: `vault:${ends.id}`, what: 'documents.vault-joined', facts: { stays: stays.id } })
  journal({ subject: `vault:${stays.id}`, what: 'documents.vault-joined', facts: { before: ends.id } })
  return true
}
