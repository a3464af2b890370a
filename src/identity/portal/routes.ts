import type { Web } from '../../platform/web/web.ts'
import { accountRoutes } from './account.routes.tsx'
import { heldRoutes } from './held.routes.tsx'
import { organisationsRoutes } from './organisations.routes.tsx'
import { citizenSignInRoutes } from './sign-in.routes.tsx'

/** Doors of citizens: signing in at the identity provider, signing out, their account and sessions; what was typed when a session ended. */
export async function identityPortalRoutes(web: Web): Promise<void> {
  await citizenSignInRoutes(web)
  await accountRoutes(web)
  await heldRoutes(web)
  await organisationsRoutes(web)
}
