import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { refuse } from '../../platform/refusal.ts'
import { bodiesNow } from '../demands/bodies-now.ts'
import { leadRuleOf, leadUnitOf } from '../demands/lead-unit.ts'
import { StepCodeInput } from '../demands/waive-step.ts'
import { whyNotBeginStep } from '../demands/demands.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { dossierWithinReach } from '../reach.ts'
import { askBodies } from './ask-bodies.ts'
import { whyNotLead } from './consultation.ts'
import { daysToReply } from './demanded.ts'
import { Words } from './request-opinions.ts'
import { isStepAsked } from './store.ts'

/**
 * Begins the consultation the process demands: bodies, terms and rule are the process's, the question is the officer's.
 * Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5, nay là Nghị định 118/2025/NĐ-CP.
 */
export const requestDemandedOpinions = action({
  name: 'dossiers.request-demanded-opinions',
  roles: ['specialist', 'head-of-division'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    stepCode: StepCodeInput,
    question: Words(4_000),
    /** On which silence rests; needed where the process lets it mean agreement. */
    legalBasis: Type.Optional(Words(1_000)),
    /** Why the answers may come on or after the day the dossier is due. */
    whyAfterDue: Type.Optional(Words(1_000)),
    /** Files of the dossier that the bodies may see. */
    fileIds: Type.Optional(Type.Array(FileIdInput, { maxItems: 50 })),
  }),
  async run(ctx, officer, { dossierCode, stepCode, question, legalBasis, whyAfterDue, fileIds = [] }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(whyNotLead(dossier, officer))
    const { steps, validFrom } = await processOf(db, dossier.processId)
    const step = steps.find(({ code, consultation }) => code === stepCode && consultation !== null)
    refuse(whyNotBeginStep(step, dossier, steps, await isStepAsked(db, dossier.id, stepCode)))
    const { bodies = [], termHours = null, completeness } = step?.consultation ?? {}
    const today = vietnamDate(now)
    const units = await bodiesNow(db, bodies, validFrom, today)
    return askBodies(ctx, officer, dossier, {
      stepCode,
      leadUnitId: await leadUnitOf(db, step ? leadRuleOf(step) : null, dossier, validFrom, today),
      question,
      completeness: completeness ?? 'all',
      legalBasis,
      bodies: units.map(({ code }) => ({ unitCode: code, termDays: daysToReply(termHours), whyAfterDue })),
      fileIds,
    })
  },
})
