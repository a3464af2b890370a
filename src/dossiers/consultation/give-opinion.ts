import { Type, type Static } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { whyNotTakeFiles } from '../filing/filing.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { processOf } from '../known.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { consultationToSign } from '../step-records/step-record.ts'
import { dossierById } from '../store.ts'
import { OPINION_ANSWERS, tallyOf, whyNotAnswer } from './consultation.ts'
import { ANSWERING, askedWithinReach } from './consulted-reach.ts'
import { opinionGiven } from './events.ts'
import { settleRule } from './settle-rule.ts'
import { consultationForUpdate, insertOpinion } from './store.ts'

export const OpinionInput = Type.Object({
  opinionId: FileIdInput,
  answer: Type.Enum([...OPINION_ANSWERS]),
  text: Type.Optional(Type.String({ minLength: 1, maxLength: 8_000 })),
  /** The signed or scanned reply, uploaded by the same officer. */
  fileId: Type.Optional(FileIdInput),
  /** Number of the answer that was there when this one was written; 0: none. */
  seen: Type.Integer({ minimum: 0 }),
})

/**
 * An officer of a consulted body answers for it, or replaces its answer while the consultation is open; every version stays.
 * A late answer still counts, and the lead's head and the one-stop desk are told of it. Where the step asks for a signature,
 * `signOpinion` is the way.
 * Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5, nay là Nghị định 118/2025/NĐ-CP.
 */
export const giveOpinion = action({
  name: 'dossiers.give-opinion',
  roles: [...ANSWERING],
  input: OpinionInput,
  run: (ctx, officer, input) => answerAsked(ctx, officer, input, { isSigned: false }),
})

/** What both ways come to. */
export async function answerAsked(
  ctx: ActionContext,
  officer: Actor,
  { opinionId, answer, text, fileId, seen }: Static<typeof OpinionInput>,
  { isSigned }: { isSigned: boolean },
) {
  const { db, now } = ctx
  const place = await askedWithinReach(db, officer, opinionId)
  const consultation = await consultationForUpdate(db, place.dossierId, place.consultationNo)
  const dossier = await dossierById(db, place.dossierId)
  const body = consultation?.bodies.find(({ id }) => id === opinionId)
  if (!consultation || !dossier || !body) throw new Refusal('platform.not-found')
  const step = consultationToSign(consultation.stepCode, await processOf(db, dossier.processId))
  if (step && !isSigned) throw new Refusal('dossiers.sign-record', { step: step.name })
  const before = body.opinions.at(-1)
  refuse(whyNotAnswer({ ...consultation, handling: dossier.handling }, body, { answer, text, seen }))
  if (fileId !== undefined) refuse(whyNotTakeFiles([fileId], await filesByIds(db, [fileId]), [actorLabel(officer)]))

  const isLate = now > body.replyAt
  const opinion = {
    no: (before?.no ?? 0) + 1,
    answer,
    text: text ?? null,
    fileId: fileId ?? null,
    isLate,
    byAccountId: accountOf(officer) ?? '',
    byName: actorName(officer),
    at: now,
  }
  await insertOpinion(db, place, opinion)
  const { dossierId, ...asked } = place
  noteAdded(ctx, dossierId, { opinion: [{ ...asked, ...opinion }] })
  noteChanged(ctx, dossierId, { consultedBody: [{ ...asked, answeredAt: now }] })
  const bodies = consultation.bodies.map((one) => (one.id === opinionId ? { ...one, opinions: [opinion] } : one))
  if (tallyOf(consultation.completeness, bodies, now).isMet) {
    await settleRule(ctx, place.dossierId, place.consultationNo)
  }
  const { no } = opinion
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'dossiers.opinion-given',
    facts: { no: place.consultationNo, unitId: place.unitId, version: no, answer, isLate, file: fileId ?? null },
  })
  await ctx.emit(opinionGiven, { dossierId: dossier.id, code: dossier.code, bodyId: opinionId, no, isLate })
  return { opinionId, no, answer, isLate }
}
