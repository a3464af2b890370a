import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { moveHandling, SEALED_RESULT, type ReachedDossier } from '../../dossiers/index.ts'
import { resultReplaced } from '../events.ts'
import { saveResult } from '../store.ts'
import type { CorrectionUnderWay } from './correction-of.ts'
import { markIssuedReplaced } from './store.ts'

/**
 * The new document is sealed: from this transaction on it stands in the place of the old one. The dossier was finished before;
 * when that was and whether it was in time stays as it is, so the clock is not turned.
 */
export async function takePlaceOf(
  ctx: ActionContext,
  clerk: Actor,
  dossier: ReachedDossier,
  { old, issued }: CorrectionUnderWay,
  number: string,
): Promise<ReachedDossier> {
  const after = await moveHandling(ctx, clerk, dossier, 'sealResult', {
    changes: { delivery: 'ready' },
    leaves: [SEALED_RESULT],
  })
  await saveResult(ctx.db, { ...old, state: 'replaced' }, old)
  await markIssuedReplaced(ctx.db, dossier.id, old.no)
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'results.replaced',
    facts: { oldNo: old.no, replaced: issued.numberText, number },
  })
  const { id: dossierId, code, version } = after
  await ctx.emit(resultReplaced, { dossierId, code, version, number, replaced: issued.numberText })
  return after
}
