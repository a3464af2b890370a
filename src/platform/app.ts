import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import type { FileStore } from './file-store.ts'
import type { JobQueue } from './jobs.ts'
import type { PortMap } from './ports.ts'
import type { RefusalTexts } from './refusal.ts'
import type { Settings } from './settings.ts'

/** What every action, query, job and door can reach: built once in `src/context.ts`, by tests in `test/support/world.ts`. */
export type App = {
  db: Db
  clock: Clock
  files: FileStore
  ports: PortMap
  jobs: JobQueue
  settings: Settings
  log: Logger
  refusals: RefusalTexts
}
