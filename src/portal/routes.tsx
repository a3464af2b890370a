import { vietnamDate } from '../platform/dates.ts'
import { sitePage, type Web } from '../platform/web/web.ts'
import { catalogueOverview } from '../catalogue/index.ts'
import { unitsInForce } from '../organisation/index.ts'
import { HomePage } from './home.page.tsx'
import { homeTexts } from './home.texts.ts'

/** Pages of the citizen site that belong to no module alone. */
export async function portalRoutes(web: Web): Promise<void> {
  web.get('/', async (request, reply) => {
    const { app } = web
    const on = vietnamDate(app.clock.now())
    const [overview, centres] = await Promise.all([
      catalogueOverview(app),
      unitsInForce(app.db, on, { kind: 'centre' }),
    ])
    const body = <HomePage overview={overview} centres={centres.length} on={on} />
    return sitePage(request, reply, { site: 'portal', title: homeTexts.title, body, wide: true })
  })
}
