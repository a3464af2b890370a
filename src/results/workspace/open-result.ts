import { Refusal } from '../../platform/refusal.ts'
import { ask, type WebRequest } from '../../platform/web/web.ts'
import { getDossier, processOf, whyNot, type DossierAction, type DossierView } from '../../dossiers/index.ts'
import { resultViewOf, type ResultView } from '../get-result.ts'

export type OpenResult = { dossier: DossierView; view: ResultView; code: string }

/** The result of a dossier within the officer's reach; without one the page is not there. The reading is on record. */
export async function openResult(request: WebRequest, code: string): Promise<OpenResult> {
  const dossier = await ask(request, getDossier, { dossierCode: code })
  const view = await resultViewOf(request.server.app.db, dossier.dossier)
  if (!view) throw new Refusal('platform.not-found')
  return { dossier, view, code: dossier.dossier.code }
}

/** Whether this officer may do this now, as the process says. */
export async function may(
  request: WebRequest,
  { dossier }: Pick<OpenResult, 'dossier'>,
  action: DossierAction,
): Promise<boolean> {
  const process = await processOf(request.server.app.db, dossier.dossier.processId)
  return whyNot(action, dossier.dossier, request.actor, process) === undefined
}
