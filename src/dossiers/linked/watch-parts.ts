import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { dossierById } from '../store.ts'
import { markPartTold, PART_WORDS, partsOwed } from './list-store.ts'
import { tellOfPart } from './part-changes.ts'
import { partsOf, placeOfPart } from './store.ts'

const SYSTEM = { kind: 'system', name: 'linked-parts' } as const

/**
 * Reminds the body before the term of its part ends; notes that the term is over and the work is not, and tells the body, the
 * lead and both one-stop desks. Each once.
 */
export const watchPart = action({
  name: 'dossiers.watch-part',
  roles: ['system'],
  input: Type.Object({ partId: FileIdInput, word: Type.Enum([...PART_WORDS]) }),
  unjournalled: 'told before, or done in between: nothing changes',
  async run(ctx, _system, { partId, word }) {
    const { db, now } = ctx
    const place = await placeOfPart(db, partId)
    const dossier = place && (await dossierById(db, place.dossierId))
    const part = place && (await partsOf(db, place.dossierId)).find(({ id }) => id === partId)
    if (!dossier || !part || !(await markPartTold(db, partId, word, now))) return { told: false }
    if (word === 'before') {
      const count = part.reminderCount + 1
      const reminded = { remindedBeforeAt: now, lastRemindedAt: now, reminderCount: count }
      noteChanged(ctx, dossier.id, { linkedPart: [{ id: partId, ...reminded }] })
      await tellOfPart(ctx, dossier, part, { news: 'reminded', count })
      return { told: true }
    }
    noteChanged(ctx, dossier.id, { linkedPart: [{ id: partId, overdueToldAt: now }] })
    await tellOfPart(ctx, dossier, part, { news: 'overdue', dueOn: part.dueOn })
    return { told: true }
  },
})

const AT_ONCE = 200

/** Follows the terms of parts. After a standstill it makes up for what was missed; one failure stops no other. */
export const watchLinkedParts = defineJob('dossiers.watch-linked-parts', { schedule: '*/10 * * * *' }, async (app) => {
  for (const { id: partId, word } of await partsOwed(app.db, app.clock.now(), AT_ONCE)) {
    try {
      await runAction(app, watchPart, SYSTEM, { partId, word })
    } catch (error) {
      app.log.error({ partId, word, reason: String(error) }, 'nobody could be told of a linked part')
    }
  }
})
