import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { refuse } from '../../platform/refusal.ts'
import { dossierById } from '../store.ts'
import { enterLines } from './enter-lines.ts'
import { bookName, whyNotEnter } from './register.ts'
import { entryOf, heldBook } from './store.ts'

/**
 * Enters a received dossier in the register of its desk, in the book of the year it was first received: its line number is
 * what form 01 prints. Neighbours received shortly before and not yet in go first. Done once; later calls find the line.
 */
export const enterRegister = action({
  name: 'dossiers.enter-register',
  roles: ['system'],
  input: Type.Object({ dossierId: Type.String() }),
  unjournalled: 'the line says which dossier; entering it again changes nothing',
  async run(ctx, _, { dossierId }): Promise<{ book: string; line: number } | null> {
    const { db } = ctx
    const dossier = await dossierById(db, dossierId)
    if (!dossier?.receivedAt) return null
    const known = await entryOf(db, dossierId)
    if (known) return { book: bookName(known), line: known.lineNo }
    const book = await heldBook(db, dossier.receivedByUnitId, Number(vietnamDate(dossier.receivedAt).slice(0, 4)))
    // Another worker may have entered it while this one waited for the book.
    if (!(await entryOf(db, dossierId))) {
      refuse(whyNotEnter(book))
      await enterLines(ctx, book, dossier.receivedAt)
    }
    const entry = await entryOf(db, dossierId)
    return entry ? { book: bookName(entry), line: entry.lineNo } : null
  },
})
