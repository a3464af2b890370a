import type { Db } from '../platform/db.ts'
import type { VaultEntry } from '../documents/index.ts'
import { runningAmong } from '../dossiers/index.ts'
import { dossiersIn, holdsOn } from './due-papers.ts'

/** Whether papers and what they were made of must stay: `heldPapersPort` of digitisation. */
export async function heldPapers(
  db: Db,
  entries: readonly VaultEntry[],
  sources: readonly string[],
): Promise<'disputed' | 'held' | undefined> {
  const holds = new Set((await holdsOn(db, entries)).values())
  if (holds.has('disputed')) return 'disputed'
  const running = await runningAmong(db, sources.flatMap(dossiersIn))
  return holds.size > 0 || running.size > 0 ? 'held' : undefined
}
