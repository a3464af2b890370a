import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { booksWithinReach, bookWithinReach, REGISTER_READERS } from './desks.ts'
import { fixLines, registerLines } from './read-lines.ts'
import { bookName, fixedAt, type Closing, type RegisterLine } from './register.ts'
import { monthsOf, type MonthCount } from './store.ts'

const PAGE = 50

export const DeskIdInput = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
export const YearInput = Type.Integer({ minimum: 2018, maximum: 2100 })
export const MonthInput = Type.Integer({ minimum: 1, maximum: 12 })

export type RegisterPage = {
  desk: { id: string; name: string }
  year: number
  /** `01/2026` */
  book: string
  closing: Closing | null
  months: MonthCount[]
  lines: RegisterLine[]
  /** Line to go on after; null at the end. */
  next: number | null
}

/** A page of the register (form 07) of a desk and year, as it stands now. */
export const getRegister = query({
  name: 'dossiers.get-register',
  roles: REGISTER_READERS,
  input: Type.Object({
    deskId: DeskIdInput,
    year: YearInput,
    month: Type.Optional(MonthInput),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  async run({ db, clock }, officer, { deskId, year, month, after = 0 }): Promise<RegisterPage> {
    const { desk, book } = await bookWithinReach(db, officer, REGISTER_READERS, { deskId, year })
    const found = await registerLines(db, { unitId: desk.id, year, month, after, asOf: clock.now(), limit: PAGE + 1 })
    const lines = found.slice(0, PAGE)
    return {
      desk: { id: desk.id, name: desk.name },
      year,
      book: bookName(book),
      closing: book.closing,
      months: await monthsOf(db, desk.id, year),
      lines,
      next: found.length > PAGE ? (lines.at(-1)?.lineNo ?? null) : null,
    }
  },
  reads: (_, __, { desk, year }) => [`register:${desk.id}:${year}`],
})

/** Books within reach, the latest first. */
export const listRegisters = query({
  name: 'dossiers.list-registers',
  roles: REGISTER_READERS,
  input: Type.Object({}),
  async run({ db }, officer) {
    const found = await booksWithinReach(db, officer, REGISTER_READERS)
    return found.map(({ desk, book }) => ({
      deskId: desk.id,
      deskName: desk.name,
      year: book.year,
      book: bookName(book),
      isClosed: book.closing !== null,
    }))
  },
})

/** Counts a closed book anew and compares it with what was fixed; null while it is open. */
export const checkRegister = query({
  name: 'dossiers.check-register',
  roles: REGISTER_READERS,
  input: Type.Object({ deskId: DeskIdInput, year: YearInput }),
  async run({ db }, officer, asked): Promise<{ matches: boolean; digest: string; lineCount: number } | null> {
    const { desk, book } = await bookWithinReach(db, officer, REGISTER_READERS, asked)
    if (!book.closing) return null
    const { at, digest, lineCount } = book.closing
    const now = await fixLines(db, { unitId: desk.id, year: book.year, asOf: fixedAt(at) })
    return {
      matches: now.digest === digest && now.lineCount === lineCount,
      digest: now.digest,
      lineCount: now.lineCount,
    }
  },
})
