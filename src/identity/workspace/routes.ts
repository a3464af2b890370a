import type { Web } from '../../platform/web/web.ts'
import { accountsRoutes } from './accounts.routes.tsx'
import { delegationsRoutes } from './delegations.routes.tsx'
import { profileRoutes } from './profile.routes.tsx'
import type { SectorsIn } from './sectors-in.ts'
import { signInRoutes } from './sign-in.routes.tsx'
import { textMessagesRoutes } from './text-messages.routes.tsx'

/** Doors of officers: signing in with a second factor, their account; accounts of others for administrators. */
export async function identityWorkspaceRoutes(web: Web, sectorsIn: SectorsIn): Promise<void> {
  await signInRoutes(web)
  await profileRoutes(web, sectorsIn)
  await accountsRoutes(web)
  await delegationsRoutes(web, sectorsIn)
  await textMessagesRoutes(web)
}
