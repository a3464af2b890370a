import type { ActionContext } from '../../platform/action.ts'
import { placesNaming } from '../../platform/named-elsewhere.ts'
import type { StoredFile } from '../file.ts'
import { insertLetGo, isContentKept, type LetGo } from './store.ts'

/** Where these columns name a file, that is the file itself. */
const OWN = new Set(['documents.file.sha256', 'documents.file_let_go.file_id'])

/** What else in the system needs the content of a file; `known` are the columns the caller answers for. */
export async function usesOfFile(
  { db }: Pick<ActionContext, 'db'>,
  { id, sha256 }: Pick<StoredFile, 'id' | 'sha256'>,
  known: readonly string[],
): Promise<string[]> {
  const places = await placesNaming(db, { fileId: id, sha256 }, new Set([...OWN, ...known]))
  return (await isContentKept(db, sha256, id)) ? ['documents.file.sha256', ...places] : places
}

/** Lets the content of a file go as part of an action that found nobody needs it; what it was stays on record. */
export async function letGoFile(
  { db, now, journal }: Pick<ActionContext, 'db' | 'now' | 'journal'>,
  { id, sha256, size }: Pick<StoredFile, 'id' | 'sha256' | 'size'>,
  why: LetGo,
): Promise<void> {
  if (!(await insertLetGo(db, id, why, now))) return
  journal({ subject: `file:${id}`, what: 'documents.let-go', facts: { sha256, size, rule: why.rule } })
}
