import { vietnamDate } from '../../platform/dates.ts'
import { redirect, sitePage, type Web } from '../../platform/web/web.ts'
import { communes, unitsInForce } from '../../organisation/index.ts'
import { catalogueOverview } from '../overview.ts'
import { procedureCodeIn } from '../procedure.ts'
import { searchProcedures } from '../search/search-procedures.ts'
import { procedureHref, readAsked } from './asked.ts'
import { SearchPage } from './search.page.tsx'
import { searchTexts as words } from './texts.ts'

/** Procedures a page. */
const PAGE = 12

export async function searchRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Record<string, unknown> }>('/tim', async (request, reply) => {
    const { db, clock } = web.app
    const on = vietnamDate(clock.now())
    const asked = readAsked(request.query)
    // A commune has only the procedures of its own level.
    const level = asked.commune === undefined ? asked.level : 'commune'
    const { commune: _commune, level: _level, ...filter } = asked
    const [found, overview, allCommunes, departments] = await Promise.all([
      searchProcedures(db, { ...filter, ...(level && { level }), on, limit: PAGE }),
      catalogueOverview(web.app),
      communes(db, on),
      unitsInForce(db, on, { kind: 'department' }),
    ])
    const [only, second] = found.procedures
    if (only && !second && found.match === 'code' && procedureCodeIn(asked.q) === only.code)
      return redirect(reply, procedureHref(only.code, asked.commune))
    const agencies = departments.filter(({ slug }) => (overview.counts.byDepartment[slug] ?? 0) > 0)
    const body = <SearchPage asked={asked} found={found} choices={{ communes: allCommunes, agencies, overview }} />
    return sitePage(request, reply, { site: 'portal', title: words.title(asked.q), body, current: '/thu-tuc' })
  })
}
