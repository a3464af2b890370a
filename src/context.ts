import type { Logger } from 'pino'
import type { App } from './platform/app.ts'
import type { Clock } from './platform/clock.ts'
import { systemClock } from './platform/clock.ts'
import { createDb, createPool } from './platform/db.ts'
import { openFolderStore } from './platform/file-store.ts'
import { createJobQueue, type Work } from './platform/jobs/queue.ts'
import { createLog } from './platform/log.ts'
import { poolCountsPort } from './platform/operations/metrics.ts'
import { createPortMap } from './platform/ports.ts'
import type { RefusalTexts } from './platform/refusal.ts'
import type { Settings } from './platform/settings.ts'

export type ContextParts = {
  settings: Settings
  /** Login of the application role; the owner's is used for migrating alone. */
  databaseUrl: string
  work: Work
  refusals: RefusalTexts
  clock?: Clock
  log?: Logger
}

export type OpenApp = App & { close(): Promise<void> }

/** The one place where ports meet implementations. Everything that runs is reached from what this returns. */
export async function openApp({ settings, databaseUrl, work, refusals, clock, log }: ContextParts): Promise<OpenApp> {
  const asApplication = settings.embedded.database ? undefined : '-c role=motcua_app'
  const pool = createPool({
    connectionString: databaseUrl,
    max: settings.databasePoolSize,
    name: 'motcua',
    ...(asApplication ? { options: asApplication } : {}),
  })
  const ports = createPortMap()
  ports.set(poolCountsPort, pool)
  const app: OpenApp = {
    db: createDb(pool),
    clock: clock ?? systemClock,
    files: await openFolderStore(settings.fileFolder),
    ports,
    jobs: createJobQueue({
      connectionString: databaseUrl,
      ...(asApplication ? { options: asApplication } : {}),
      work,
      app: () => app,
    }),
    settings,
    log: log ?? createLog(settings.logLevel),
    refusals,
    async close() {
      await app.jobs.stop()
      await app.db.destroy()
      await app.files.close()
    },
  }
  return app
}
