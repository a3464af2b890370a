import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal, refusalSentence as fill } from '../../platform/refusal.ts'
import { handlingWords } from '../../dossiers/index.ts'
import { stillStands } from './batch.ts'
import { batchWithinReach, inBatch, subjectOf } from './open-batch.ts'
import { shortenList } from './shorten-list.ts'
import { saveLeft } from './store.ts'
import { batchWords } from './texts.ts'

/** Takes out whoever stands elsewhere by now: withdrawn, stopped, asked for papers. Before the signature the list is drawn anew. */
const settleBatch = action({
  name: 'results.settle-batch',
  roles: ['head-of-division', 'signatory', 'clerk'],
  input: Type.Object({ no: Type.Integer({ minimum: 1 }) }),
  unjournalled: 'where everybody still stands nothing is changed; who fell out is told in lines of their own',
  async run(ctx, actor, { no }): Promise<string[]> {
    const open = await batchWithinReach(ctx.db, actor, no, true)
    const { batch, result } = open
    const fallen = inBatch(open).filter(({ dossier }) => !stillStands(dossier, result))
    for (const { dossier } of fallen) {
      const reason = fill(batchWords.fellOut, { state: handlingWords[dossier.handling] })
      await saveLeft(ctx.db, batch, dossier.id, { state: 'out', reason, byName: null }, ctx.now)
      ctx.journal({
        subject: `dossier:${dossier.id}`,
        what: 'results.batch-left',
        facts: { batch: no, handling: dossier.handling },
      })
    }
    const isBeforeSignature = result.state === 'draft' || result.state === 'approved'
    if (fallen.length > 0 && isBeforeSignature) await shortenList(ctx, actor, batch, result)
    else if (fallen.length > 0)
      ctx.journal({ subject: subjectOf(batch), what: 'results.batch-settled', facts: { fallen: fallen.length } })
    return fallen.map(({ dossier }) => dossier.code)
  },
})

/** The same, noted for good by itself; returns who fell out. */
export function settle(app: App, actor: Actor, no: number, requestId: string): Promise<string[]> {
  return runAction(app, settleBatch, actor, { no }, { requestId })
}

/** Before a list is approved or signed: when somebody fell out of it, the officer is shown the shorter one first. */
export async function settleOrShow(app: App, actor: Actor, no: number, requestId: string): Promise<void> {
  const fallen = await settle(app, actor, no, requestId)
  if (fallen.length > 0) throw new Refusal('results.batch-shortened', { codes: fallen.join(', ') })
}
