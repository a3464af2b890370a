import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sitePage, type Web } from '../../platform/web/web.ts'
import { unitsInForce } from '../../organisation/index.ts'
import { lifeEventBySlug } from '../life-events.ts'
import { catalogueOverview } from '../overview.ts'
import { lifeEventCounts } from '../overview-store.ts'
import { searchProcedures } from '../search/search-procedures.ts'
import { BrowsePage } from './browse.page.tsx'
import { LifeEventPage } from './life-event.page.tsx'
import { browseTexts } from './texts.ts'
import { figure } from '../../platform/figures.ts'

/** How many of a life event's commune procedures its page shows at once. */
const SHOWN = 10

export async function browseRoutes(web: Web): Promise<void> {
  web.get('/thu-tuc', async (request, reply) => {
    const { app } = web
    const overview = await catalogueOverview(app)
    const units = await unitsInForce(app.db, vietnamDate(app.clock.now()), { kind: 'department' })
    const agencies = units.filter(({ slug }) => (overview.counts.byDepartment[slug] ?? 0) > 0)
    return sitePage(request, reply, {
      site: 'portal',
      title: browseTexts.title(figure(overview.counts.total)),
      body: <BrowsePage overview={overview} agencies={agencies} />,
      current: '/thu-tuc',
    })
  })

  web.get<{ Params: { slug: string } }>('/viec/:slug', async (request, reply) => {
    const { db, clock } = web.app
    const event = lifeEventBySlug(request.params.slug)
    if (!event) throw new Refusal('platform.not-found')
    const on = vietnamDate(clock.now())
    const [overview, counts, page] = await Promise.all([
      catalogueOverview(web.app),
      lifeEventCounts(db, event.slug, on),
      searchProcedures(db, { lifeEvent: event.slug, level: 'commune', on, limit: SHOWN }),
    ])
    const fields = overview.sectors.flatMap((sector) => {
      const count = counts.bySector[sector.code]
      return count === undefined ? [] : [{ ...sector, count }]
    })
    const communeLevel = { procedures: page.procedures, total: counts.communeLevel }
    const body = <LifeEventPage event={event} overview={overview} communeLevel={communeLevel} fields={fields} />
    return sitePage(request, reply, { site: 'portal', title: event.title, body, current: '/thu-tuc' })
  })
}
