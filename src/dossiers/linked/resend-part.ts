import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { calendarFor } from '../../deadlines/index.ts'
import { unitByCode } from '../../organisation/index.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotResend } from './linked-part.ts'
import { LED_PART_FIELDS, sentPart } from './own-part.ts'
import { addParts, tellOfPart } from './part-changes.ts'
import { bodyFor, deskOf, PartNote, reminderBefore } from './send-parts.ts'
import { markResent, partsOf } from './store.ts'

/** The sender sends a part that came back to the right body, or once more to the same; the due date it had stays. */
export const resendLinkedPart = action({
  name: 'dossiers.resend-linked-part',
  roles: ['specialist', 'head-of-division'],
  input: Type.Object({
    ...LED_PART_FIELDS,
    unitCode: Type.String({ minLength: 1, maxLength: 40 }),
    note: Type.Optional(PartNote),
  }),
  async run(ctx, officer, { unitCode, note, ...asked }) {
    const { db, now } = ctx
    const { dossier, part } = await sentPart(ctx, officer, asked)
    refuse(whyNotResend(part, dossier))
    const today = vietnamDate(now)
    const unit = await bodyFor(ctx, await unitByCode(db, unitCode, today), unitCode)
    const { dossierId, stepCode, direction, duty, dueAt, dueOn, showsAnswers, files } = part
    const same = { dossierId, stepCode, direction, duty, dueAt, dueOn, showsAnswers, files }
    const again = {
      ...same,
      id: newId(),
      no: (await partsOf(db, dossier.id)).length + 1,
      unitId: unit.id,
      deskUnitId: await deskOf(ctx, unit),
      remindAt: reminderBefore(await calendarFor(db, unit.id, today), dueOn, now),
      sentAt: now,
      byAccountId: accountOf(officer) ?? '',
      byName: actorName(officer),
      note: note ?? null,
    }
    await addParts(ctx, dossier.id, [again])
    await markResent(db, part.id, again.id)
    noteChanged(ctx, dossier.id, { linkedPart: [{ id: part.id, resentAs: again.id }] })
    await tellOfPart(ctx, dossier, again, { news: 'sent', dueOn, inPlaceOf: part.id })
    return { partId: again.id, dueOn }
  },
})
