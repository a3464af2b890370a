import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bulkOutcome, type BulkResult } from '../../dossiers/index.ts'
import { missingWords, type SigningOutcome } from '../../signing/index.ts'

/** What became of a signing of many, each told by the code of its dossier. */
export function bulkResultOf(app: App, signing: readonly SigningOutcome<unknown>[]): BulkResult {
  const outcomes = signing.map((one) => {
    if (one.state === 'failed') return bulkOutcome(app, one.id, one.error)
    if (one.state === 'waiting') return { ...bulkOutcome(app, one.id), done: false, waits: one }
    if (one.state === 'signed') return bulkOutcome(app, one.id)
    // Signed; the system itself takes it to its level.
    const { missing } = one
    const awaited = new Refusal('signing.level-awaited', { missing: missingWords(missing) })
    return { ...bulkOutcome(app, one.id, awaited), raises: { missing } }
  })
  return { done: outcomes.filter(({ done }) => done).length, outcomes }
}

/** What is typed wrong is typed again: not told sixty times. */
const OF_THE_KEY = new Set(['signing.wrong-pin', 'signing.key-locked', 'signing.pin-missing'])

export function refuseForAll(outcomes: readonly SigningOutcome<unknown>[]): void {
  const refusals = outcomes.flatMap((one) =>
    one.state === 'failed' && one.error instanceof Refusal ? [one.error] : [],
  )
  const [ofTheKey] = refusals.filter(({ code }) => OF_THE_KEY.has(code))
  if (ofTheKey && refusals.length === outcomes.length) throw ofTheKey
}
