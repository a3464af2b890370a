import type { LegalDate } from '../platform/dates.ts'
import { maybeRow, oneRow, sql, type Db } from '../platform/db.ts'
import { everydayProcedures } from './everyday.ts'
import type { ProcedureSummary } from './procedure.ts'
import { inForce, summariesByIds } from './store.ts'

/** How much can be done, and what is still unclear (counts of procedures in force). */
export type CatalogueFigures = { online: number; termUnknown: number; feeUnsettled: number }

export function catalogueFigures(db: Db, on: LegalDate): Promise<CatalogueFigures> {
  return oneRow(
    db,
    sql<CatalogueFigures>`
      select (count(*) filter (where summary->'channels' ? 'online'))::int as online,
        (count(*) filter (where summary->'terms' @> '[null]'))::int as term_unknown,
        (count(*) filter (where summary->'amountsDong' @> '[null]'))::int as fee_unsettled
      from catalogue.procedure_version v where ${inForce(on)}`,
  )
}

/** What the catalogue stands at: changes with every load. */
export async function catalogueState(db: Db): Promise<string> {
  const run = await maybeRow(
    db,
    sql<{ id: string }>`select id from catalogue.import_run order by at desc, id desc limit 1`,
  )
  return run?.id ?? ''
}

/** Without its title, which is read when it is shown. */
export type Everyday = { code: string; procedure: ProcedureSummary }

/** The everyday procedures that are in force, in their order. */
export async function everydayInForce(db: Db, on: LegalDate): Promise<Everyday[]> {
  const codes = everydayProcedures.map(({ code }) => code)
  const { ids } = await oneRow(
    db,
    sql<{ ids: string[] | null }>`
      select array_agg(v.id) as ids from catalogue.procedure_version v where v.code = any(${codes}) and ${inForce(on)}`,
  )
  const found = new Map((await summariesByIds(db, ids ?? [])).map((procedure) => [procedure.code, procedure]))
  return codes.flatMap((code) => {
    const procedure = found.get(code)
    return procedure ? [{ code, procedure }] : []
  })
}

export type LifeEventCounts = { communeLevel: number; bySector: Record<string, number> }

/** How the procedures of one life event spread. */
export function lifeEventCounts(db: Db, lifeEvent: string, on: LegalDate): Promise<LifeEventCounts> {
  return oneRow(
    db,
    sql<LifeEventCounts>`
      with current as (
        select levels, sectors from catalogue.procedure_version v where life_event = ${lifeEvent} and ${inForce(on)}
      )
      select (select count(*) filter (where levels @> '{commune}') from current)::int as commune_level,
        (select coalesce(jsonb_object_agg(sector, n), '{}') from
          (select sector, count(*) as n from current, unnest(sectors) sector group by sector) by_sector) as by_sector`,
  )
}
