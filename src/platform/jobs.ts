import type { App } from './app.ts'
import type { Db } from './db.ts'

/** Work done after the transaction that asked for it; delivered at least once, so handlers are idempotent. */
export type Job<Data = unknown> = {
  name: string
  /** Tries after the first failure, with growing pauses. */
  retryLimit: number
  /** Cron expression in Vietnamese time for work that comes round by itself. */
  schedule: string | null
  /** How many run at the same time in one process. Work that takes long is given out one by one, so that none waits behind another. */
  atOnce?: number
  run(app: App, data: Data): Promise<void>
}

type JobOptions = { retryLimit?: number; schedule?: string; atOnce?: number }

export function defineJob<Data>(name: string, options: JobOptions, run: Job<Data>['run']): Job<Data> {
  const { retryLimit = 8, schedule = null, atOnce } = options
  return { name, retryLimit, schedule, ...(atOnce === undefined ? {} : { atOnce }), run }
}

export type EnqueueOptions = {
  /** Seconds to wait before the first try. */
  startAfterSeconds?: number
  /** At most one waiting job with this key. */
  singletonKey?: string
}

/** The queue as actions see it: what is put in is part of the caller's transaction. */
export type JobQueue = {
  enqueue<Data>(db: Db, job: Job<Data>, data: Data, options?: EnqueueOptions): Promise<void>
  publish<Payload>(db: Db, event: { name: string; payload?: Payload }, payload: Payload): Promise<void>
  /** Runs everything that is due, until nothing is left; for tests and commands. */
  drain(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}
