import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { refuse } from '../../platform/refusal.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { bookWithinReach, REGISTER_CLOSERS } from './desks.ts'
import { DeskIdInput, YearInput } from './get-register.ts'
import { enterLines } from './enter-lines.ts'
import { fixLines } from './read-lines.ts'
import { bookName, fixedAt, whyNotClose } from './register.ts'
import { heldBook, saveClosing } from './store.ts'

/**
 * Closes the book of a year that is over: what was received and not yet entered is entered, then lines, open dossiers and
 * the SHA-256 of all lines are fixed. Căn cứ: Thông tư 01/2018/TT-VPCP, Điều 10; Thông tư 03/2025/TT-VPCP, mẫu số 07.
 */
export const closeRegister = action({
  name: 'dossiers.close-register',
  roles: REGISTER_CLOSERS,
  input: Type.Object({ deskId: DeskIdInput, year: YearInput }),
  async run(ctx, officer, { deskId, year }) {
    const { db, now } = ctx
    const { desk } = await bookWithinReach(db, officer, REGISTER_CLOSERS, { deskId, year })
    const book = await heldBook(db, desk.id, year)
    refuse(whyNotClose(book, vietnamDate(now)))
    await enterLines(ctx, book, null)
    const fixed = await fixLines(db, { unitId: desk.id, year, asOf: fixedAt(now) })
    await saveClosing(db, book, {
      ...fixed,
      at: now,
      byAccountId: accountOf(officer) ?? '',
      byName: actorName(officer),
    })
    const facts = { book: bookName(book), ...fixed }
    ctx.journal({ subject: `register:${desk.id}:${year}`, what: 'dossiers.register-closed', facts })
    return { book: bookName(book), ...fixed }
  },
})
