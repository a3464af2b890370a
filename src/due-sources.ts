import { procedureInForce } from './catalogue/index.ts'
import { calendarFor, rulesFor, type DueSources } from './deadlines/index.ts'
import { unitByCode, unitBySlug } from './organisation/index.ts'
import type { Db } from './platform/db.ts'
import { Refusal } from './platform/refusal.ts'
import { formatTerm } from './platform/term.ts'

type OnDatabase = <Result>(ask: (db: Db) => Promise<Result>) => Promise<Result>

/** What `motcua due` asks of this installation; each question opens the database and leaves it as it was. */
export const dueSources: DueSources = sourcesOn(async (ask) => {
  const { withApp } = await import('./with-app.ts')
  return withApp(({ db }) => ask(db))
})

export function sourcesOn(onDatabase: OnDatabase): DueSources {
  return {
    termOf: (code, on) =>
      onDatabase(async (db) => {
        const version = await procedureInForce(db, code, on)
        if (!version) throw new Refusal('deadlines.procedure-unknown', { code, on })
        const terms = version.cases.map(({ term }) => term)
        const [first] = terms
        if (!first || terms.includes(null)) throw new Refusal('deadlines.procedure-term-unclear', { code })
        const stated = new Set(terms.map((term) => (term ? formatTerm(term) : '')))
        if (stated.size > 1) throw new Refusal('deadlines.procedure-terms', { code, terms: [...stated].join('; ') })
        return first
      }),
    calendarOf: (code, on) =>
      onDatabase(async (db) => {
        const unit = (await unitByCode(db, code, on)) ?? (await unitBySlug(db, code, on))
        if (!unit) throw new Refusal('deadlines.unit-unknown', { code, on })
        return { calendar: await calendarFor(db, unit.id, on), rules: await rulesFor(db, on) }
      }),
  }
}
