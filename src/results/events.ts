import { defineEvent } from '../platform/events.ts'

export type ResultEvent = { dossierId: string; code: string; resultNo: number }

/** The named signatory's turn. */
export const resultApproved = defineEvent<ResultEvent & { signatoryAccountId: string }>('results.approved')
/** The specialist's turn again. */
export const draftReturned = defineEvent<ResultEvent & { toAccountId: string }>('results.draft-returned')
/** The clerk's turn. */
export const resultSigned = defineEvent<ResultEvent & { unitId: string }>('results.signed')
