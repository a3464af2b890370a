import { rm } from 'node:fs/promises'
import { defineJob } from '../../platform/jobs.ts'
import { deleteExpired } from './store.ts'
import { sweepFolder, uploadFolder, uploadPath } from './upload-folder.ts'

/** Removes uploads nobody finished in time, each hour. What became a stored file stays. */
export const forgetUnfinished = defineJob<object>(
  'documents.forget-unfinished',
  { schedule: '20 * * * *', retryLimit: 1 },
  async (app) => {
    const now = app.clock.now()
    for (const id of await deleteExpired(app.db, now)) await rm(uploadPath(app, id), { force: true })
    const kept = app.settings.uploadLimits.unfinishedHours * 3_600_000
    await sweepFolder(uploadFolder(app), new Date(now.getTime() - kept))
  },
)
