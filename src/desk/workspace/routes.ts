import type { Web } from '../../platform/web/web.ts'
import { copyRoutes } from './copies/routes.tsx'
import { doneRoutes } from './done-routes.tsx'
import { photoRoutes } from './photo-routes.tsx'
import { receptionRoutes } from './reception-routes.tsx'
import { startRoutes } from './start-routes.tsx'
import { findRoutes } from './supplement/find-routes.tsx'
import { takingRoutes } from './supplement/taking-routes.tsx'

export { copiesSection } from './copies/section.tsx'

/** Quầy tiếp nhận: pages of the officer at the counter. */
export async function deskWorkspaceRoutes(web: Web): Promise<void> {
  await startRoutes(web)
  await receptionRoutes(web)
  await photoRoutes(web)
  await doneRoutes(web)
  await copyRoutes(web)
  findRoutes(web)
  takingRoutes(web)
}
