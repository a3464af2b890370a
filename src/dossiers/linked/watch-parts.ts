import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { dossierById } from '../store.ts'
import { markOverdueTold, partsOverdue } from './list-store.ts'
import { tellOfPart } from './part-changes.ts'
import { partsOf, placeOfPart } from './store.ts'

const SYSTEM = { kind: 'system', name: 'linked-parts' } as const

/** Notes that the term of a part is over and the work is not; the body, the lead and both one-stop desks are told, once. */
export const noteOverduePart = action({
  name: 'dossiers.note-overdue-part',
  roles: ['system'],
  input: Type.Object({ partId: FileIdInput }),
  unjournalled: 'told before, or done in between: nothing changes',
  async run(ctx, _system, { partId }) {
    const place = await placeOfPart(ctx.db, partId)
    const dossier = place && (await dossierById(ctx.db, place.dossierId))
    const part = place && (await partsOf(ctx.db, place.dossierId)).find(({ id }) => id === partId)
    if (!dossier || !part || !(await markOverdueTold(ctx.db, partId, ctx.now))) return { told: false }
    noteChanged(ctx, dossier.id, { linkedPart: [{ id: partId, overdueToldAt: ctx.now }] })
    await tellOfPart(ctx, dossier, part, { news: 'overdue', dueOn: part.dueOn })
    return { told: true }
  },
})

const AT_ONCE = 200

/** Follows the terms of parts. After a standstill it makes up for what was missed; one failure stops no other. */
export const watchLinkedParts = defineJob('dossiers.watch-linked-parts', { schedule: '*/10 * * * *' }, async (app) => {
  for (const { id: partId } of await partsOverdue(app.db, app.clock.now(), AT_ONCE)) {
    try {
      await runAction(app, noteOverduePart, SYSTEM, { partId })
    } catch (error) {
      app.log.error({ partId, reason: String(error) }, 'nobody could be told of an overdue part')
    }
  }
})
