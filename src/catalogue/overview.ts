import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import {
  catalogueFigures,
  catalogueState,
  everydayInForce,
  type CatalogueFigures,
  type Everyday,
} from './overview-store.ts'
import { procedureCounts, sectors, type ProcedureCounts } from './store.ts'
import type { Sector } from './procedure.ts'

/** What front pages and filters need of the catalogue of today. */
export type CatalogueOverview = {
  counts: ProcedureCounts
  figures: CatalogueFigures
  everyday: Everyday[]
  /** With at least one procedure in force, by name. */
  sectors: Sector[]
}

const kept = new WeakMap<App, { state: string; overview: Promise<CatalogueOverview> }>()

/** Counted once for each day and load, then kept in memory. */
export async function catalogueOverview(app: App): Promise<CatalogueOverview> {
  const on = vietnamDate(app.clock.now())
  const state = `${on} ${await catalogueState(app.db)}`
  const known = kept.get(app)
  if (known?.state === state) return known.overview
  const overview = readOverview(app, on)
  kept.set(app, { state, overview })
  overview.catch(() => kept.delete(app))
  return overview
}

async function readOverview({ db }: App, on: string): Promise<CatalogueOverview> {
  const [counts, figures, everyday, all] = await Promise.all([
    procedureCounts(db, on),
    catalogueFigures(db, on),
    everydayInForce(db, on),
    sectors(db),
  ])
  return { counts, figures, everyday, sectors: all.filter(({ code }) => (counts.bySector[code] ?? 0) > 0) }
}
