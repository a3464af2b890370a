import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { FigureRow, Scope } from './figures.ts'
import { RECEIVED_COUNTS, receivedSums, RESOLVED_COUNTS, resolvedSums } from './sums.ts'

const COUNTS = [...RECEIVED_COUNTS, ...RESOLVED_COUNTS]
const listed = (names: readonly string[], each: (name: string) => string) => sql.raw(names.map(each).join(', '))
const MONTH = `month, unit_id, level`

/** Two who change dossiers of one month at once take turns, or the second would add up without what the first changed. */
export async function holdMonths(db: Db): Promise<void> {
  await execute(db, sql`lock table supervision.digitised_month in share row exclusive mode`)
}

/** Adds these months up anew from their dossiers; says how many rows stood otherwise. Each by its first day. */
export async function sumMonths(db: Db, months: readonly LegalDate[]): Promise<number> {
  return (await rows(db, summed(sql`${[...new Set(months)]}::date[]`))).length
}

/** Sums every month anew: those that dossiers fall in, and those that are summed though none does any more. Gives how many. */
export async function sumAllMonths(db: Db): Promise<number> {
  const every = sql`(select array_agg(distinct day) from (
      select date_trunc('month', received_on)::date as day from supervision.digitised_dossier
      union select date_trunc('month', finished_on)::date from supervision.digitised_dossier where finished_on is not null
      union select month from supervision.digitised_month) days)`
  return (await rows(db, summed(every))).length
}

const summed = (months: ReturnType<typeof sql>) => sql`
  with asked as (select unnest(${months}) as month),
  received as (
    select ${sql.raw(MONTH)}, ${receivedSums} from asked
      join supervision.digitised_dossier on received_on >= month and received_on < (month + interval '1 month')::date group by ${sql.raw(MONTH)}),
  resolved as (
    select ${sql.raw(MONTH)}, ${resolvedSums(sql`date_trunc('year', month)::date`)} from asked
      join supervision.digitised_dossier on finished_on >= month and finished_on < (month + interval '1 month')::date group by ${sql.raw(MONTH)}),
  whole as (
    select ${sql.raw(MONTH)}, ${listed(COUNTS, (name) => `coalesce(${name}, 0) as ${name}`)}
    from received full join resolved using (${sql.raw(MONTH)})),
  gone as (
    delete from supervision.digitised_month m where month in (select month from asked)
      and not exists (select from whole w where w.month = m.month and w.unit_id = m.unit_id and w.level = m.level) returning month),
  saved as (
    insert into supervision.digitised_month as m (${sql.raw(MONTH)}, ${listed(COUNTS, (name) => name)})
    select ${sql.raw(MONTH)}, ${listed(COUNTS, (name) => name)} from whole
    on conflict (${sql.raw(MONTH)}) do update set ${listed(COUNTS, (name) => `${name} = excluded.${name}`)}
      where (${listed(COUNTS, (name) => `m.${name}`)}) is distinct from (${listed(COUNTS, (name) => `excluded.${name}`)}) returning month)
  select month from gone union all select month from saved`

export type YearRow = Omit<FigureRow, 'key'> & { year: number; level: 'province' | 'commune' }

/** Whole years from their months. */
export function countYears(db: Db, { unitIds, from, to }: Pick<Scope, 'unitIds' | 'from' | 'to'>): Promise<YearRow[]> {
  return rows(
    db,
    sql<YearRow>`select extract(year from month)::int as year, level, ${listed(COUNTS, (name) => `sum(${name})::int as ${name}`)}
      from supervision.digitised_month where month between ${from} and ${to} and unit_id = any(${[...unitIds]}::uuid[]) group by 1, 2`,
  )
}
