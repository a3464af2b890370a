import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { isStepAsked } from '../consultation/store.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { isStepSent } from '../linked/store.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { holdVersion } from '../store.ts'
import { whyNotBeginStep } from './demands.ts'
import { whyNotLeadSteps } from './leading.ts'
import { insertWaiver, settleStep } from './store.ts'

/** Names a step of the dossier's process. */
export const StepCodeInput = Type.String({ minLength: 1, maxLength: 60 })

/** The lead leaves out what the process demands beside a step, on a legal basis and before it was begun. */
export const waiveStep = action({
  name: 'dossiers.waive-step',
  roles: ['specialist', 'head-of-division', 'intake-officer'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    stepCode: StepCodeInput,
    reason: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' }),
    legalBasis: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  async run(ctx, officer, { dossierCode, stepCode, reason, legalBasis }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse((await whyNotLeadSteps(db, dossier, officer))(stepCode))
    const { steps } = await processOf(db, dossier.processId)
    const step = steps.find(({ code, consultation, linked }) => code === stepCode && (consultation ?? linked) !== null)
    const isBegun = (await isStepAsked(db, dossier.id, stepCode)) || (await isStepSent(db, dossier.id, stepCode))
    refuse(whyNotBeginStep(step, dossier, steps, isBegun))
    // Whoever began the step, or moved the dossier, since it was read was faster.
    if (!(await holdVersion(db, dossier))) throw new Refusal('platform.conflict')
    const by = { byAccountId: accountOf(officer) ?? '', byName: actorName(officer), at: now }
    const waiver = { stepCode, reason, legalBasis, ...by }
    await insertWaiver(db, dossier.id, waiver)
    const settledSteps = await settleStep(db, dossier.id, stepCode)
    noteChanged(ctx, dossier.id, { dossier: [{ version: dossier.version + 1, settledSteps }] })
    noteAdded(ctx, dossier.id, { stepWaiver: [waiver] })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.step-waived',
      facts: { step: stepCode },
    })
    return { code: dossier.code, stepCode }
  },
})
