import type { ActionContext } from '../../platform/action.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import { bookName, type Book } from './register.ts'
import { insertLines } from './store.ts'

/** Enters what is to be entered in a book, each with its journal line. */
export async function enterLines(ctx: ActionContext, book: Book, upTo: Date | null): Promise<void> {
  const { unitId, year } = book
  for (const { dossierId, lineNo, receivedOn } of await insertLines(ctx.db, book, upTo)) {
    noteAdded(ctx, dossierId, { registerLine: [{ unitId, year, lineNo, receivedOn }] })
    const facts = { book: bookName(book), line: lineNo }
    ctx.journal({ subject: `dossier:${dossierId}`, what: 'dossiers.entered-register', facts })
  }
}
