import type { Web } from '../platform/web/web.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { catalogueQualityRoutes } from './catalogue-quality/routes.tsx'
import type { DossierSection } from './dossier-section.ts'
import { dossierPageRoutes } from './dossier/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'

/** The officers' site: work list, dossier page with the sections other modules bring, forms, quality of the catalogue. */
export async function workspaceRoutes(web: Web, sections: readonly DossierSection[] = []): Promise<void> {
  await queueRoutes(web)
  await dossierPageRoutes(web, sections)
  await dossiersWorkspaceRoutes(web)
  await catalogueQualityRoutes(web)
}
