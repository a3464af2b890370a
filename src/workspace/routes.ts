import type { Web } from '../platform/web/web.ts'
import type { DossierSection } from './dossier-section.ts'
import { dossierPageRoutes } from './dossier/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'

/** The officers' site: the work list, and the page about one dossier with the sections that modules bring. */
export async function workspaceRoutes(web: Web, sections: readonly DossierSection[] = []): Promise<void> {
  await queueRoutes(web)
  await dossierPageRoutes(web, sections)
}
