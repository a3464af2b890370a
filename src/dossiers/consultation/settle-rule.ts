import type { ActionContext } from '../../platform/action.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { markRuleMet } from './store.ts'

/** The answers are enough: the dossier no longer waits for this consultation, and the step that demands it is held. */
export async function settleRule(
  ctx: Pick<ActionContext, 'db' | 'now' | 'changed'>,
  dossierId: string,
  no: number,
): Promise<void> {
  const { ruleMetAt, ...waited } = await markRuleMet(ctx.db, dossierId, no, ctx.now)
  noteChanged(ctx, dossierId, { consultation: [{ no, ruleMetAt }], dossier: [waited] })
}
