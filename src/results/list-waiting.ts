import { Type } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import type { Db } from '../platform/db.ts'
import { query, runQuery } from '../platform/query.ts'
import { listQueue, type Queue, type QueueItem } from '../dossiers/index.ts'
import { raisingsOf, type RaisingFacts } from '../signing/index.ts'
import { idsInBatches } from './batch/store.ts'
import { approvalsToSign } from './bulk/approvals-to-sign.ts'
import { signatoriesOf } from './draft-source.ts'
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
  /** False on what another person is named to sign. */
  isMine: boolean
  /** Who is named to sign may do so no more: it has to be drafted anew with another name. */
  signatoryLeft: boolean
  /** Its approval is signed on a record of its own: the process asks for it. */
  isRecordSigned: boolean
  /** Signed already; waits for a service that is down. */
  raising: RaisingFacts | undefined
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
    // What goes with others is approved, signed and sealed there.
    const together = await idsInBatches(
      app.db,
      items.map(({ id }) => id),
    )
    const raisings = await raisingsOf(
      app.db,
      items.map(({ id }) => `dossier:${id}`),
    )
    const toSign =
      as === 'head-of-division'
        ? await approvalsToSign(
            app.db,
            actor,
            items.map(({ code }) => code),
          )
        : new Set<string>()
    const accountId = actor.kind === 'officer' ? actor.accountId : ''
    const waiting = items.flatMap((item): WaitingResult[] => {
      const result = together.has(item.id) ? undefined : results.get(item.id)
      const isMine = as !== 'signatory' || result?.signatoryAccountId === accountId
      const raising = raisings.find(({ subject }) => subject === `dossier:${item.id}`)
      const isRecordSigned = toSign.has(item.code)
      return result ? [{ item, result, isMine, signatoryLeft: false, isRecordSigned, raising }] : []
    })
    return as === 'signatory' ? withLeavers(app.db, waiting, app.clock.now()) : waiting
  },
})

/** Marks what waits for somebody who signs here no more. */
async function withLeavers(db: Db, waiting: readonly WaitingResult[], now: Date): Promise<WaitingResult[]> {
  const known = new Map<string, Set<string>>()
  const marked: WaitingResult[] = []
  for (const one of waiting) {
    const { unitId: competentUnitId, signatoryAccountId } = one.result
    const { procedureCode } = one.item
    const key = `${competentUnitId} ${procedureCode}`
    const signing =
      known.get(key) ??
      new Set((await signatoriesOf(db, { competentUnitId, procedureCode }, now)).map(({ accountId }) => accountId))
    known.set(key, signing)
    marked.push({ ...one, signatoryLeft: signatoryAccountId !== null && !signing.has(signatoryAccountId) })
  }
  return marked
}

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
