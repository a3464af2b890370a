import { defineJob } from '../../../platform/jobs.ts'
import { forgetTransactions } from './store.ts'

/** The signed file and the journal tell what was signed; what was asked of the service is of no use after this. */
const KEPT_DAYS = 30

export const forgetRemoteTransactions = defineJob(
  'signing.forget-remote-transactions',
  { schedule: '20 3 * * *' },
  async ({ db, clock }) => {
    await forgetTransactions(db, new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000))
  },
)
