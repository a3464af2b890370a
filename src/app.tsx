import { archiveWorkspaceRoutes } from './archive/workspace/routes.tsx'
import { catalogueApiRoutes } from './catalogue/api/routes.ts'
import { cataloguePortalRoutes } from './catalogue/portal/routes.ts'
import { deadlinesApiRoutes } from './deadlines/api/routes.ts'
import { deadlinesWorkspaceRoutes } from './deadlines/workspace/routes.tsx'
import { catalogueWorkspaceRoutes } from './catalogue/workspace/routes.tsx'
import { deskApiRoutes } from './desk/api/routes.ts'
import { deskReactions } from './desk/index.ts'
import { copiesSection, deskWorkspaceRoutes } from './desk/workspace/routes.ts'
import { waysWorkspaceRoutes } from './digitisation/workspace/ways/routes.tsx'
import { intakeWorkspaceRoutes } from './digitisation/workspace/intake/routes.tsx'
import { digitisationJobs, digitisationReactions } from './digitisation/index.ts'
import { papersSection } from './digitisation/workspace/papers-section.tsx'
import { digitisationWorkspaceRoutes } from './digitisation/workspace/routes.tsx'
import { templateRoutes } from './digitisation/workspace/templates/routes.tsx'
import { catalogueQualityRoutes } from './workspace/catalogue-quality/routes.tsx'
import { formsApiRoutes } from './forms/api/routes.ts'
import { formEditorRoutes } from './workspace/form-editor/routes.tsx'
import { unitWeekRoutes } from './workspace/unit-week/routes.tsx'
import { certificatesRoutes } from './signing/workspace/certificates/routes.tsx'
import { linkKeyRoutes } from './signing/workspace/link-key/routes.tsx'
import { ownKeyRoutes } from './signing/workspace/own-key/routes.tsx'
import { ownSealRoutes } from './signing/workspace/own-key/seal.routes.tsx'
import { connectionsRoutes } from './workspace/connections/routes.tsx'
import { documentsApiRoutes } from './documents/api/routes.ts'
import { vaultApiRoutes } from './documents/api/vault-routes.ts'
import { documentsJobs } from './documents/index.ts'
import { documentsPortalRoutes } from './documents/portal/routes.ts'
import { vaultPortalRoutes } from './documents/portal/vault/routes.tsx'
import { vaultWorkspaceRoutes } from './documents/workspace/vault/routes.tsx'
import { handOverRoutes } from './dossiers/hand-over/routes.tsx'
import { dossiersApiRoutes } from './dossiers/api/routes.ts'
import { dossiersJobs, dossiersReactions } from './dossiers/index.ts'
import { dossiersPortalRoutes } from './dossiers/portal/routes.ts'
import { remindersRoutes } from './dossiers/reminders/routes.tsx'
import { consultationTrackingSection } from './dossiers/portal/tracking/consultation-section.tsx'
import { linkedTrackingSection } from './dossiers/portal/tracking/linked-section.tsx'
import { processMoveRoutes } from './dossiers/migrate-process/routes.tsx'
import { dossiersWorkspaceRoutes } from './dossiers/workspace/routes.tsx'
import { identityApiRoutes } from './identity/api/routes.ts'
import { identifyRequest, identityJobs, rememberChoices } from './identity/index.ts'
import { identityPortalRoutes } from './identity/portal/routes.ts'
import { sectors } from './catalogue/index.ts'
import { identityWorkspaceRoutes } from './identity/workspace/routes.ts'
import { instantApiRoutes } from './instant/api/routes.ts'
import { instantJobs, instantReactions } from './instant/index.ts'
import { instantPortalRoutes, instantTrackingSection } from './instant/portal/routes.tsx'
import { instantSection, instantWorkspaceRoutes } from './instant/workspace/routes.tsx'
import { notificationsApiRoutes } from './notifications/api/routes.ts'
import { notificationsJobs, notificationsReactions } from './notifications/index.ts'
import { messagesTrackingSection } from './notifications/portal/dossier-section.tsx'
import { notificationsPortalRoutes } from './notifications/portal/routes.tsx'
import { notificationsWorkspaceRoutes } from './notifications/workspace/routes.tsx'
import { supervisionJobs } from './supervision/index.ts'
import { supervisionWorkspaceRoutes } from './supervision/workspace/routes.ts'
import type { App } from './platform/app.ts'
import { sealJournalJob } from './platform/journal/seal.ts'
import type { Work } from './platform/jobs/queue.ts'
import { formsPortalRoutes } from './forms/portal/routes.ts'
import { organisationApiRoutes } from './organisation/api/routes.ts'
import { operationsRoutes } from './platform/operations/routes.ts'
import { PROJECT_VERSION } from './platform/root.ts'
import { serveAssets, serveWorker } from './platform/web/assets.ts'
import { keepChoices } from './platform/web/choices.ts'
import { createWeb } from './platform/web/server.ts'
import type { Web } from './platform/web/web.ts'
import { errorPage } from './portal/error-page.tsx'
import { portalRoutes } from './portal/routes.tsx'
import { resultsApiRoutes } from './results/api/routes.ts'
import { resultsJobs, resultsReactions } from './results/index.ts'
import { resultsPortalRoutes, resultTrackingSection } from './results/portal/routes.tsx'
import { resultsSections, resultsWorkspaceRoutes } from './results/workspace/routes.tsx'
import { signingJobs } from './signing/index.ts'
import { officialFrame, portalFrame } from './portal/frame.tsx'
import type { BuiltAssets } from './ui/build-assets.ts'
import { signingNoticeRoutes } from './signing/api/notice-routes.ts'
import { citizenConfirmationRoutes } from './signing/portal/confirmation.routes.ts'
import { confirmationRoutes } from './signing/workspace/confirmation.routes.tsx'
import { tokenApiRoutes } from './signing/api/token-routes.ts'
import { tokenWorkspaceRoutes } from './signing/workspace/token-routes.tsx'
import { imagesRoutes } from './signing/workspace/images.routes.tsx'
import { workspaceFrame } from './workspace/frame.tsx'
import { workspaceRoutes } from './workspace/routes.ts'

/** Everything that runs after a request, or by the clock. */
export const work: Work = {
  jobs: [
    sealJournalJob,
    ...identityJobs,
    ...documentsJobs,
    ...dossiersJobs,
    ...signingJobs,
    ...resultsJobs,
    ...digitisationJobs,
    ...instantJobs,
    ...notificationsJobs,
    ...supervisionJobs,
  ],
  reactions: [
    ...dossiersReactions,
    ...resultsReactions,
    ...deskReactions,
    ...digitisationReactions,
    ...instantReactions,
    ...notificationsReactions,
  ],
}

/** The system's doors, all of them, by site. */
export async function openWeb(app: App, assets: BuiltAssets): Promise<Web> {
  const shells = {
    portal: portalFrame(assets.manifest),
    workspace: workspaceFrame(assets.manifest),
    official: officialFrame(assets.manifest),
    kiosk: officialFrame(assets.manifest),
  }
  const { issuer } = app.settings.identityProvider
  const web = await createWeb({
    app,
    shells,
    errorPage,
    version: PROJECT_VERSION,
    formActions: [new URL(issuer).origin],
  })
  identifyRequest(web)
  keepChoices(web, rememberChoices)
  await serveAssets(web, assets.folder)
  await serveWorker(web, assets.folder, assets.manifest['worker.js'])
  await operationsRoutes(web)

  // Citizens
  await identityPortalRoutes(web)
  await portalRoutes(web)
  await cataloguePortalRoutes(web)
  await formsPortalRoutes(web)
  await dossiersPortalRoutes(web, [
    consultationTrackingSection,
    linkedTrackingSection,
    resultTrackingSection,
    instantTrackingSection,
    messagesTrackingSection,
  ])
  await resultsPortalRoutes(web)
  await citizenConfirmationRoutes(web)
  await instantPortalRoutes(web)
  await documentsPortalRoutes(web)
  await vaultPortalRoutes(web)
  await notificationsPortalRoutes(web)

  // Officers
  await identityWorkspaceRoutes(web, sectors)
  await workspaceRoutes(web, [...resultsSections, papersSection, copiesSection, instantSection])
  await deadlinesWorkspaceRoutes(web)
  await unitWeekRoutes(web)
  await dossiersWorkspaceRoutes(web)
  await handOverRoutes(web)
  await processMoveRoutes(web)
  await remindersRoutes(web)
  await deskWorkspaceRoutes(web)
  await digitisationWorkspaceRoutes(web)
  await intakeWorkspaceRoutes(web)
  await waysWorkspaceRoutes(web)
  await vaultWorkspaceRoutes(web)
  await resultsWorkspaceRoutes(web)
  await confirmationRoutes(web)
  await tokenWorkspaceRoutes(web)
  await imagesRoutes(web)
  await catalogueQualityRoutes(web)
  await formEditorRoutes(web)
  await catalogueWorkspaceRoutes(web)
  await templateRoutes(web)
  await instantWorkspaceRoutes(web)
  await supervisionWorkspaceRoutes(web)
  await archiveWorkspaceRoutes(web)
  await certificatesRoutes(web)
  await linkKeyRoutes(web)
  await ownKeyRoutes(web)
  await ownSealRoutes(web)
  await connectionsRoutes(web)
  await notificationsWorkspaceRoutes(web)

  // Programs
  await catalogueApiRoutes(web)
  await organisationApiRoutes(web)
  await formsApiRoutes(web)
  await deadlinesApiRoutes(web)
  await documentsApiRoutes(web)
  await vaultApiRoutes(web)
  await identityApiRoutes(web)
  await dossiersApiRoutes(web)
  await resultsApiRoutes(web)
  await signingNoticeRoutes(web)
  await tokenApiRoutes(web)
  await deskApiRoutes(web)
  await instantApiRoutes(web)
  await notificationsApiRoutes(web)
  return web
}
