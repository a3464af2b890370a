import type { ActionContext } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import type { Confirmation } from './confirmation.ts'
import { settleSigning } from './settle-signing.ts'
import { dropLeftPrepared, openConfirmations } from './store.ts'

type Followed = Pick<Confirmation, 'id' | 'signer' | 'transaction'>

const EVERY_SECONDS = 3

/** Asks the signing service again and again while a confirmation waits; being told by the service makes it shorter, not different. */
export const followConfirmation = defineJob<Followed>(
  'signing.follow-confirmation',
  { retryLimit: 3 },
  async (app, asked) => {
    const state = await settleSigning(app, asked)
    if (state === 'waiting') await followLater({ enqueue: (...job) => app.jobs.enqueue(app.db, ...job) }, asked)
  },
)

export function followLater({ enqueue }: Pick<ActionContext, 'enqueue'>, { id, signer, transaction }: Followed) {
  const asked = { id, signer, transaction }
  return enqueue(followConfirmation, asked, { startAfterSeconds: EVERY_SECONDS, singletonKey: id })
}

/** Takes up again what a process that died was following, and clears away what it left prepared. */
export const followForgotten = defineJob('signing.follow-forgotten', { schedule: '* * * * *' }, async (app) => {
  await dropLeftPrepared(app.db)
  for (const asked of await openConfirmations(app.db, app.clock.now())) {
    await followLater({ enqueue: (...job) => app.jobs.enqueue(app.db, ...job) }, asked)
  }
})
