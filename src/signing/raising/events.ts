import { defineEvent } from '../../platform/events.ts'

/** The first signature of a person that waits for a service that is down; `requestId` names it. */
export const signingDelayed = defineEvent<{ requestId: string; accountId: string; missing: string }>('signing.delayed')
/** The last one of them is complete. */
export const signingCaughtUp = defineEvent<{ requestId: string; accountId: string }>('signing.caught-up')
