import type { LegalDate } from '../platform/dates.ts'
import { rows, sql, type Db } from '../platform/db.ts'
import type { ProcedureLevel, ProcedureSummary } from './procedure.ts'
import { codeTyped, searchWords, type Wording } from './search-query.ts'
import { inForce, summariesByIds } from './store.ts'

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

/** How the answer was found: by code, every word (as typed, or in the words of the law), words alike (typing slips), or most of the words. */
export type SearchMatch = 'all' | 'code' | 'official-words' | 'words' | 'alike' | 'some-words'

export type ProcedurePage = { procedures: ProcedureSummary[]; match: SearchMatch; next: string | null }

type Hit = { id: string; code: string; score: bigint }
type Fragment = ReturnType<typeof sql>
type Way = { match: SearchMatch; where: Fragment; score: Fragment; join?: Fragment }

const SEARCH = sql`join catalogue.procedure_search s on s.version_id = v.id`
const NO_SCORE = sql`0::bigint`

/** Procedures in force on a day, best match first, page by page. Without words: in the order of their codes. */
export async function searchProcedures(db: Db, filter: ProcedureFilter): Promise<ProcedurePage> {
  const limit = Math.min(Math.max(filter.limit ?? 20, 1), 100)
  const cursor = parseCursor(filter.after)
  const ways = waysFor(filter.q ?? '').filter((way) => !cursor || cursor.match === way.match)
  for (const way of ways) {
    const hits = await hitsOf(db, filter, way, cursor, limit + 1)
    if (hits.length > 0 || cursor) return pageOf(db, way.match, hits, limit)
  }
  return { procedures: [], match: ways.at(-1)?.match ?? 'all', next: null }
}

/** The ways to look, from the surest; the first that finds anything is the answer. */
function waysFor(typed: string): Way[] {
  const code = codeTyped(typed)
  if (code !== undefined) return [{ match: 'code', where: sql`v.code like ${`${code}%`}`, score: NO_SCORE }]
  if (typed.trim() === '') return [{ match: 'all', where: sql`true`, score: NO_SCORE }]
  const words = searchWords(typed)
  if (!words) return [{ match: 'words', where: sql`false`, score: NO_SCORE }]
  const { typed: wording, official, accented } = words
  return [
    ...(official ? [{ ...byAllWords(official, null), match: 'official-words' as const }] : []),
    byAllWords(wording, accented),
    {
      match: 'alike',
      join: SEARCH,
      where: sql`${wording.text} <% s.name_key`,
      score: sql`(word_similarity(${wording.text}, s.name_key) * 1e6 + similarity(${wording.text}, s.name_key) * 1e5)::bigint`,
    },
    bySomeWords(official ?? wording),
  ]
}

/**
 * Weighs the whole name most, then marks typed as they stand there, then where the words were found; what people do for
 * themselves near their home comes before what firms do at the province.
 */
function byAllWords({ all, text }: Wording, accented: string | null): Way {
  return {
    match: 'words',
    join: SEARCH,
    where: sql`s.words @@ to_tsquery('simple', ${all})`,
    score: sql`(1e6 * (
      (case when strpos(s.name_key, ${text}) > 0 then 1 else 0 end)
      + (case when ${accented}::text is not null and strpos(s.accented_name, ${accented}::text) > 0 then 1 else 0 end)
      + similarity(s.name_key, ${text})
      + (case when v.levels @> '{commune}' then 0.2 else 0 end)
      + (case when v.subjects @> '{"Công dân Việt Nam"}' then 0.2 else 0 end)
      + ts_rank('{0.02,0.1,0.6,1}', s.words, to_tsquery('simple', ${all}))
    ))::bigint`,
  }
}

function bySomeWords({ tokens, text }: Wording): Way {
  const found = sql.join(
    tokens.map((token) => sql`(s.words @@ to_tsquery('simple', ${token}))::int`),
    sql` + `,
  )
  return {
    match: 'some-words',
    join: SEARCH,
    where: sql`s.words @@ to_tsquery('simple', ${tokens.join(' | ')}) and ${found} >= ${Math.ceil(tokens.length * 0.6)}`,
    score: sql`(1e6 * (${found}) + 1e5 * similarity(s.name_key, ${text}))::bigint`,
  }
}

function hitsOf(db: Db, filter: ProcedureFilter, way: Way, cursor: Cursor | undefined, limit: number): Promise<Hit[]> {
  const conditions = [
    inForce(filter.on),
    way.where,
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
        select v.id, v.code, ${way.score} as score
        from catalogue.procedure_version v ${way.join ?? sql``}
        where ${sql.join(conditions, sql` and `)}
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
