import { vietnamDate } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { deleteBundlesKeptUntil } from './store.ts'

/** Every night: bundles nobody came back to within the days promised on the page. The dossiers they became stay. */
export const forgetBundles = defineJob<object>('dossiers.forget-bundles', { schedule: '45 2 * * *' }, async (app) => {
  const forgotten = await deleteBundlesKeptUntil(app.db, vietnamDate(app.clock.now()))
  if (forgotten > 0) app.log.info({ forgotten }, 'bundles forgotten')
})
