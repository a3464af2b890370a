import { Type } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { query, runQuery } from '../platform/query.ts'
import { listQueue, type Queue, type QueueItem } from '../dossiers/index.ts'
import type { Result } from './result.ts'
import { resultsOf } from './store.ts'

const STEPS = {
  'head-of-division': 'awaiting-approval',
  signatory: 'awaiting-signature',
  clerk: 'awaiting-seal',
  'intake-officer': 'finished',
} as const

export type WaitingResult = {
  item: QueueItem
  result: Result
  /** False on what another person is named to sign. */ isMine: boolean
}

/** Results that wait for this officer's approval, signature, seal or hand-over, most urgent first. */
export const listWaitingResults = query({
  name: 'results.list-waiting',
  roles: ['head-of-division', 'signatory', 'clerk', 'intake-officer'],
  input: Type.Object({ as: Type.Enum(['head-of-division', 'signatory', 'clerk', 'intake-officer']) }),
  async run(app, actor, { as }): Promise<WaitingResult[]> {
    const items = await waitingItems(app, actor, as)
    const results = new Map(
      (
        await resultsOf(
          app.db,
          items.map(({ id }) => id),
        )
      ).map((result) => [result.dossierId, result]),
    )
    const accountId = actor.kind === 'officer' ? actor.accountId : ''
    return items.flatMap((item) => {
      const result = results.get(item.id)
      return result ? [{ item, result, isMine: as !== 'signatory' || result.signatoryAccountId === accountId }] : []
    })
  },
})

const SHOWN = 200
const MOST_PAGES = 10

/** The queue holds other work too: pages are read until enough is found. */
async function waitingItems(app: App, actor: Actor, as: keyof typeof STEPS): Promise<QueueItem[]> {
  const found: QueueItem[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES && found.length < SHOWN; page += 1) {
    const asked: { role: keyof typeof STEPS; limit: number; after?: string } = {
      role: as,
      limit: 200,
      ...(after === null ? {} : { after }),
    }
    const queue: Queue = await runQuery(app, listQueue, actor, asked)
    found.push(...queue.items.filter(({ handling }) => handling === STEPS[as]))
    after = queue.next
    if (after === null) break
  }
  return found.slice(0, SHOWN)
}
