import type { Web } from '../../../platform/web/web.ts'
import { listRoutes } from './list.page.tsx'
import { originalRoutes } from './original.page.tsx'
import { BLANKS } from './paths.ts'
import { receiveRoutes } from './receive.page.tsx'
import { stockPage } from './stock.page.tsx'

/** The register of blanks, and the originals printed on them. */
export async function blanksRoutes(web: Web): Promise<void> {
  web.get(BLANKS, stockPage)
  await receiveRoutes(web)
  await listRoutes(web)
  await originalRoutes(web)
}
