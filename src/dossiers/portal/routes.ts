import type { Web } from '../../platform/web/web.ts'
import { filingRoutes } from './filing/routes.tsx'
import { invitationRoutes } from './co-applicants/invitation-routes.tsx'
import { togetherRoutes } from './co-applicants/together-routes.tsx'
import { manyRoutes } from './from-spreadsheet/routes.tsx'
import type { FilingStep } from './filing-step.ts'
import { helpRoutes } from './help-routes.tsx'
import { actingRoutes } from './tracking/acting-routes.tsx'
import { deliveryRoutes } from './tracking/delivery-routes.tsx'
import { publicTrackRoutes } from './tracking/public-routes.tsx'
import { trackingRoutes } from './tracking/routes.tsx'
import { supplementRoutes } from './tracking/supplement-routes.tsx'
import { whoHelpedRoutes } from './tracking/who-helped-routes.tsx'
import { whoReadRoutes } from './tracking/who-read-routes.tsx'
import { withdrawRoutes } from './tracking/withdraw-routes.tsx'
import type { TrackingSection } from './tracking-section.ts'

/**
 * The citizen's pages of a dossier; `sections` come from modules above, such as the download of the result, and so do `steps` of
 * handing in, such as paying.
 */
export async function dossiersPortalRoutes(
  web: Web,
  sections: readonly TrackingSection[],
  steps: readonly FilingStep[] = [],
): Promise<void> {
  await filingRoutes(web, steps)
  await togetherRoutes(web)
  await invitationRoutes(web)
  await manyRoutes(web)
  await trackingRoutes(web, sections)
  await supplementRoutes(web)
  await withdrawRoutes(web)
  await deliveryRoutes(web)
  await whoReadRoutes(web)
  await actingRoutes(web)
  await whoHelpedRoutes(web)
  await publicTrackRoutes(web)
  await helpRoutes(web)
}
