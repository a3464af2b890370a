import { runAction } from '../../platform/action.ts'
import { reaction } from '../../platform/events.ts'
import { missingWords, signingCaughtUp, signingDelayed } from '../../signing/index.ts'
import { SYSTEM } from '../send-mail.ts'
import { tellReminded } from './tell-reminded.ts'

const nothingMore = { dossierId: null, lines: [], href: '/viec' }

/** Whoever signed hears once that signatures wait for a service, and once that all of them are complete. */
export const signingDelayReactions = [
  reaction(signingDelayed, 'notifications.tell-signing-delayed', async (app, { requestId, accountId, missing }) => {
    await runAction(app, tellReminded, SYSTEM, {
      ...nothingMore,
      eventKey: `signing-delayed:${requestId}`,
      accountId,
      template: 'signing-delayed',
      facts: { missing: missingWords(missing) },
    })
  }),
  reaction(signingCaughtUp, 'notifications.tell-signing-caught-up', async (app, { requestId, accountId }) => {
    await runAction(app, tellReminded, SYSTEM, {
      ...nothingMore,
      eventKey: `signing-caught-up:${requestId}`,
      accountId,
      template: 'signing-caught-up',
      facts: {},
    })
  }),
]
