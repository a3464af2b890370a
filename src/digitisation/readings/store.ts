import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { PaperValue } from '../bench/value.ts'
import type { PageRead, Reading } from './reading.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const jsonOrNull = (value: unknown) => (value === undefined || value === null ? null : json(value))

/** Of the pages of a paper, for whatever picture they had. */
export function readingsOf(db: Db, pageIds: readonly string[]): Promise<Reading[]> {
  return rows(
    db,
    sql<Reading>`
      select page_id, picture_sha256, state, tries, recogniser, width, height, lines, codes, card, failure, took_ms, read_at
      from digitisation.reading where page_id = any(${[...pageIds]}::uuid[])`,
  )
}

/** How the pages of these papers stand: of the pictures they have now. */
export type Progress = { paperId: string; pages: number; read: number; failed: number }

export function progressOf(db: Db, paperIds: readonly string[]): Promise<Progress[]> {
  return rows(
    db,
    sql<Progress>`
      select p.paper_id, count(*)::int as pages, count(*) filter (where r.state = 'read')::int as read,
        count(*) filter (where r.state = 'failed' or p.state = 'failed')::int as failed
      from digitisation.page p
        left join digitisation.reading r on r.page_id = p.id and r.picture_sha256 = p.picture_sha256
      where p.paper_id = any(${[...paperIds]}::uuid[]) and p.role = 'page' group by p.paper_id`,
  )
}

/** Keeps what was read; a picture that was read already keeps its first reading, one that failed counts its tries. */
export async function keepRead(db: Db, one: Omit<PageRead, 'state' | 'tries'>): Promise<boolean> {
  const kept = await execute(
    db,
    sql`insert into digitisation.reading as r (page_id, picture_sha256, state, tries, recogniser, width, height, lines, codes, card,
          took_ms, read_at)
        values (${one.pageId}, ${one.pictureSha256}, 'read', 1, ${one.recogniser}, ${one.width}, ${one.height}, ${json(one.lines)},
          ${json(one.codes)}, ${jsonOrNull(one.card)}, ${one.tookMs}, ${one.readAt})
        on conflict (page_id, picture_sha256) do update set state = 'read', tries = r.tries + 1, failure = null,
          recogniser = excluded.recogniser, width = excluded.width, height = excluded.height, lines = excluded.lines,
          codes = excluded.codes, card = excluded.card, took_ms = excluded.took_ms, read_at = excluded.read_at
        where r.state = 'failed'`,
  )
  return kept === 1
}

type Failed = Pick<Reading, 'pageId' | 'pictureSha256' | 'tookMs' | 'readAt'> & { failure: string }

export async function keepFailure(db: Db, one: Failed): Promise<boolean> {
  const kept = await execute(
    db,
    sql`insert into digitisation.reading as r (page_id, picture_sha256, state, tries, failure, took_ms, read_at)
        values (${one.pageId}, ${one.pictureSha256}, 'failed', 1, ${one.failure}, ${one.tookMs}, ${one.readAt})
        on conflict (page_id, picture_sha256) do update
          set tries = r.tries + 1, failure = excluded.failure, took_ms = excluded.took_ms, read_at = excluded.read_at
        where r.state = 'failed'`,
  )
  return kept === 1
}

/** A person wants failed pages tried once more. */
export async function forgetFailures(db: Db, paperId: string): Promise<number> {
  return execute(
    db,
    sql`update digitisation.reading r set tries = 0 from digitisation.page p
        where p.id = r.page_id and p.paper_id = ${paperId} and r.state = 'failed'`,
  )
}

/** Puts the values of a paper in the place of those it had. */
export async function replaceValues(db: Db, paperId: string, values: readonly PaperValue[]): Promise<void> {
  await execute(db, sql`delete from digitisation.value where paper_id = ${paperId}`)
  if (values.length === 0) return
  await execute(
    db,
    sql`insert into digitisation.value (id, paper_id, place, name, label, source, page, box, read_text, read_normalised, confidence,
          alternatives, faults, hints, needs_two, state)
        select id, ${paperId}, place, name, label, source, page, box, "readText", "readNormalised", confidence, alternatives, faults,
          hints, "needsTwo", 'read'
        from jsonb_to_recordset(${json(values)}) as v (id uuid, place int, name text, label text, source text, page int, box jsonb,
          "readText" text, "readNormalised" jsonb, confidence double precision, alternatives jsonb, faults jsonb, hints jsonb,
          "needsTwo" boolean)`,
  )
}
