import { Type } from 'typebox'
import { query, runQuery } from '../platform/query.ts'
import { listQueue, type QueueItem } from '../dossiers/index.ts'
import type { Result } from './result.ts'
import { resultsOf } from './store.ts'

const STEPS = {
  signatory: 'awaiting-signature',
  clerk: 'awaiting-seal',
  'intake-officer': 'finished',
} as const

export type WaitingResult = { item: QueueItem; result: Result; /** False on what another person is named to sign. */ isMine: boolean }

/** Results that wait for this officer's signature, seal or hand-over, most urgent first. */
export const listWaitingResults = query({
  name: 'results.list-waiting',
  roles: ['signatory', 'clerk', 'intake-officer'],
  input: Type.Object({ as: Type.Enum(['signatory', 'clerk', 'intake-officer']) }),
  async run(app, actor, { as }): Promise<WaitingResult[]> {
    const tab = as === 'intake-officer' ? 'ready' : 'all'
    const queue = await runQuery(app, listQueue, actor, { role: as, tab, limit: 200 })
    const items = queue.items.filter(({ handling }) => handling === STEPS[as])
    const results = new Map((await resultsOf(app.db, items.map(({ id }) => id))).map((result) => [result.dossierId, result]))
    const accountId = actor.kind === 'officer' ? actor.accountId : ''
    return items.flatMap((item) => {
      const result = results.get(item.id)
      return result ? [{ item, result, isMine: as !== 'signatory' || result.signatoryAccountId === accountId }] : []
    })
  },
})
