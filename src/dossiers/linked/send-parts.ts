import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { calendarFor, computeDue, rulesFor, type WorkingCalendar } from '../../deadlines/index.ts'
import { centreServing, type Unit } from '../../organisation/index.ts'
import { filesShown } from '../consultation/ask-bodies.ts'
import { officersAnsweringFor } from '../consultation/consulted-reach.ts'
import { whyNotLead } from '../consultation/consultation.ts'
import { remindAt } from '../consultation/reply-term.ts'
import { bodiesNow } from '../demands/bodies-now.ts'
import { whyNotBeginStep } from '../demands/demands.ts'
import { StepCodeInput } from '../demands/waive-step.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { holdVersion } from '../store.ts'
import { addParts, tellOfPart } from './part-changes.ts'
import { isStepSent, partsOf, type NewPart } from './store.ts'

export const PartNote = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' })

/**
 * Sends the parts of a linked step to all its bodies at once, each with its duty and its term by its own calendar; up a level it
 * is one part that comes back. The dossier stays with the sender and its term runs on. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19
 * khoản 6–7, nay là Nghị định 118/2025/NĐ-CP.
 */
export const sendLinkedParts = action({
  name: 'dossiers.send-linked-parts',
  roles: ['specialist', 'head-of-division'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    stepCode: StepCodeInput,
    /** Words to every body. */
    note: Type.Optional(PartNote),
    /** Files of the dossier that the bodies may see. */
    fileIds: Type.Optional(Type.Array(FileIdInput, { maxItems: 50 })),
    /** Whether they may see what was declared. */
    showsAnswers: Type.Boolean(),
  }),
  async run(ctx, officer, { dossierCode, stepCode, note, fileIds = [], showsAnswers }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(whyNotLead(dossier, officer))
    const { steps, validFrom } = await processOf(db, dossier.processId)
    const step = steps.find(({ code, linked }) => code === stepCode && linked !== null)
    refuse(whyNotBeginStep(step, dossier, steps, await isStepSent(db, dossier.id, stepCode)))
    const { bodies = [], direction = 'same-level' } = step?.linked ?? {}
    const codes = bodies.map(({ unitCode }) => unitCode)
    const units = await bodiesNow(db, codes, validFrom, vietnamDate(now))
    const files = await filesShown(ctx, dossier, fileIds)
    const before = (await partsOf(db, dossier.id)).length
    const parts = await Promise.all(
      bodies.map(async ({ duty, termHours }, index): Promise<NewPart> => {
        const unit = await bodyFor(ctx, units[index]?.unit, codes[index] ?? '')
        return {
          id: newId(),
          no: before + index + 1,
          dossierId: dossier.id,
          stepCode,
          direction,
          unitId: unit.id,
          deskUnitId: await deskOf(ctx, unit),
          duty,
          ...(await partTerm(ctx, unit, termHours)),
          sentAt: now,
          byAccountId: accountOf(officer) ?? '',
          byName: actorName(officer),
          note: note ?? null,
          showsAnswers,
          files,
        }
      }),
    )
    // Whoever moved the dossier since it was read was faster.
    if (!(await holdVersion(db, dossier))) throw new Refusal('platform.conflict')
    noteChanged(ctx, dossier.id, { dossier: [{ version: dossier.version + 1 }] })
    await addParts(ctx, dossier.id, parts)
    for (const part of parts)
      await tellOfPart(ctx, dossier, part, { news: 'sent', dueOn: part.dueOn, files: fileIds, showsAnswers })
    return { code: dossier.code, parts: parts.map(({ id, unitId, dueOn }) => ({ id, unitId, dueOn })) }
  },
})

/** A body of today that has somebody to do the work here. */
export async function bodyFor({ db, now }: ActionContext, unit: Unit | undefined, unitCode: string): Promise<Unit> {
  if (!unit) throw new Refusal('dossiers.unknown-body', { unitCode })
  const working = await officersAnsweringFor(db, unit.id, vietnamDate(now))
  if (working.length === 0) throw new Refusal('dossiers.body-without-officers', { unit: unit.name, unitCode })
  return unit
}

/** The one-stop desk that serves a body, or the agency its division belongs to. */
export async function deskOf({ db, now }: ActionContext, unit: Unit): Promise<string | null> {
  const agencyId = unit.kind === 'division' ? unit.parentId : unit.id
  return agencyId === null ? null : ((await centreServing(db, agencyId, vietnamDate(now)))?.id ?? null)
}

/** Office hours of a body whose term the process leaves open: a working day (Labour Code 2019, art. 105.1). */
const USUAL_HOURS = 8

/** Whole office hours by the body's own calendar, from now on. */
async function partTerm({ db, now }: ActionContext, unit: Unit, hours: number | null) {
  const on = vietnamDate(now)
  const [calendar, rules] = await Promise.all([calendarFor(db, unit.id, on), rulesFor(db, on)])
  const term = { quantity: Math.ceil(hours ?? USUAL_HOURS), unit: 'hour' } as const
  const { dueAt, dueOn } = computeDue({ receivedAt: now, term, calendar, rules })
  return { dueAt, dueOn, remindAt: reminderBefore(calendar, dueOn, now) }
}

/** As for opinions: the opening of the office on the working day before; none for a term that ends on the day it began. */
export function reminderBefore(calendar: WorkingCalendar, dueOn: LegalDate, now: Date): Date | null {
  const at = remindAt(calendar, dueOn, now)
  return at > now ? at : null
}
