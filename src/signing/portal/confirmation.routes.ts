import type { Web } from '../../platform/web/web.ts'
import { CITIZEN_CONFIRMATIONS } from '../ceremony/confirmation-path.ts'
import { oneConfirmation } from '../workspace/confirmation.routes.tsx'

/** Where citizens wait for what they confirm on their telephone. */
export async function citizenConfirmationRoutes(web: Web): Promise<void> {
  await oneConfirmation(web, 'portal', CITIZEN_CONFIRMATIONS)
}
