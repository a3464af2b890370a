import { defineEvent } from '../platform/events.ts'
import type { DossierEvent } from '../dossiers/index.ts'

export type ResultEvent = { dossierId: string; code: string; resultNo: number }

/** The named signatory's turn. */
export const resultApproved = defineEvent<ResultEvent & { signatoryAccountId: string | null }>('results.approved')
/** The specialist's turn again. */
export const draftReturned = defineEvent<ResultEvent & { toAccountId: string | null }>('results.draft-returned')
/** The clerk's turn. */
export const resultSigned = defineEvent<ResultEvent & { unitId: string }>('results.signed')
/** The named signatory's turn again: the signature given is void. */
export const signatureReturned = defineEvent<ResultEvent & { signatoryAccountId: string | null }>(
  'results.signature-returned',
)
/** The citizen did not take the paper. */
export const deliveryRefused = defineEvent<DossierEvent>('results.delivery-refused')
/** An agency's issued documents are beyond the day of their next archive time stamp. */
export const renewalsLate = defineEvent<{
  unitId: string
  unitName: string
  count: number
  /** The day of the oldest, `YYYY-MM-DD`. */
  oldest: string
  /** Monday of the week in which it is told, `YYYY-MM-DD`. */
  week: string
  clerks: string[]
  administrators: string[]
}>('results.renewals-late')
/** A mistake in the document with this number is being put right; it is in force until then. */
export const correctionOpened = defineEvent<DossierEvent & { number: string }>('results.correction-opened')
/** The document `number` stands in the place of `replaced` from now on. */
export const resultReplaced = defineEvent<DossierEvent & { number: string; replaced: string }>('results.replaced')
