import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { App } from '../app.ts'
import { rows, sql } from '../db.ts'
import { journalBacklog } from '../journal/seal.ts'
import { definePort } from '../ports.ts'
import { checksPort } from './checks.ts'
import { gaugesPort } from './gauges.ts'
import { actionsMeasured, jobsMeasured, tallied, type Measured, type Tallied } from './measure.ts'

/** Connections of this process to the database; seated where the pool is made. */
export type PoolCounts = { totalCount: number; idleCount: number; waitingCount: number }
export const poolCountsPort = definePort<PoolCounts>('pool-counts')

export type Metrics = {
  request(facts: { method: string; route: string; status: number; seconds: number }): void
  /** Prometheus text exposition format. */
  text(): Promise<string>
  contentType: string
  close(): void
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What the system measures of itself. Labels are names from the code, never anything of a person. */
export function createMetrics(app: App): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'motcua_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const actions = new Histogram({
    name: 'motcua_action_seconds',
    help: 'Time of an action with its transaction',
    labelNames: ['action', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const jobs = new Counter({
    name: 'motcua_jobs_run_total',
    help: 'Jobs and reactions run by this process',
    labelNames: ['job', 'outcome'],
    registers,
  })
  const tallies = new Counter({
    name: 'motcua_tally_total',
    help: 'How often something came out in some way, in this process',
    labelNames: ['name', 'outcome'],
    registers,
  })
  gauges(app, registry)

  const onAction = (message: unknown) => {
    const { name, outcome, seconds } = message as Measured
    actions.observe({ action: name, outcome }, seconds)
  }
  const onJob = (message: unknown) => {
    const { name, outcome } = message as Measured
    jobs.inc({ job: name, outcome })
  }
  const onTally = (message: unknown) => {
    const { name, outcome, count } = message as Tallied
    tallies.inc({ name, outcome }, count)
  }
  subscribe(actionsMeasured.name, onAction)
  subscribe(tallied.name, onTally)
  subscribe(jobsMeasured.name, onJob)

  let isAsked = false
  return {
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    contentType: registry.contentType,
    async text() {
      // Memory, event loop and garbage collection are watched from the first question on: watching has its price.
      if (!isAsked) collectDefaultMetrics({ register: registry })
      isAsked = true
      return registry.metrics()
    },
    close() {
      unsubscribe(actionsMeasured.name, onAction)
      unsubscribe(jobsMeasured.name, onJob)
      unsubscribe(tallied.name, onTally)
      registry.clear()
    },
  }
}

/** Numbers read at the moment of asking. One that cannot be read is left out; the others are still told. */
function gauges(app: App, registry: Registry): void {
  const gauge = (name: string, help: string, labelNames: string[], read: (self: Gauge) => Promise<void> | void) => {
    const made = new Gauge({
      name,
      help,
      labelNames,
      registers: [],
      async collect() {
        this.reset()
        try {
          await read(this)
        } catch (error) {
          app.log.warn({ metric: name, reason: String(error) }, 'metric not read')
        }
      },
    })
    registry.registerMetric(made)
  }
  gauge('motcua_jobs', 'Jobs in the queue by state', ['queue', 'state'], async (self) => {
    for (const { name, state, count } of await jobCounts(app)) self.set({ queue: name, state }, Number(count))
  })
  gauge('motcua_journal_waiting', 'Journal lines under no seal, seals without a time-stamp', ['what'], async (self) => {
    const backlog = await journalBacklog(app)
    self.set({ what: 'line' }, backlog.unsealedLines)
    self.set({ what: 'stamp' }, backlog.unstampedSeals)
  })
  gauge('motcua_port_well', '1 when the port answers as it should', ['port', 'side'], async (self) => {
    if (!app.ports.names().includes(checksPort.name)) return
    for (const { name, side, isWell } of await app.ports.get(checksPort).results())
      self.set({ port: name, side }, isWell ? 1 : 0)
  })
  for (const { name, help, labelNames, read } of ownGauges(app)) {
    gauge(name, help, labelNames, async (self) => {
      for (const { labels, value } of await read()) self.set(labels, value)
    })
  }
  gauge('motcua_database_connections', 'Connections of this process to the database', ['state'], (self) => {
    if (!app.ports.names().includes(poolCountsPort.name)) return
    const pool = app.ports.get(poolCountsPort)
    self.set({ state: 'open' }, pool.totalCount)
    self.set({ state: 'idle' }, pool.idleCount)
    self.set({ state: 'waited-for' }, pool.waitingCount)
  })
}

function ownGauges(app: App) {
  return app.ports.names().includes(gaugesPort.name) ? app.ports.get(gaugesPort) : []
}

/** Finished jobs are many and tell nothing; those that wait, run or failed are few. */
async function jobCounts(app: App): Promise<{ name: string; state: string; count: bigint }[]> {
  return rows(
    app.db,
    sql<{ name: string; state: string; count: bigint }>`
      select name, state::text as state, count(*) from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
  )
}
