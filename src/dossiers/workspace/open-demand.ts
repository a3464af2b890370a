import { Refusal } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import type { ProcessStep } from '../../catalogue/index.ts'
import { whyNotLead } from '../consultation/consultation.ts'
import { isStepAsked } from '../consultation/store.ts'
import { demandsOpen } from '../demands/demands.ts'
import { isStepSent } from '../linked/store.ts'
import { openWork, type Work } from './open-work.ts'

/** A step beside the one a dossier stands in, for who leads; none once it is settled or under way. */
export async function openDemand(request: WebRequest): Promise<{ work: Work; step: ProcessStep | undefined }> {
  const { code, step: stepCode } = request.params as { code: string; step: string }
  const { db } = request.server.app
  const work = await openWork(request, code)
  const { dossier } = work.view
  const { steps } = work.process
  const step = steps.find((one) => one.code === stepCode && (one.consultation ?? one.linked) !== null)
  if (!step || whyNotLead(dossier, work.actor)) throw new Refusal('platform.not-found')
  const isBegun = (await isStepAsked(db, dossier.id, stepCode)) || (await isStepSent(db, dossier.id, stepCode))
  return { work, step: isBegun ? undefined : demandsOpen(steps, dossier).find((one) => one === step) }
}
