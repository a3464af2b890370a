import { vietnamDate } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { deleteDraftsKeptUntil } from './store.ts'

/** Every night: forms nobody came back to within the days promised on the page are forgotten. */
export const forgetDrafts = defineJob<object>('dossiers.forget-drafts', { schedule: '40 2 * * *' }, async (app) => {
  const forgotten = await deleteDraftsKeptUntil(app.db, vietnamDate(app.clock.now()))
  if (forgotten > 0) app.log.info({ forgotten }, 'drafts forgotten')
})
