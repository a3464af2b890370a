import type { BulkTask } from '../dossiers/workspace/bulk-task.ts'
import { dossiersBulkTasks } from '../dossiers/workspace/bulk-tasks.tsx'
import type { Web } from '../platform/web/web.ts'
import type { DossierSection } from './dossier-section.ts'
import { dossierPageRoutes } from './dossier/routes.tsx'
import { bulkRoutes } from './bulk/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'

/**
 * The officers' site: the work list with what can be done to several dossiers at once, and the page about one dossier with
 * the sections that modules bring.
 */
export async function workspaceRoutes(
  web: Web,
  sections: readonly DossierSection[] = [],
  broughtTasks: readonly BulkTask[] = [],
): Promise<void> {
  const tasks = [...dossiersBulkTasks, ...broughtTasks]
  await queueRoutes(web, tasks)
  bulkRoutes(web, tasks)
  await dossierPageRoutes(web, sections)
}
