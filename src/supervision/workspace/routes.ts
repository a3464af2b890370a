import type { Web } from '../../platform/web/web.ts'
import { digitisedFigureRoutes } from './digitised/routes.tsx'

export async function supervisionWorkspaceRoutes(web: Web): Promise<void> {
  await digitisedFigureRoutes(web)
}
