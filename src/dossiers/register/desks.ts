import type { Actor, Role } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds, type Unit } from '../../organisation/index.ts'
import { postsOf } from '../reach.ts'
import type { Book } from './register.ts'
import { booksOf } from './store.ts'

/** Who reads registers: the desk itself, its head, and those who watch over procedures. */
export const REGISTER_READERS = ['intake-officer', 'head-of-division', 'supervisor'] as const satisfies Role[]
/** Who closes a book: the head of the desk, or the supervisor of procedures above it. */
export const REGISTER_CLOSERS = ['head-of-division', 'supervisor'] as const satisfies Role[]

export type DeskBook = { desk: Unit; book: Book }

/** The books within reach of an officer in these roles, the latest year first, then by the desks' names. */
export async function booksWithinReach(db: Db, actor: Actor, roles: readonly Role[]): Promise<DeskBook[]> {
  const posts = (await postsOf(db, actor)).filter(({ role }) => roles.includes(role))
  const books = await booksOf(db, [...new Set(posts.flatMap(({ unitIds }) => unitIds))])
  const desks = new Map(
    (await unitsByIds(db, [...new Set(books.map(({ unitId }) => unitId))])).map((unit) => [unit.id, unit]),
  )
  return books
    .flatMap((book) => {
      const desk = desks.get(book.unitId)
      return desk ? [{ desk, book }] : []
    })
    .toSorted((a, b) => b.book.year - a.book.year || a.desk.name.localeCompare(b.desk.name, 'vi'))
}

/** The book of a desk and year; refuses with `platform.not-found` alike for "none" and "not yours". */
export async function bookWithinReach(
  db: Db,
  actor: Actor,
  roles: readonly Role[],
  { deskId, year }: { deskId: string; year: number },
): Promise<DeskBook> {
  const all = await booksWithinReach(db, actor, roles)
  const found = all.find(({ desk, book }) => desk.id === deskId && book.year === year)
  if (!found) throw new Refusal('platform.not-found')
  return found
}
