import type { Web } from '../../platform/web/web.ts'
import { browseRoutes } from './browse-routes.tsx'
import { guideRoutes } from './guide-routes.tsx'
import { procedureRoutes } from './procedure-routes.tsx'
import { searchRoutes } from './search-routes.tsx'

/** The public pages of the catalogue: search, browse, life events, procedures. */
export async function cataloguePortalRoutes(web: Web): Promise<void> {
  await searchRoutes(web)
  await browseRoutes(web)
  await procedureRoutes(web)
  await guideRoutes(web)
}
