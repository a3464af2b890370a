import { Type, type Static } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dossierAppraised } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { accountOf, actorName, eventOf, moveHandling } from '../move-handling.ts'
import { insertAppraisal } from './store.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import { stepToSign } from '../step-records/step-record.ts'

export const AppraisalInput = Type.Object({
  dossierCode: DossierCodeInput,
  outcome: Type.Enum(['eligible', 'ineligible']),
  note: Type.String({ minLength: 1, maxLength: 4_000 }),
})

/**
 * The assigned specialist concludes whether the applicant is entitled; a later conclusion replaces an earlier one and both
 * stay on record. Where the step asks for a signature, `signAppraisal` is the way. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19
 * khoản 2–3, nay là Nghị định 118/2025/NĐ-CP.
 */
export const recordAppraisal = action({
  name: 'dossiers.record-appraisal',
  roles: ['specialist', 'system'],
  input: AppraisalInput,
  run: (ctx, specialist, input) => conclude(ctx, specialist, input, { isSigned: false }),
})

/** What both ways come to. */
export async function conclude(
  ctx: ActionContext,
  specialist: Actor,
  { dossierCode, outcome, note }: Static<typeof AppraisalInput>,
  { isSigned }: { isSigned: boolean },
) {
  const { db, now } = ctx
  const dossier = await dossierWithinReach(db, specialist, dossierCode)
  const step = stepToSign('appraisal', dossier, await processOf(db, dossier.processId))
  const after = await moveHandling(ctx, specialist, dossier, 'recordAppraisal', {
    changes: { appraisal: outcome },
    // The conclusion signed before counts no more.
    ...(isSigned ? { leaves: [{ kind: 'appraisal', isSigned }] } : { voids: ['appraisal'] }),
  })
  if (step && !isSigned) throw new Refusal('dossiers.sign-record', { step: step.name })
  const by = { byAccountId: accountOf(specialist), byName: actorName(specialist) }
  const appraisal = { no: after.version, outcome, note, ...by, at: now }
  await insertAppraisal(db, dossier.id, appraisal)
  noteAdded(ctx, dossier.id, { appraisal: [appraisal] })
  ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.appraised', facts: { outcome } })
  await ctx.emit(dossierAppraised, { ...eventOf(after), outcome })
  return { code: dossier.code, outcome }
}
