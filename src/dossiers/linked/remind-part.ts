import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotRemindPart } from './linked-part.ts'
import { LED_PART_FIELDS, ledPart } from './own-part.ts'
import { tellOfPart } from './part-changes.ts'
import { markPartReminded } from './store.ts'

/** The lead reminds a body of its part. */
export const remindLinkedPart = action({
  name: 'dossiers.remind-linked-part',
  roles: ['specialist', 'head-of-division', 'intake-officer'],
  input: Type.Object(LED_PART_FIELDS),
  async run(ctx, officer, asked) {
    const { dossier, part } = await ledPart(ctx, officer, asked)
    refuse(whyNotRemindPart(part, dossier, ctx.now))
    const count = part.reminderCount + 1
    await markPartReminded(ctx.db, part.id, ctx.now)
    const reminded = { id: part.id, lastRemindedAt: ctx.now, reminderCount: count }
    noteChanged(ctx, dossier.id, { linkedPart: [reminded] })
    await tellOfPart(ctx, dossier, part, { news: 'reminded', count })
    return { partId: part.id, count }
  },
})
