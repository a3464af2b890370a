import type { App } from '../../platform/app.ts'
import { defineJob } from '../../platform/jobs.ts'
import { isContentKept, saveRemoved, waitingToLeave } from './store.ts'

const AT_ONCE = 500
/** Who stores the same content anew has written it down by then. */
const SETTLED_MS = 24 * 3_600_000

/** Takes contents that were let go out of the store; one that somebody sent again meanwhile stays for them. */
export const removeContents = defineJob<object>(
  'documents.remove-contents',
  { schedule: '50 3 * * *', retryLimit: 1 },
  async ({ db, files, clock }: App) => {
    for (const { id, sha256 } of await waitingToLeave(db, AT_ONCE)) {
      const before = new Date(clock.now().getTime() - SETTLED_MS)
      if ((await isContentKept(db, sha256)) || (await files.remove(sha256, before)))
        await saveRemoved(db, id, clock.now())
    }
  },
)
