import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { whyNotLead } from '../consultation/consultation.ts'
import type { ReachedDossier } from '../dossier.ts'
import { processOf } from '../known.ts'
import { postsOf, rightsAt } from '../reach.ts'
import { isOfficeOf, leadingRoles, leadRuleOf, leadUnitOf } from './lead-unit.ts'

/** Why somebody does not lead what a step demands; what the officers asked of their own accord (null) is the office's to lead. */
export type WhyNotLeadStep = (stepCode: string | null) => Reason | undefined

/** Who may close, remind, let go and leave out: the officers of the unit the process gives the lead to. */
export async function whyNotLeadSteps(db: Db, dossier: ReachedDossier, actor: Actor): Promise<WhyNotLeadStep> {
  const { steps, validFrom } = await processOf(db, dossier.processId)
  const ofOffice = whyNotLead(dossier, actor)
  const elsewhere = new Map<string, Reason | undefined>()
  for (const step of steps.filter((one) => leadRuleOf(one) !== null)) {
    const unitId = await leadUnitOf(db, leadRuleOf(step), dossier, validFrom)
    if (isOfficeOf(dossier, unitId)) continue
    const rights = rightsAt(unitId, leadingRoles(dossier, unitId), dossier, await postsOf(db, actor))
    const unit = (await unitsByIds(db, [unitId]))[0]?.name
    elsewhere.set(step.code, rights.size > 0 ? undefined : { code: 'dossiers.not-lead', facts: { unit } })
  }
  return (stepCode) => (stepCode !== null && elsewhere.has(stepCode) ? elsewhere.get(stepCode) : ofOffice)
}
