import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { administrator, openBareWeb, specialist, type BareWeb } from '../../test/support/bare-web.ts'
import { notificationsApiRoutes } from './api/routes.ts'
import { notificationsJobs } from './jobs.ts'
import { mailCatcherPort, startMailCatcher, type MailCatcher } from './mail/catcher.ts'
import { MailFailure, mailerPort } from './mail/mailer.ts'
import { smtpMailer } from './mail/smtp.ts'
import { notificationsPortalRoutes } from './portal/routes.tsx'
import { SYSTEM, resendForgotten } from './send-mail.ts'
import { deliveriesOfDossier } from './store.ts'
import { tellPeople } from './tell-people.ts'
import { aTelling } from './testing.ts'
import { notificationsRefusals } from './workspace.texts.ts'
import { notificationsWorkspaceRoutes } from './workspace/routes.tsx'

const lan: Actor = {
  kind: 'citizen',
  accountId: '0192f0c0-0000-7000-8000-00000000a001',
  citizenId: '0192f0c0-0000-7000-8000-00000000c001',
  fullName: 'Trần Thị Lan',
  personalId: '022190000001',
}

describe('telling people', () => {
  let test: TestApp
  let folder: string
  let catcher: MailCatcher
  let bare: BareWeb
  let actor: Actor

  beforeEach(async () => {
    test = await openTestApp({
      work: { jobs: notificationsJobs as never[], reactions: [] },
      refusals: notificationsRefusals,
    })
    folder = await mkdtemp(join(tmpdir(), 'motcua-mail-'))
    catcher = await startMailCatcher({ folder, clock: test.clock, slowMs: 1_500 })
    const mailer = smtpMailer({
      url: `smtp://127.0.0.1:${catcher.port}`,
      from: 'Một Cửa <khong-tra-loi@motcua.invalid>',
      timeoutMs: 1_000,
    })
    test.app.ports.set(mailerPort, mailer)
    test.app.ports.set(mailCatcherPort, catcher)
    actor = lan
    bare = await openBareWeb(
      test.app,
      () => actor,
      async (web) => {
        await notificationsPortalRoutes(web)
        await notificationsWorkspaceRoutes(web)
        await notificationsApiRoutes(web)
      },
    )
  })
  afterEach(async () => {
    test.app.ports.get(mailerPort).close()
    await bare.close()
    await catcher.close()
    await test.close()
    await rm(folder, { recursive: true })
  })

  const tell = (changes: Parameters<typeof aTelling>[0] = {}) =>
    runAction(test.app, tellPeople, SYSTEM, aTelling(changes))
  const deliveries = () => deliveriesOfDossier(test.app.db, aTelling().dossierId)
  const letter = async () => (await deliveries()).find(({ channel }) => channel === 'e-mail')
  const drain = () => test.app.jobs.drain()
  const journal = async () =>
    (
      await rows(
        test.app.db,
        sql<{ what: string }>`select what from platform.journal_line where subject like 'dossier:%' order by seq`,
      )
    ).map(({ what }) => what)

  it('tells in the application at once and by a letter that other programs read', async () => {
    await tell()
    expect((await deliveries()).map(({ channel, state }) => [channel, state])).toEqual([
      ['in-app', 'sent'],
      ['e-mail', 'queued'],
    ])
    await drain()
    expect(await letter()).toMatchObject({ state: 'sent', tries: 1, error: null })
    expect(catcher.caught()).toMatchObject([
      {
        from: 'Một Cửa <khong-tra-loi@motcua.invalid>',
        to: ['lan.tran@example.vn'],
        subject: 'Hẹn trả Thứ Ba 24/11/2026: hồ sơ H49.1.12-261120-0007 đã được nhận',
        text: expect.stringContaining('đã nhận hồ sơ "Đăng ký khai sinh"'),
        html: expect.stringContaining('<html lang="vi">'),
      },
    ])
    expect(await journal()).toEqual(['notifications.told', 'notifications.sent'])
  })

  it('says a thing once, however often the event comes, and the next thing again', async () => {
    await Promise.all([tell(), tell(), tell()])
    await drain()
    await tell()
    await drain()
    expect(catcher.caught()).toHaveLength(1)
    expect(await deliveries()).toHaveLength(2)
    await tell({ eventNo: 3 })
    await drain()
    expect(catcher.caught()).toHaveLength(2)
    expect(await journal()).toEqual([
      'notifications.told',
      'notifications.sent',
      'notifications.told',
      'notifications.sent',
    ])
  })

  it('keeps a letter while the server is away, shows why, and sends it later', async () => {
    catcher.control.set('down')
    await tell()
    await expect(drain()).rejects.toThrow(MailFailure)
    expect(await letter()).toMatchObject({ state: 'queued', tries: 1, error: expect.stringContaining('421') })
    actor = administrator
    const page = await bare.web.inject({ url: '/quan-tri/thong-bao' })
    expect(page.body).toContain('H49.1.12-261120-0007')
    expect(page.body).toContain('Đang chờ gửi')
    expect(page.body).not.toContain('lan.tran')

    catcher.control.set('normal')
    await resendForgotten.run(test.app, {})
    await drain()
    expect(catcher.caught()).toHaveLength(0)
    test.clock.advance(31)
    await resendForgotten.run(test.app, {})
    await drain()
    expect(await letter()).toMatchObject({ state: 'sent', tries: 2, error: null })
    expect(catcher.caught()).toHaveLength(1)
  })

  it('does not wait for ever for a slow server', async () => {
    catcher.control.set('slow')
    await tell()
    await expect(drain()).rejects.toThrow(/ETIMEDOUT|ESOCKET|Timeout/i)
    expect(await letter()).toMatchObject({ state: 'queued', tries: 1 })
  })

  it('gives up at once where the server will never take it, until an administrator tries again', async () => {
    catcher.control.set('wrong')
    await tell()
    await drain()
    expect(await letter()).toMatchObject({ state: 'failed', tries: 1, error: expect.stringMatching(/550/) })
    expect((await letter())?.error).not.toContain('lan.tran')
    expect(await journal()).toEqual(['notifications.told', 'notifications.failed'])

    catcher.control.set('normal')
    actor = administrator
    const id = (await letter())?.id ?? ''
    expect(await bare.post('/quan-tri/thong-bao', `/quan-tri/thong-bao/${id}/gui-lai`, {})).toMatchObject({
      statusCode: 303,
    })
    await drain()
    expect(await letter()).toMatchObject({ state: 'sent', tries: 2 })
    const again = await bare.web.inject({ method: 'POST', url: `/api/v1/notifications/letters/${id}/resend` })
    expect(again).toMatchObject({ statusCode: 409 })
    expect(again.json()).toMatchObject({ code: 'notifications.not-waiting' })
  })

  it('gives up a letter after three days', async () => {
    catcher.control.set('down')
    await tell()
    test.clock.advance(73 * 60)
    await drain()
    expect(await letter()).toMatchObject({ state: 'failed' })
  })

  it('says whether letters would go', async () => {
    const mailer = test.app.ports.get(mailerPort)
    await mailer.verify()
    catcher.control.set('down')
    await expect(mailer.verify()).rejects.toThrow('421')
  })

  it('shows a citizen their messages, marks them read, and shows nobody else’s', async () => {
    await tell({ template: 'submitted', eventNo: 1 })
    test.clock.advance(1)
    await tell()
    const opened = await bare.web.inject({ url: '/thong-bao' })
    expect(opened.body).toContain('2 thông báo chưa đọc')
    expect(opened.body.indexOf('Hẹn trả Thứ Ba')).toBeLessThan(opened.body.indexOf('Đã nộp hồ sơ'))
    expect(opened.body).toContain('href="/ho-so/H49.1.12-261120-0007"')
    const upTo = /name="upTo" value="([^"]+)"/.exec(opened.body)?.[1] ?? ''
    test.clock.advance(1)
    await tell({ template: 'finished', eventNo: 9 })
    await bare.post('/thong-bao', '/thong-bao/da-doc', { upTo })
    expect((await bare.web.inject({ url: '/thong-bao' })).body).toContain('1 thông báo chưa đọc')

    actor = { ...lan, citizenId: '0192f0c0-0000-7000-8000-00000000c002' } as Actor
    expect((await bare.web.inject({ url: '/thong-bao' })).body).toContain('Chưa có thông báo nào')
    actor = specialist
    expect((await bare.web.inject({ url: '/thong-bao' })).statusCode).toBe(403)
  })

  it('pages by key', async () => {
    for (let eventNo = 1; eventNo <= 35; eventNo += 1)
      await tell({ eventNo, persons: [{ citizenId: '0192f0c0-0000-7000-8000-00000000c001', email: null }] })
    const first = await bare.web.inject({ url: '/api/v1/notifications' })
    const { items, nextAfter, unread } = first.json<{ items: { id: string }[]; nextAfter: string; unread: number }>()
    expect([items.length, unread]).toEqual([30, 35])
    const second = await bare.web.inject({ url: `/api/v1/notifications?after=${nextAfter}` })
    const rest = second.json<{ items: { id: string }[]; nextAfter: string | null }>()
    expect(rest.nextAfter).toBeNull()
    expect(new Set([...items, ...rest.items].map(({ id }) => id)).size).toBe(35)
  })

  it('lets administrators read caught letters, also after a restart, and nobody else', async () => {
    await tell()
    await drain()
    actor = administrator
    expect((await bare.web.inject({ url: '/quan-tri/thu' })).body).toContain('lan.tran@example.vn')
    const id = catcher.caught()[0]?.id ?? ''
    const one = await bare.web.inject({ url: `/quan-tri/thu/${id}` })
    expect(one.body).toContain('Chào bạn,')
    actor = specialist
    expect((await bare.web.inject({ url: '/quan-tri/thu' })).statusCode).toBe(403)
    const restarted = await startMailCatcher({ folder, clock: test.clock })
    expect(restarted.caught()).toEqual(catcher.caught())
    await restarted.close()
  })
})
