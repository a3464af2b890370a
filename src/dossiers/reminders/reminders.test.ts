import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, createDelegation, grantsOf, rememberCitizen, withdrawRole } from '../../identity/index.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { execute, oneRow, rows, sql } from '../../platform/db.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { gaugesPort } from '../../platform/operations/gauges.ts'
import { createMetrics } from '../../platform/operations/metrics.ts'
import { tallied, type Tallied } from '../../platform/operations/measure.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { aFiling } from '../testing.ts'
import {
  assignDossier,
  dossiersJobs,
  dossiersRefusals,
  dossierWithinReach,
  extendDeadline,
  finishDossier,
  listQueue,
  listReminders,
  moveHandling,
  receiveDossier,
  recordAppraisal,
  remindersDue,
  resumeDossier,
  submitDossier,
  suspendDossier,
  withdrawDossier,
  type DossierAction,
  type MoveFacts,
  type ReminderItem,
} from '../index.ts'
import { remindDossier } from './remind-dossier.ts'
import { remindUnit, watchReminders } from './watch-reminders.ts'
import { remindersCheck, remindersGauges, watcherLag } from './watcher-health.ts'

const DAM_PLAN = '1.003440'
const SYSTEM = { kind: 'system', name: 'test' } as const
const FRIDAY = '2026-11-20T09:00:00+07:00'

let world: TestApp
let hanh: Citizen
let people: Record<'desk' | 'head' | 'specialist' | 'signatory' | 'clerk' | 'administrator' | 'stranger', Officer>
const heard: { unitId: string; items: ReminderItem[] }[] = []

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})
/** The papers those moves leave behind. */
const LEAVES: Record<string, MoveFacts> = {
  draftResult: { leaves: [{ kind: 'result-draft', isSigned: false }] },
  signResult: { leaves: [{ kind: 'result', isSigned: true }] },
}
/** The moves of the modules above. */
const move = action({
  name: 'test.move',
  roles: ['specialist', 'head-of-division', 'signatory', 'clerk'],
  input: Type.Object({ dossierCode: Type.String(), by: Type.String() }),
  async run(ctx, actor, { dossierCode, by }) {
    const dossier = await dossierWithinReach(ctx.db, actor, dossierCode)
    if (by === 'sealResult') await finishDossier(ctx, actor, dossier)
    else await moveHandling(ctx, actor, dossier, by as DossierAction, LEAVES[by] ?? {})
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'test.moved' })
    return {}
  },
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>

beforeAll(async () => {
  const hear = reaction(remindersDue, 'test.reminders', async (_app, round) => void heard.push(round))
  world = await openTestApp({
    province: true,
    work: { jobs: dossiersJobs, reactions: [hear as never] },
    refusals: dossiersRefusals,
  })
  world.app.ports.set(virusScanPort, noScanner)
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await run(know, SYSTEM, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  const names = ['anh.vn', 'chau.dm', 'huy.pq', 'thinh.bd', 'nga.ht', 'linh.tk', 'bich.tt']
  const [desk, head, specialist, signatory, clerk, administrator, stranger] = (await Promise.all(
    names.map(officer),
  )) as [Officer, Officer, Officer, Officer, Officer, Officer, Officer]
  people = { desk, head, specialist, signatory, clerk, administrator, stranger }
}, 180_000)
afterAll(() => world.close())

beforeEach(async () => {
  // What earlier tests left open is watched no more.
  await execute(world.app.db, sql`update dossiers.dossier set remind_at = null`)
  heard.length = 0
  world.clock.set(FRIDAY)
})

type Made = { code: string; id: string; dueAt: Date }

async function received(): Promise<Made> {
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, DAM_PLAN))
  await run(receiveDossier, people.desk, { dossierCode: code })
  const { id, dueAt } = await oneRow(
    world.app.db,
    sql<{ id: string; dueAt: Date }>`select id, due_at from dossiers.dossier where code = ${code}`,
  )
  return { code, id, dueAt }
}

async function appraising(): Promise<Made> {
  const made = await received()
  await run(assignDossier, people.head, { dossierCode: made.code, assigneeAccountId: people.specialist.accountId })
  return made
}

async function round(at: string): Promise<void> {
  world.clock.set(`${at}+07:00`)
  await watchReminders.run(world.app, {})
  await world.app.jobs.drain()
}

const handled = async ({ id }: Made) =>
  (
    await rows(
      world.app.db,
      sql<{ rung: string; told: { as: string; fullName: string }[] }>`
        select rung, told from dossiers.reminder where dossier_id = ${id} and about = 'due' order by falls_at`,
    )
  ).map(({ rung, told }) => [rung, ...told.map(({ as, fullName }) => `${as} ${fullName}`)])

const nextLook = async ({ id }: Made) =>
  (await oneRow(world.app.db, sql<{ at: Date | null }>`select remind_at as at from dossiers.dossier where id = ${id}`))
    .at

// Received on Friday 20 November for twenty working days: due at 16:30 on Monday 21 December.
const SOON = '2026-12-17T07:35'
const APOLOGY = '2026-12-18T07:35'
const OVERDUE = '2026-12-22T07:35'
const CENTRE = '2026-12-23T07:35'
const HUY = 'Phạm Quang Huy'
const CHAU = 'Đỗ Minh Châu'
const ANH = 'Vũ Ngọc Ánh'

describe('a dossier on its way', () => {
  test('each rung once: the officer, then the head and the desk; between them nothing', async () => {
    const made = await appraising()
    await round('2026-11-20T09:10')
    expect(heard).toEqual([])
    expect((await nextLook(made))?.toISOString()).toBe('2026-12-03T03:00:00.000Z')
    for (const at of [SOON, '2026-12-17T09:00', APOLOGY, '2026-12-21T14:35', OVERDUE, CENTRE, '2026-12-30T09:00'])
      await round(at)
    expect(await handled(made)).toEqual([
      ['due-soon', `officer ${HUY}`],
      ['apology-last-day', `officer ${HUY}`, `head ${CHAU}`, `desk ${ANH}`],
      ['due-now', `officer ${HUY}`],
      ['overdue', `officer ${HUY}`, `head ${CHAU}`],
      ['overdue-centre', `head ${CHAU}`, `desk ${ANH}`],
    ])
    expect(await nextLook(made)).toBeNull()
    expect(heard.flatMap(({ items }) => items.filter(({ about }) => about === 'due'))).toHaveLength(5)
    const lines = (await linesOf(world.app.db, `dossier:${made.id}`, 0, 100)).filter(
      ({ what }) => what === 'dossiers.reminded',
    )
    expect(lines.map(({ facts }) => (facts as { rung: string }).rung)).toEqual([
      'step-over',
      'step-over-head',
      'due-soon',
      'apology-last-day',
      'due-now',
      'overdue',
      'overdue-centre',
    ])
  })

  test('the page of the dossier shows what went to whom; out of reach there is nothing', async () => {
    const made = await appraising()
    await round(OVERDUE)
    const { reminders } = await runQuery(world.app, listReminders, people.head, { dossierCode: made.code })
    expect(reminders[0]).toMatchObject({
      rung: 'overdue',
      told: [
        { as: 'officer', fullName: HUY },
        { as: 'head', fullName: CHAU },
      ],
    })
    const ask = (who: Actor) => runQuery(world.app, listReminders, who, { dossierCode: made.code })
    await expect(ask(people.stranger)).rejects.toThrow(new Refusal('platform.not-found'))
    await expect(ask(hanh)).rejects.toThrow(new Refusal('platform.forbidden'))
    await expect(run(remindDossier, people.head, { dossierId: made.id })).rejects.toThrow(
      new Refusal('platform.forbidden'),
    )
  })

  test('the queue marks what was brought before the head, then the centre, until the date moves', async () => {
    const made = await appraising()
    const mark = async () => {
      const { items } = await runQuery(world.app, listQueue, people.specialist, { limit: 200 })
      return items.find(({ code }) => code === made.code)?.escalatedTo
    }
    await round('2026-12-03T10:05')
    expect(await mark()).toBeUndefined()
    await round(OVERDUE)
    expect(await mark()).toBe('head')
    await round(CENTRE)
    expect(await mark()).toBe('desk')
    await run(suspendDossier, people.specialist, { dossierCode: made.code, ...BASIS })
    expect(await mark()).toBeUndefined()
  })
})

const BASIS = { legalBasis: 'Luật Giám định tư pháp 2012, Điều 32', document: 'QĐ 12/QĐ-UBND', reason: 'Chờ giám định' }

describe('after a standstill', () => {
  test('one message to each person with the last word on each dossier, not one for each rung', async () => {
    const [first, second] = [await appraising(), await appraising()]
    await round('2026-12-30T09:00')
    for (const made of [first, second]) {
      expect(await handled(made)).toEqual([
        ['due-soon'],
        ['apology-last-day'],
        ['due-now'],
        ['overdue', `officer ${HUY}`],
        ['overdue-centre', `head ${CHAU}`, `desk ${ANH}`],
      ])
    }
    expect(heard).toHaveLength(1)
    expect(heard[0]?.items.map(({ code }) => code).toSorted()).toEqual(
      [first.code, first.code, second.code, second.code].toSorted(),
    )
    await round('2026-12-30T09:10')
    expect(heard).toHaveLength(1)
  })

  test('two rounds at once send each rung once', async () => {
    const made = await appraising()
    world.clock.set(`${APOLOGY}+07:00`)
    const unitId = people.head.grants[0]?.unitId ?? ''
    await Promise.all([1, 2, 3].map(() => remindUnit.run(world.app, { unitId })))
    await world.app.jobs.drain()
    expect((await handled(made)).at(-1)).toEqual(['apology-last-day', `officer ${HUY}`, `head ${CHAU}`, `desk ${ANH}`])
    expect(heard.flatMap(({ items }) => items).filter(({ about }) => about === 'due')).toHaveLength(1)
  })
})

describe('when the date moves', () => {
  test('an extension: the old rungs are not sent, those of the new date are', async () => {
    const made = await appraising()
    await round(SOON)
    await run(extendDeadline, people.head, {
      dossierCode: made.code,
      reason: 'Chờ xác minh thực địa',
      until: '2026-12-30',
    })
    await round('2026-12-24T09:00')
    expect((await handled(made)).map(([rung]) => rung)).toEqual(['due-soon'])
    await round('2026-12-28T07:35')
    expect((await handled(made)).map(([rung]) => rung)).toEqual(['due-soon', 'due-soon'])
  })

  test('a suspension: nothing while the clock stands, then by the new date', async () => {
    const made = await appraising()
    await run(suspendDossier, people.specialist, { dossierCode: made.code, ...BASIS })
    await round('2026-12-30T09:00')
    expect([heard, await nextLook(made)]).toEqual([[], null])
    await run(resumeDossier, people.specialist, {
      dossierCode: made.code,
      document: 'KL 3/KL',
      reason: 'Đã có kết luận',
    })
    await round('2026-12-30T09:10')
    expect(heard).toEqual([])
    expect(await nextLook(made)).not.toBeNull()
  })

  test('finished or withdrawn: no more reminders', async () => {
    const [done, gone] = [await appraising(), await appraising()]
    await run(recordAppraisal, people.specialist, { dossierCode: done.code, outcome: 'eligible', note: 'Đủ' })
    const way = [
      [people.specialist, 'draftResult'],
      [people.head, 'approveResult'],
      [people.signatory, 'signResult'],
      [people.clerk, 'sealResult'],
    ] as const
    for (const [who, by] of way) await run(move, who, { dossierCode: done.code, by })
    await run(withdrawDossier, hanh, { dossierCode: gone.code, reason: 'Không cần nữa' })
    await round('2026-12-30T09:00')
    expect(heard).toEqual([])
    for (const made of [done, gone]) expect([await handled(made), await nextLook(made)]).toEqual([[], null])
  })
})

describe('trouble', () => {
  test('one unit’s failure delays no other; its own dossiers are taken up again once it is mended', async () => {
    const counted: Tallied[] = []
    const count = (message: unknown) => void counted.push(message as Tallied)
    subscribe(tallied.name, count)
    const good = await appraising()
    const bad = await received()
    const worse = await received()
    const elsewhere = people.stranger.grants[0]?.unitId ?? ''
    const { db } = world.app
    await execute(
      db,
      sql`update dossiers.dossier set competent_unit_id = ${elsewhere}, process_id = gen_random_uuid() where id = ${bad.id}`,
    )
    await execute(db, sql`update dossiers.dossier set process_id = gen_random_uuid() where id = ${worse.id}`)
    await round(SOON)
    unsubscribe(tallied.name, count)
    expect(await handled(good)).toEqual([['due-soon', `officer ${HUY}`]])
    expect(await handled(bad)).toEqual([])
    expect(counted.filter(({ outcome }) => outcome === 'failed')).toHaveLength(2)
    expect(counted).toContainEqual({ name: 'reminders', outcome: 'sent', count: 3 })
    expect((await watcherLag(world.app)).minutes).toBeGreaterThan(30)
    await expect(remindersCheck(world.app).check()).rejects.toThrow(/^2 units wait/)
    world.app.ports.set(gaugesPort, remindersGauges(world.app))
    const metrics = createMetrics(world.app)
    const told = await metrics.text()
    metrics.close()
    expect(told).toMatch(/^motcua_reminders_due 2$/m)
    expect(told).toMatch(/^motcua_reminders_lag_seconds [1-9]\d{5,}$/m)
    const { processId } = await oneRow(
      db,
      sql<{ processId: string }>`select process_id from dossiers.dossier where id = ${good.id}`,
    )
    await execute(
      db,
      sql`update dossiers.dossier set process_id = ${processId} where id = any(${[bad.id, worse.id]}::uuid[])`,
    )
    await round('2026-12-17T07:45')
    expect((await handled(bad)).map(([rung]) => rung)).toEqual(['due-soon'])
    expect(await handled(worse)).toEqual([['due-soon', `officer ${CHAU}`]])
    expect((await watcherLag(world.app)).units).toBe(0)
    await remindersCheck(world.app).check()
  })

  test('a round that breaks off before its people heard is finished by the next', async () => {
    const made = await appraising()
    world.clock.set(`${SOON}+07:00`)
    await run(remindDossier, SYSTEM, { dossierId: made.id })
    expect(heard).toEqual([])
    await round('2026-12-17T07:45')
    expect(heard.flatMap(({ items }) => items).filter(({ about }) => about === 'due')).toHaveLength(1)
  })

  test('every unit with something due has a job of its own', async () => {
    await appraising()
    const other = await received()
    await execute(
      world.app.db,
      sql`update dossiers.dossier set competent_unit_id = ${people.stranger.grants[0]?.unitId} where id = ${other.id}`,
    )
    world.clock.set(`${SOON}+07:00`)
    await watchReminders.run(world.app, {})
    const waiting = await rows(
      world.app.db,
      sql<{
        unitId: string
      }>`select data ->> 'unitId' as unit_id from pgboss.job where name = ${remindUnit.name} and state = 'created'`,
    )
    expect(new Set(waiting.map(({ unitId }) => unitId))).toEqual(
      new Set([people.head.grants[0]?.unitId, people.stranger.grants[0]?.unitId]),
    )
    await world.app.jobs.drain()
  })
})

describe('who stands in', () => {
  test('nobody assigned: the head at once', async () => {
    const made = await received()
    await round(SOON)
    expect(await handled(made)).toEqual([['due-soon', `officer ${CHAU}`]])
  })

  test('a substitute hears with the officer; of an officer who left, the head', async () => {
    const made = await appraising()
    await run(createDelegation, people.administrator, {
      kind: 'substitution',
      fromAccountId: people.specialist.accountId,
      toAccountId: people.clerk.accountId,
      unitId: people.specialist.grants[0]?.unitId,
      roles: ['specialist'],
      instrumentKind: 'Thông báo phân công',
      signedOn: '2026-11-19',
      issuer: 'Chủ tịch UBND phường Bãi Cháy',
      validFrom: '2026-11-20',
      validTo: '2026-12-31',
    })
    await round(SOON)
    expect(await handled(made)).toEqual([['due-soon', `officer ${HUY}`, `officer ${people.clerk.fullName}`]])
    const { id } = await oneRow(
      world.app.db,
      sql<{ id: string }>`select id from identity.role_grant where account_id = ${people.specialist.accountId}`,
    )
    const leaving = {
      accountId: people.specialist.accountId,
      appointmentId: id,
      lastDay: '2026-12-17',
      reason: 'Chuyển công tác',
    }
    await run(withdrawRole, people.administrator, leaving)
    await round(APOLOGY)
    expect((await handled(made)).at(-1)).toEqual(['apology-last-day', `officer ${CHAU}`, `desk ${ANH}`])
  })
})
