import type { ActionContext } from '../../platform/action.ts'
import { tellingNo } from '../co-applicants/void-agreements.ts'
import type { Dossier } from '../dossier.ts'
import { eventOf } from '../move-handling.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import type { Acting } from './acting.ts'
import { actingRecorded } from './events.ts'
import { insertActing } from './store.ts'

/** Keeps with a new dossier by which right somebody files it for another. The action's own line about the dossier carries it. */
export async function recordActing(ctx: ActionContext, dossier: Dossier, acting: Acting): Promise<void> {
  const { id: dossierId } = dossier
  await insertActing(ctx.db, dossierId, acting)
  noteAdded(ctx, dossierId, { acting: [acting] })
  ctx.journal({
    subject: `dossier:${dossierId}`,
    what: 'dossiers.filed-for-another',
    facts: { capacity: acting.capacity, groundIssuedOn: acting.groundIssuedOn, endsOn: acting.endsOn },
  })
  // An organisation's own people act by its list, which its representative keeps.
  if (acting.capacity !== 'member') await ctx.emit(actingRecorded, { ...eventOf(dossier), no: tellingNo(ctx.now) })
}
