import type { App } from '../../platform/app.ts'
import { bulkOutcome, type BulkResult } from '../../dossiers/index.ts'
import type { SigningOutcome } from '../../signing/index.ts'

/** What became of a signing of many, each told by the code of its dossier. */
export function bulkResultOf(app: App, signing: readonly SigningOutcome<unknown>[]): BulkResult {
  const outcomes = signing.map((one) => {
    if (one.state === 'failed') return bulkOutcome(app, one.id, one.error)
    return one.state === 'signed' ? bulkOutcome(app, one.id) : { ...bulkOutcome(app, one.id), done: false, waits: one }
  })
  return { done: outcomes.filter(({ done }) => done).length, outcomes }
}
