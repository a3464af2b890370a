import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { DossierFacts } from './facts.ts'
import type { FigureColumn, FigureRow, Scope } from './figures.ts'

const COLUMNS = `dossier_id, code, procedure_code, unit_id, level, received_on, finished_on, from_list, due_papers, file_papers,
  signed_papers, data_papers, is_digitised, reused_papers, reused_national, result_depth, is_result_digitised`
const OTHERS = COLUMNS.split(/,\s*/).slice(1)

/** How many stood otherwise before, new ones included. */
export function saveFacts(db: Db, facts: readonly DossierFacts[]): Promise<number> {
  const snake = facts.map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ]),
    ),
  )
  return execute(
    db,
    sql`insert into supervision.digitised_dossier as d (${sql.raw(COLUMNS)})
        select ${sql.raw(COLUMNS)} from jsonb_populate_recordset(null::supervision.digitised_dossier, ${JSON.stringify(snake)}::jsonb)
        on conflict (dossier_id) do update set ${sql.raw(OTHERS.map((name) => `${name} = excluded.${name}`).join(', '))}
        where (${sql.raw(OTHERS.map((name) => `d.${name}`).join(', '))})
          is distinct from (${sql.raw(OTHERS.map((name) => `excluded.${name}`).join(', '))})`,
  )
}

export function deleteFacts(db: Db, dossierIds: readonly string[]): Promise<number> {
  return execute(db, sql`delete from supervision.digitised_dossier where dossier_id = any(${[...dossierIds]}::uuid[])`)
}

export async function reckonedUntil(db: Db): Promise<number> {
  const row = await maybeRow(db, sql<{ sealNo: number }>`select seal_no from supervision.digitised_until`)
  return row?.sealNo ?? 0
}

export async function saveReckonedUntil(db: Db, sealNo: number): Promise<void> {
  await execute(
    db,
    sql`insert into supervision.digitised_until (seal_no) values (${sealNo})
        on conflict (one) do update set seal_no = excluded.seal_no`,
  )
}

export type Grouping = 'level' | 'unit' | 'procedure'

const KEYS = { level: 'level', unit: 'unit_id::text', procedure: 'procedure_code' } satisfies Record<Grouping, string>

const within = ({ unitIds, from, to, procedureCode, level }: Scope, day: string) => sql`
  ${sql.raw(day)} between ${from} and ${to} and unit_id = any(${[...unitIds]}::uuid[])
    and (${procedureCode ?? null}::text is null or procedure_code = ${procedureCode ?? null})
    and (${level ?? null}::text is null or level = ${level ?? null})`

/** Two denominators: what was received in the days, and what was resolved in them, dossiers carried over from before included. */
export async function countFigures(db: Db, scope: Scope, by: Grouping): Promise<FigureRow[]> {
  const [received, resolved] = await Promise.all([
    rows(
      db,
      sql<FigureRow>`
        select ${sql.raw(KEYS[by])} as key, count(*)::int as received,
          (count(*) filter (where is_digitised))::int as digitised, (count(*) filter (where not is_digitised))::int as not_digitised,
          (count(*) filter (where due_papers = 0))::int as nothing_due, (count(*) filter (where from_list))::int as by_list,
          (count(*) filter (where due_papers > 0 and file_papers = due_papers))::int as with_file,
          (count(*) filter (where due_papers > 0 and signed_papers = due_papers))::int as with_signature,
          (count(*) filter (where due_papers > 0 and data_papers = due_papers))::int as with_data,
          (count(*) filter (where reused_papers > 0))::int as reused, (count(*) filter (where reused_national > 0))::int as reused_national,
          coalesce(sum(due_papers) filter (where from_list), 0)::int as listed_papers,
          coalesce(sum(signed_papers) filter (where from_list), 0)::int as listed_signed
        from supervision.digitised_dossier where ${within(scope, 'received_on')} group by 1`,
    ),
    rows(
      db,
      sql<FigureRow>`
        select ${sql.raw(KEYS[by])} as key, count(*)::int as resolved,
          (count(*) filter (where received_on < ${scope.from}))::int as carried_over,
          (count(*) filter (where is_result_digitised))::int as result_digitised,
          (count(*) filter (where not is_result_digitised))::int as result_not_digitised,
          (count(*) filter (where result_depth >= 3))::int as result_with_data
        from supervision.digitised_dossier where ${within(scope, 'finished_on')} group by 1`,
    ),
  ])
  const byKey = new Map(received.map((row) => [row.key, row]))
  for (const row of resolved) byKey.set(row.key, { ...byKey.get(row.key), ...row })
  return [...byKey.values()]
}

/** The dossiers behind a number: which day it is counted by, and what makes one belong to it. */
const BEHIND = {
  received: 'true',
  notDigitised: 'not is_digitised',
  digitised: 'is_digitised',
  nothingDue: 'due_papers = 0',
  byList: 'from_list',
  withFile: 'due_papers > 0 and file_papers = due_papers',
  withSignature: 'due_papers > 0 and signed_papers = due_papers',
  withData: 'due_papers > 0 and data_papers = due_papers',
  reused: 'reused_papers > 0',
  reusedNational: 'reused_national > 0',
  resolved: 'true',
  resultDigitised: 'is_result_digitised',
  resultNotDigitised: 'not is_result_digitised',
  resultWithData: 'result_depth >= 3',
} satisfies Record<Exclude<FigureColumn, 'carriedOver'>, string>

const BY_RESULT: readonly FigureColumn[] = [
  'resolved',
  'carriedOver',
  'resultDigitised',
  'resultNotDigitised',
  'resultWithData',
]
export const dayOf = (column: FigureColumn) => (BY_RESULT.includes(column) ? 'finished_on' : 'received_on')

export type Place = { day: LegalDate; dossierId: string }

export function factsBehind(
  db: Db,
  scope: Scope,
  column: FigureColumn,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<DossierFacts[]> {
  const day = sql.raw(dayOf(column))
  const belongs = column === 'carriedOver' ? sql`received_on < ${scope.from}` : sql.raw(BEHIND[column])
  const beyond = after ? sql`and (${day}, dossier_id) < (${after.day}::date, ${after.dossierId}::uuid)` : sql``
  return rows(
    db,
    sql<DossierFacts>`select ${sql.raw(COLUMNS)} from supervision.digitised_dossier
      where ${within(scope, dayOf(column))} and ${belongs} ${beyond} order by ${day} desc, dossier_id desc limit ${limit}`,
  )
}
