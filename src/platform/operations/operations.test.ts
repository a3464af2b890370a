import { Type } from 'typebox'
import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../action.ts'
import { ANONYMOUS, type Actor } from '../actor.ts'
import { sql, rows } from '../db.ts'
import { journalTimestampPort } from '../journal/seal.ts'
import { defineJob } from '../jobs.ts'
import { Refusal } from '../refusal.ts'
import { checksPort, definePortCheck } from './checks.ts'
import { installOperations } from './install.ts'
import { operationsRoutes } from './routes.ts'
import { administrator, openBareWeb, specialist, type BareWeb } from '../../../test/support/bare-web.ts'

const tick = defineJob<{ name: string }>('test.tick', { retryLimit: 0 }, async (_app, { name }) => {
  if (name === 'Nguyễn Văn Nhận') return
  throw new Error('not this one')
})

const greet = action({
  name: 'test.greet',
  roles: ['anyone'],
  input: Type.Object({ name: Type.String() }),
  async run(ctx, _actor, { name }) {
    if (name === 'refused') throw new Refusal('test.refused')
    if (name === 'failed') throw new Error('a bug')
    ctx.journal({ subject: 'test:greeting', what: 'test.greeted' })
    await ctx.enqueue(tick, { name })
    return name
  },
})

type Readiness = {
  status: string
  checks: { name: string; isWell: boolean; lastFailure?: { reason: string } | null }[]
}

describe('health and metrics', () => {
  let test: TestApp
  let bare: BareWeb
  let actor: Actor
  let stamp: () => Promise<Uint8Array>

  beforeEach(async () => {
    test = await openTestApp({ work: { jobs: [tick as never], reactions: [] } })
    actor = ANONYMOUS
    stamp = async () => Buffer.from('a token')
    test.app.ports.set(journalTimestampPort, { stamp: () => stamp() })
    installOperations(test.app)
    bare = await openBareWeb(
      test.app,
      () => actor,
      async (web) => {
        await operationsRoutes(web)
        web.get('/ho-so/:code', async () => 'ok')
      },
    )
  })
  afterEach(async () => {
    await bare.close()
    await test.close()
  })

  const readiness = async (headers: Record<string, string> = {}) => {
    const reply = await bare.web.inject({ url: '/he-thong/san-sang', headers })
    const answer = reply.json<Readiness>()
    return {
      code: reply.statusCode,
      ...answer,
      of: (name: string) => answer.checks.find((check) => check.name === name),
    }
  }

  it('says that it lives', async () => {
    expect((await bare.web.inject({ url: '/he-thong/song' })).json()).toEqual({ status: 'alive' })
  })

  it('is ready while what it needs is well, and tells strangers no reasons', async () => {
    stamp = () => Promise.reject(new Refusal('signing.timestamp-unavailable', { cause: 'connect ECONNREFUSED' }))
    const near = await readiness()
    expect(near).toMatchObject({ code: 200, status: 'degraded' })
    expect(near.of('database')).toMatchObject({ isWell: true })
    expect(near.of('file-store')).toMatchObject({ isWell: true })
    expect(near.of('job-queue')).toMatchObject({ isWell: true })
    expect(near.of('timestamp-authority')).toMatchObject({
      isWell: false,
      lastFailure: { reason: 'connect ECONNREFUSED' },
    })
    const far = await readiness({ 'x-forwarded-for': '203.0.113.9' })
    expect(far.of('timestamp-authority')).toEqual({ name: 'timestamp-authority', isWell: false, isNeeded: false })
  })

  it('is not ready when files cannot be written, and ready again afterwards', async () => {
    await rm(test.app.settings.fileFolder, { recursive: true })
    const broken = await readiness()
    expect(broken).toMatchObject({ code: 503, status: 'not-ready' })
    expect(broken.of('file-store')).toMatchObject({
      isWell: false,
      lastFailure: { reason: expect.stringContaining('ENOENT') },
    })
  })

  it('is not ready when jobs are left lying', async () => {
    await runAction(test.app, greet, actor, { name: 'An' })
    const owner = await import('pg').then(
      ({ default: pg }) => new pg.Client({ connectionString: test.database.url('postgres') }),
    )
    await owner.connect()
    await owner.query(`update pgboss.job set start_after = now() - interval '1 hour'`)
    await owner.end()
    const late = await readiness()
    expect(late).toMatchObject({ code: 503 })
    expect(late.of('job-queue')?.lastFailure?.reason).toContain('1 jobs have waited')
    expect(late.of('database')).toMatchObject({ isWell: true })
  })

  it('gives a young result again, coalesces, and remembers the last failure after recovery', async () => {
    let runs = 0
    let isDown = true
    const checks = test.app.ports.get(checksPort)
    checks.add(
      definePortCheck(
        'post',
        'real',
        async () => {
          runs += 1
          if (isDown) throw new Error('no post today')
        },
        { servedBy: 'post.example', freshSeconds: 30 },
      ),
    )
    const post = async (now = false) => (await checks.results({ now })).find(({ name }) => name === 'post')
    await Promise.all([post(), post(), post()])
    await post()
    expect(runs).toBe(1)
    isDown = false
    test.clock.advance(1)
    expect(await post()).toMatchObject({ isWell: true, lastFailure: { reason: 'no post today' } })
    await post(true)
    expect(runs).toBe(3)
  })

  it('counts requests by route, actions by outcome and jobs, without a word about people', async () => {
    await bare.web.inject({ url: '/ho-so/H49.12-261120-0007' })
    await bare.web.inject({ url: '/nothing/here' })
    for (const name of ['Nguyễn Văn Nhận', 'Trần Thị Hỏng', 'refused', 'failed']) {
      await runAction(test.app, greet, actor, { name }).catch(() => undefined)
      await test.app.jobs.drain().catch(() => undefined)
    }
    const { body, headers } = await bare.web.inject({ url: '/he-thong/so-do' })
    expect(headers['content-type']).toContain('version=0.0.4')
    const value = (line: string) =>
      body
        .split('\n')
        .find((row) => row.startsWith(`${line} `))
        ?.split(' ')
        .at(-1)
    expect(value('motcua_request_seconds_count{method="GET",route="/ho-so/:code",status="200"}')).toBe('1')
    expect(value('motcua_request_seconds_count{method="GET",route="unknown",status="404"}')).toBe('1')
    expect(value('motcua_action_seconds_count{action="test.greet",outcome="done"}')).toBe('2')
    expect(value('motcua_action_seconds_count{action="test.greet",outcome="refused"}')).toBe('1')
    expect(value('motcua_action_seconds_count{action="test.greet",outcome="failed"}')).toBe('1')
    expect(value('motcua_jobs_run_total{job="test.tick",outcome="done"}')).toBe('1')
    expect(value('motcua_jobs_run_total{job="test.tick",outcome="failed"}')).toBe('1')
    expect(value('motcua_journal_waiting{what="line"}')).toBe('2')
    expect(value('motcua_port_well{port="database",side="embedded"}')).toBe('1')
    expect(Number(value('process_resident_memory_bytes'))).toBeGreaterThan(10_000_000)
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeDefined()
    expect(body).not.toMatch(/Nhận|Hỏng|261120/)
    expect(await rows(test.app.db, sql`select 1 from platform.journal_line`)).toHaveLength(2)
  })

  it('shows numbers to this machine and administrators alone', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await bare.web.inject({ url: '/he-thong/so-do', headers: { accept: 'application/json', ...headers } }))
        .statusCode
    const throughProxy = { 'x-forwarded-for': '203.0.113.9' }
    expect(await ask({})).toBe(200)
    expect(await ask(throughProxy)).toBe(401)
    actor = specialist
    expect(await ask(throughProxy)).toBe(403)
    actor = administrator
    expect(await ask(throughProxy)).toBe(200)
  })
})
