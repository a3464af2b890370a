import { Refusal } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import type { ProcessStep } from '../../catalogue/index.ts'
import { whyNotLead } from '../consultation/consultation.ts'
import { isStepAsked } from '../consultation/store.ts'
import { demandsOpen } from '../demands/demands.ts'
import { whyNotLeadSteps } from '../demands/leading.ts'
import { isStepSent } from '../linked/store.ts'
import { openWork, type Work } from './open-work.ts'

/** A step beside the one a dossier stands in, for the office that begins it or who leads it; none once it is settled or under way. */
export async function openDemand(
  request: WebRequest,
  by: 'office' | 'lead' = 'office',
): Promise<{ work: Work; step: ProcessStep | undefined }> {
  const { code, step: stepCode } = request.params as { code: string; step: string }
  const { db } = request.server.app
  const work = await openWork(request, code)
  const { dossier } = work.view
  const { steps } = work.process
  const step = steps.find((one) => one.code === stepCode && (one.consultation ?? one.linked) !== null)
  const whyNot =
    by === 'office' ? whyNotLead(dossier, work.actor) : (await whyNotLeadSteps(db, dossier, work.actor))(stepCode)
  if (!step || whyNot) throw new Refusal('platform.not-found')
  const isBegun = (await isStepAsked(db, dossier.id, stepCode)) || (await isStepSent(db, dossier.id, stepCode))
  return { work, step: isBegun ? undefined : demandsOpen(steps, dossier).find((one) => one === step) }
}
