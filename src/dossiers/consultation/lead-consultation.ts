import { Type } from 'typebox'
import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import type { ReachedDossier } from '../dossier.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { whyNotLeadSteps } from '../demands/leading.ts'
import { dossierWithinReach } from '../reach.ts'
import type { Consultation } from './consultation.ts'
import { consultationForUpdate } from './store.ts'

/** Names one consultation of a dossier. */
export const CONSULTATION_FIELDS = { dossierCode: DossierCodeInput, no: Type.Integer({ minimum: 1 }) }

/** A consultation for somebody who leads it, held until the transaction ends. */
export async function ledConsultation(
  { db }: Pick<ActionContext, 'db'>,
  officer: Actor,
  { dossierCode, no }: { dossierCode: string; no: number },
): Promise<{ dossier: ReachedDossier; consultation: Consultation }> {
  const dossier = await dossierWithinReach(db, officer, dossierCode)
  const consultation = await consultationForUpdate(db, dossier.id, no)
  if (!consultation) throw new Refusal('platform.not-found')
  refuse((await whyNotLeadSteps(db, dossier, officer))(consultation.stepCode))
  return { dossier, consultation }
}
