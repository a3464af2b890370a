import type { LegalDate } from '../../platform/dates.ts'
import { rows, sql, type Db } from '../../platform/db.ts'
import { foldText } from '../../platform/text.ts'
import { procedureCodeIn, type ProcedureLevel, type ProcedureSummary } from '../procedure.ts'
import { inForce, summariesByIds } from '../store.ts'
import { wordIndexOf } from './kept-index.ts'
import { wordsOf } from './search-words.ts'
import { rankByWords, syllables } from './word-index.ts'

export type ProcedureFilter = {
  /** Words, with or without diacritics, or a procedure code in any form. */
  q?: string
  sector?: string
  level?: ProcedureLevel
  /** Slug of the competent provincial body, e.g. `so-xay-dung`. */
  agency?: string
  lifeEvent?: string
  /** Kind of applicant, as named in the catalogue. */
  subject?: string
  on: LegalDate
  /** `next` of the page before. */
  after?: string
  /** At most 100. */
  limit?: number
}

/** How the answer was found: by code, every word (as typed, or in the words of the law), words alike (typing slips), or some of the words. */
export type SearchMatch = 'all' | 'code' | 'official-words' | 'words' | 'alike' | 'some-words'

export type ProcedurePage = { procedures: ProcedureSummary[]; match: SearchMatch; next: string | null }

type Hit = { id: string; code: string; score: bigint }
type Fragment = ReturnType<typeof sql>
/** Where the procedures looked for come from, and how well each fits. */
type Way = { match: SearchMatch; from: Fragment; score: Fragment }

/** What fits less than this share of the best is left out. */
const LEAST = 0.25
const MOST_RANKED = 400
/** With less than this share of what was asked found, even the best is no answer. */
const SOME = 0.25
/** So much found counts as all of it: words that only ask weigh little. */
const WHOLE = 0.85

/** Procedures in force on a day, best match first, page by page. Without words: in the order of their codes. */
export async function searchProcedures(db: Db, filter: ProcedureFilter): Promise<ProcedurePage> {
  const limit = Math.min(Math.max(filter.limit ?? 20, 1), 100)
  const cursor = parseCursor(filter.after)
  const way = await wayFor(db, filter)
  const hits = way ? await hitsOf(db, filter, way, cursor, limit + 1) : []
  return pageOf(db, way?.match ?? 'words', hits, limit)
}

async function wayFor(db: Db, { q = '', on }: ProcedureFilter): Promise<Way | undefined> {
  const code = codeTyped(q)
  if (code !== undefined)
    return {
      match: 'code',
      from: sql`from catalogue.procedure_version v where v.code like ${`${code}%`}`,
      score: sql`0::bigint`,
    }
  if (q.trim() === '')
    return { match: 'all', from: sql`from catalogue.procedure_version v where true`, score: sql`0::bigint` }
  const index = await wordIndexOf(db, on)
  const words = wordsOf(index, q)
  if (!words) return undefined
  const ranked = rankByWords(index, words.queries, words.accented)
  const [best] = ranked
  if (!best || best.found < SOME) return byPapers(q)
  const close = ranked.slice(0, MOST_RANKED).filter(({ score }) => score >= LEAST * best.score)
  const scores = close.map(({ score }) => BigInt(Math.round(score * 1e6)))
  return {
    match: words.isTranslated
      ? 'official-words'
      : words.isMended
        ? 'alike'
        : best.found >= WHOLE
          ? 'words'
          : 'some-words',
    from: sql`from unnest(${close.map((one) => one.code)}::text[], ${scores.map(String)}::bigint[]) as ranked (code, score)
      join catalogue.procedure_version v on v.code = ranked.code where true`,
    score: sql`ranked.score`,
  }
}

/** Nothing has these words in its name or surroundings: perhaps a paper to hand in has. */
function byPapers(q: string): Way | undefined {
  const words = [...new Set(syllables(foldText(q)))].slice(0, 12)
  const wanted = sql`to_tsquery('simple', ${words.join(' & ')})`
  return {
    match: 'words',
    from: sql`from catalogue.procedure_version v join catalogue.procedure_search s on s.version_id = v.id where s.words @@ ${wanted}`,
    score: sql`(1e6 * ts_rank(s.words, ${wanted}))::bigint`,
  }
}

/** A code anywhere in what was typed, or the beginning of one: `1.0041`, `1.004194.000.00.00.H49`, `mã 1.004194 là gì`. */
function codeTyped(typed: string): string | undefined {
  const whole = /(?<![\d.])\d\.\d{6}(?!\d)/.exec(typed)?.[0]
  return procedureCodeIn(typed) ?? whole ?? /^\d\.\d{1,6}$/.exec(typed.trim())?.[0]
}

function hitsOf(db: Db, filter: ProcedureFilter, way: Way, cursor: Cursor | undefined, limit: number): Promise<Hit[]> {
  const conditions = [
    inForce(filter.on),
    ...(filter.sector ? [sql`v.sectors @> array[${filter.sector}]`] : []),
    ...(filter.level ? [sql`v.levels @> array[${filter.level}]`] : []),
    ...(filter.agency ? [sql`v.department = ${filter.agency}`] : []),
    ...(filter.lifeEvent ? [sql`v.life_event = ${filter.lifeEvent}`] : []),
    ...(filter.subject ? [sql`v.subjects @> array[${filter.subject}]`] : []),
  ]
  const beyond = cursor
    ? sql`where (found.score < ${cursor.score}::bigint or (found.score = ${cursor.score}::bigint and found.code > ${cursor.code}))`
    : sql``
  return rows(
    db,
    sql<Hit>`
      select found.id, found.code, found.score from (
        select v.id, v.code, ${way.score} as score ${way.from} and ${sql.join(conditions, sql` and `)}
      ) found ${beyond}
      order by found.score desc, found.code limit ${limit}`,
  )
}

async function pageOf(db: Db, match: SearchMatch, hits: Hit[], limit: number): Promise<ProcedurePage> {
  const shown = hits.slice(0, limit)
  const versions = await summariesByIds(
    db,
    shown.map(({ id }) => id),
  )
  const byId = new Map(versions.map((version) => [version.id, version]))
  const last = shown.at(-1)
  return {
    procedures: shown.flatMap(({ id }) => byId.get(id) ?? []),
    match,
    next: hits.length > limit && last ? `${match}~${last.score}~${last.code}` : null,
  }
}

type Cursor = { match: SearchMatch; score: string; code: string }

/** A cursor that was tampered with begins anew. */
function parseCursor(after: string | undefined): Cursor | undefined {
  const parts = /^(all|code|official-words|words|alike|some-words)~(\d{1,15})~([\d.]{1,20})$/.exec(after ?? '')
  if (!parts) return undefined
  return { match: parts[1] as SearchMatch, score: parts[2] ?? '0', code: parts[3] ?? '' }
}
