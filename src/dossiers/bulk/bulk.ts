import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import { Refusal, refusalWords, type Facts } from '../../platform/refusal.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'

/** How many dossiers one press of a button may concern. */
export const MOST_AT_ONCE = 200

export const DossierCodesInput = Type.Array(DossierCodeInput, {
  minItems: 1,
  maxItems: MOST_AT_ONCE,
  uniqueItems: true,
})

/** What became of one dossier of many: done, or why not. */
export type BulkOutcome = {
  dossierCode: string
  done: boolean
  /** Code, sentence and facts of the refusal; null when done. */
  refusal: { code: string; title: string; facts: Facts } | null
  /** Set while it waits for its signatory to confirm on a device of their own. */
  waits?: { confirmationId: string; expiresAt: Date }
  /** Set when it is signed and waits for a service that is down: a time stamp, an answer about the certificate. */
  raises?: { missing: string }
}

export type BulkResult = { done: number; outcomes: BulkOutcome[] }

/**
 * Does the same to several dossiers, one after the other, each in its own transaction with its own outcome: what fails for
 * one, foreseen or not, leaves its neighbours alone.
 */
export async function toEach(
  app: App,
  codes: readonly string[],
  doOne: (dossierCode: string) => Promise<unknown>,
): Promise<BulkResult> {
  const outcomes: BulkOutcome[] = []
  for (const dossierCode of codes) {
    try {
      await doOne(dossierCode)
      outcomes.push(bulkOutcome(app, dossierCode))
    } catch (error) {
      outcomes.push(bulkOutcome(app, dossierCode, error))
    }
  }
  return { done: outcomes.filter(({ done }) => done).length, outcomes }
}

/** How one of many is told; what is no refusal is a fault of the program and goes to the log. */
export function bulkOutcome(app: App, dossierCode: string, error?: unknown): BulkOutcome {
  if (error === undefined) return { dossierCode, done: true, refusal: null }
  if (!(error instanceof Refusal)) app.log.error({ err: error, dossierCode }, 'one dossier of many failed')
  const { code, facts } = error instanceof Refusal ? error : { code: 'dossiers.bulk-failed', facts: {} }
  const title = refusalWords(app.refusals, { code, facts })
  return { dossierCode, done: false, refusal: { code, title, facts } }
}
