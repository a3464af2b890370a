import type { Web } from '../../../platform/web/web.ts'
import { askRoutes } from './ask-routes.tsx'
import { openSideForm } from '../side-form.tsx'
import { askedRoutes } from './asked-routes.tsx'
import { closeRoutes } from './close-routes.tsx'
import { waiveForm } from '../waive-form.tsx'
import { demandedForm } from './demanded-form.tsx'
import { releaseForm } from './release-form.tsx'

/** Lấy ý kiến: the lead's pages about a dossier, and the consulted body's pages about a question. */
export async function consultationRoutes(web: Web): Promise<void> {
  await askRoutes(web)
  await closeRoutes(web)
  openSideForm(web, demandedForm)
  openSideForm(web, waiveForm)
  openSideForm(web, releaseForm)
  await askedRoutes(web)
}
