import type { Web } from '../../../platform/web/web.ts'
import { askRoutes } from './ask-routes.tsx'
import { askedRoutes } from './asked-routes.tsx'
import { closeRoutes } from './close-routes.tsx'

/** Lấy ý kiến: the lead's pages about a dossier, and the consulted body's pages about a question. */
export async function consultationRoutes(web: Web): Promise<void> {
  await askRoutes(web)
  await closeRoutes(web)
  await askedRoutes(web)
}
