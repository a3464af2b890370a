import pg from 'pg'
import { fromKysely, PgBoss, type JobResult, type WorkOptions } from 'pg-boss'
import type { App } from '../app.ts'
import type { Reaction } from '../events.ts'
import { jobsMeasured, measured } from '../operations/measure.ts'
import type { EnqueueOptions, Job, JobQueue } from '../jobs.ts'
import { TIME_ZONE } from '../dates.ts'
import type { Db } from '../db.ts'
import { unawaitedText } from '../early-answers.ts'

/** All reactions share one queue: each delivery is its own job with its own retries. */
export const REACTION_QUEUE = 'reaction'
const FAILED_QUEUE = 'failed'

/** A job whose process was killed is noticed by its silence and tried again, instead of after its longest time of 15 minutes. */
const HEARTBEAT_SECONDS = 20
const LOOK_FOR_SILENT_SECONDS = 15
/** A backlog is worked off without a pause as long as whole batches come. */
const BATCH = 10

type Delivery = { reaction: string; payload: unknown }

export type Work = { jobs: Job<never>[]; reactions: Reaction<never>[] }

type QueueOptions = { connectionString: string; options?: string; work: Work; app: () => App }

/** Makes the queue tables and queues; run with the owner's rights when migrating. */
export async function installQueues(connectionString: string, jobNames: Job<never>[]): Promise<void> {
  const boss = new PgBoss({ connectionString, schema: 'pgboss', supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(FAILED_QUEUE)
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  const wanted = [{ name: REACTION_QUEUE, retryLimit: 12 }, ...jobNames]
  for (const { name, retryLimit } of wanted) {
    const found = known.get(name)
    if (found) {
      if (found.heartbeatSeconds !== HEARTBEAT_SECONDS) {
        await boss.updateQueue(name, { heartbeatSeconds: HEARTBEAT_SECONDS })
      }
      continue
    }
    await boss.createQueue(name, {
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit,
      retryDelay: 2,
      retryBackoff: true,
      deadLetter: FAILED_QUEUE,
      notify: true,
    })
  }
  await boss.stop({ graceful: false })
  await grantQueues(connectionString)
}

/** Jobs become part of the caller's transaction; which ids they get is of no interest. */
function inTransactionOf(db: Db) {
  const { executeSql } = fromKysely(db.withoutPlugins())
  return { executeSql: (text: string, values?: unknown[]) => executeSql(unawaitedText(text), values) }
}

async function grantQueues(connectionString: string): Promise<void> {
  const owner = new pg.Client({ connectionString })
  await owner.connect()
  try {
    await owner.query('grant usage on schema pgboss to motcua_app')
    await owner.query('grant select, insert, update, delete on all tables in schema pgboss to motcua_app')
    await owner.query('grant execute on all functions in schema pgboss to motcua_app')
  } finally {
    await owner.end()
  }
}

export function createJobQueue({ connectionString, options, work, app }: QueueOptions): JobQueue {
  const boss = new PgBoss({
    connectionString,
    ...(options ? { options } : {}),
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: LOOK_FOR_SILENT_SECONDS,
    monitorIntervalSeconds: LOOK_FOR_SILENT_SECONDS,
    max: 4,
  })
  boss.on('error', (error) => app().log.warn({ reason: error.message }, 'job queue'))
  const reactions = new Map(work.reactions.map((item) => [item.name, item]))
  const byEvent = Map.groupBy(work.reactions, (item) => item.event)
  const jobs = new Map(work.jobs.map((job) => [job.name, job]))

  async function deliver(queue: string, data: unknown): Promise<void> {
    if (queue === REACTION_QUEUE) {
      const { reaction, payload } = data as Delivery
      const found = reactions.get(reaction)
      if (!found) throw new Error(`no reaction named "${reaction}"`)
      await measured(jobsMeasured, reaction, () => found.run(app(), payload as never))
    } else {
      const job = jobs.get(queue)
      if (!job) throw new Error(`no job named "${queue}"`)
      await measured(jobsMeasured, job.name, () => job.run(app(), data as never))
    }
  }

  /** Each job of a batch by itself: one that fails does not bring back the others. */
  async function handle(queue: string, batch: { id: string; data: unknown }[]): Promise<JobResult[]> {
    const results: JobResult[] = []
    for (const { id, data } of batch) {
      try {
        await deliver(queue, data)
        results.push({ id, status: 'completed' })
      } catch (error) {
        app().log.error({ queue, job: id, reason: String(error) }, 'job failed')
        results.push({ id, status: 'failed', output: { reason: String(error) } })
      }
    }
    return results
  }

  /** Looks for the next job as soon as one is done: the queue itself waits for its next look, however many are waiting. */
  async function workOneByOne(queue: string, polling: WorkOptions & { perJobResults: true }): Promise<void> {
    const worker = await boss.work(queue, { ...polling, batchSize: 1 }, (batch) =>
      handle(queue, batch).finally(() => boss.notifyWorker(worker)),
    )
  }

  const queues = [REACTION_QUEUE, ...jobs.keys()]
  let state: 'new' | 'open' | 'working' | 'closed' = 'new'
  let opening: Promise<void> | undefined

  const open = (working: boolean): Promise<void> => {
    opening ??= (async () => {
      await boss.start()
      state = working ? 'working' : 'open'
    })()
    return opening
  }

  return {
    async enqueue(db, job, data, { startAfterSeconds, singletonKey }: EnqueueOptions = {}) {
      await open(false)
      await boss.send(job.name, data as object, {
        db: inTransactionOf(db),
        ...(startAfterSeconds ? { startAfter: startAfterSeconds } : {}),
        ...(singletonKey ? { singletonKey } : {}),
      })
    },
    async publish(db, event, payload) {
      const listeners = byEvent.get(event.name) ?? []
      if (listeners.length === 0) return
      await open(false)
      const deliveries = listeners.map((listener) => ({
        data: { reaction: listener.name, payload } satisfies Delivery,
      }))
      await boss.insert(REACTION_QUEUE, deliveries, { db: inTransactionOf(db) })
    },
    async drain() {
      await open(false)
      for (let round = 0, busy = true; busy; round += 1) {
        if (round > 200) throw new Error('jobs keep making jobs')
        busy = false
        for (const queue of queues) {
          const batch = await boss.fetch(queue, { batchSize: 50 })
          for (const job of batch) {
            busy = true
            await deliver(queue, job.data)
            await boss.complete(queue, job.id)
          }
        }
      }
    },
    async start() {
      await open(true)
      for (const queue of queues) {
        const atOnce = jobs.get(queue)?.atOnce
        const polling = { perJobResults: true, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 } as const
        if (atOnce === undefined) {
          const share = { batchSize: BATCH, burstWhenBatchFull: true } as const
          await boss.work(queue, { ...share, ...polling }, (batch) => handle(queue, batch))
        } else for (let no = 0; no < atOnce; no += 1) await workOneByOne(queue, polling)
      }
      for (const job of jobs.values()) {
        if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: TIME_ZONE })
      }
    },
    async stop() {
      if (state === 'new' && !opening) return
      await opening
      if (state === 'closed') return
      const graceful = state === 'working'
      state = 'closed'
      await boss.stop({ graceful, timeout: 5_000 })
    },
  }
}
