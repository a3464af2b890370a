import type { ActionContext } from '../../platform/action.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import type { Acting } from './acting.ts'
import { insertActing } from './store.ts'

/** Keeps with a new dossier by which right somebody files it for another. The action's own line about the dossier carries it. */
export async function recordActing(ctx: ActionContext, dossierId: string, acting: Acting): Promise<void> {
  await insertActing(ctx.db, dossierId, acting)
  noteAdded(ctx, dossierId, { acting: [acting] })
  ctx.journal({
    subject: `dossier:${dossierId}`,
    what: 'dossiers.filed-for-another',
    facts: { capacity: acting.capacity, groundIssuedOn: acting.groundIssuedOn, endsOn: acting.endsOn },
  })
}
