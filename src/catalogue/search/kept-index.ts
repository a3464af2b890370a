import type { LegalDate } from '../../platform/dates.ts'
import { oneRow, rows, sql, type Db } from '../../platform/db.ts'
import { foldText } from '../../platform/text.ts'
import { everydayTitle } from '../everyday.ts'
import { inForce } from '../store.ts'
import { buildWordIndex, type IndexedProcedure, type WordIndex } from './word-index.ts'

/** Today's index and that of another day, for those who ask what was in force then. */
const MOST = 2
const kept = new Map<string, Promise<WordIndex>>()

/**
 * The words of the procedures in force on a day: made once for each database, each state of its catalogue and each day (about 4 MB). Copies of
 * one database have the same runs and need not have the same procedures.
 */
export async function wordIndexOf(db: Db, on: LegalDate): Promise<WordIndex> {
  const { state } = await oneRow(
    db,
    sql<{ state: string }>`select concat_ws(' ', current_database(),
      (select id from catalogue.import_run order by at desc, id desc limit 1)) as state`,
  )
  const key = `${state} ${on}`
  const known = kept.get(key)
  if (known) return known
  const making = indexedProcedures(db, on).then(buildWordIndex)
  kept.set(key, making)
  making.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest)
  return making
}

type Row = { code: string; nameKey: string; accentedName: string; related: string; isNear: boolean }

async function indexedProcedures(db: Db, on: LegalDate): Promise<IndexedProcedure[]> {
  const found = await rows(
    db,
    sql<Row>`
      select v.code, s.name_key, s.accented_name,
        concat_ws(' ', v.content ->> 'keywords', ${namesIn('sectors')}, ${namesIn('results')}, ${namesIn('cases')}) as related,
        v.levels @> '{commune}' and v.subjects @> '{"Công dân Việt Nam"}' as is_near
      from catalogue.procedure_version v join catalogue.procedure_search s on s.version_id = v.id
      where ${inForce(on)} order by v.code`,
  )
  return found.map(({ nameKey, related, ...row }) => ({
    ...row,
    // Beside the law's name stands what people call it.
    name: `${nameKey} ${foldText(everydayTitle(row.code) ?? '')}`.trim(),
    related: foldText(related),
    isEveryday: everydayTitle(row.code) !== undefined,
  }))
}

/** The names in a list of the content, each once: a result is often named like its procedure. */
function namesIn(part: 'sectors' | 'results' | 'cases') {
  return sql`(select string_agg(distinct item ->> 'name', ' ') from jsonb_array_elements(v.content -> ${part}) item)`
}
