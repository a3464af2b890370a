import { Refusal, refuse } from '../../platform/refusal.ts'
import { ask, attempt, redirect, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { getDossier, processOf, whyNot, type DossierAction, type DossierView } from '../../dossiers/index.ts'
import { whyNotAlone } from '../batch/store.ts'
import { batchPath } from './batch/paths.ts'
import { resultViewOf, type ResultView } from '../get-result.ts'

export type OpenResult = { dossier: DossierView; view: ResultView; code: string }

/** The result of a dossier within the officer's reach; without one the page is not there. The reading is on record. */
export async function openResult(request: WebRequest, code: string): Promise<OpenResult> {
  const dossier = await ask(request, getDossier, { dossierCode: code })
  refuse(await whyNotAlone(request.server.app.db, dossier.dossier.id))
  const view = await resultViewOf(request.server.app.db, dossier.dossier)
  if (!view) throw new Refusal('platform.not-found')
  return { dossier, view, code: dossier.dossier.code }
}

/** The same for a page that decides: who goes with others is shown where they are decided together. */
export async function openResultAlone(
  request: WebRequest,
  reply: WebReply,
  code: string,
): Promise<OpenResult | undefined> {
  const outcome = await attempt(() => openResult(request, code))
  if (outcome.ok) return outcome.result
  const { refusal } = outcome
  if (refusal.code !== 'results.in-batch') throw refusal
  redirect(reply, batchPath(Number(refusal.facts.no)))
  return undefined
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
