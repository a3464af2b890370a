import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import type { ReminderItem } from '../../dossiers/index.ts'
import { accountBySignInName } from '../../identity/index.ts'
import type { Officer } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { listOfficerNotices } from '../index.ts'
import { notificationsJobs } from '../jobs.ts'
import { startMailCatcher, type MailCatcher } from '../mail/catcher.ts'
import { mailerPort } from '../mail/mailer.ts'
import { smtpMailer } from '../mail/smtp.ts'
import { mailForgottenOfficers } from './mail-officer.ts'
import { certificateReaction } from './on-certificate-ending.ts'
import { remindersReaction } from './on-reminders.ts'
import { renewalsReaction } from './on-renewals-late.ts'

let test: TestApp
let folder: string
let catcher: MailCatcher
let huy: Officer
let chau: Officer
const unitId = newId()

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(test.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  return {
    kind: 'officer',
    accountId: account.id,
    fullName: account.fullName,
    grants: [{ role: 'specialist', unitId, unitCode: 'x', reach: 'unit' }],
  }
}

/** Opens new connections: a pool keeps those made while the server was well. */
function seatMailer(): void {
  const url = `smtp://127.0.0.1:${catcher.port}`
  test.app.ports.set(mailerPort, smtpMailer({ url, from: 'Một Cửa <mc@motcua.invalid>', timeoutMs: 1_000 }))
}

beforeAll(async () => {
  test = await openTestApp({ province: true, work: { jobs: notificationsJobs as never[], reactions: [] } })
  folder = await mkdtemp(join(tmpdir(), 'motcua-mail-'))
  catcher = await startMailCatcher({ folder, clock: test.clock })
  seatMailer()
  huy = await officer('huy.pq')
  chau = await officer('chau.dm')
  await rows(test.app.db, sql`update identity.account set email = 'huy@example.vn' where id = ${huy.accountId}`)
}, 180_000)
afterAll(async () => {
  test.app.ports.get(mailerPort).close()
  await catcher.close()
  await test.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => test.clock.set('2026-11-26T08:00:00+07:00'))

const item = (code: string, more: Partial<ReminderItem> = {}): ReminderItem => ({
  dossierId: newId(),
  code,
  about: 'due',
  side: 'before',
  markAt: '2026-11-27T09:30:00.000Z',
  stepName: null,
  told: [{ accountId: huy.accountId, as: 'officer' }],
  ...more,
})
const tell = (roundId: string, ...items: ReminderItem[]) =>
  remindersReaction.run(test.app, { unitId, roundId, items } as never)
const inbox = async (who: Officer) => (await runQuery(test.app, listOfficerNotices, who, {})).items

describe('a round of reminders', () => {
  it('about one dossier: the day first, the last day for the apology, no name', async () => {
    await tell(
      newId(),
      item('H49.136-261120-0001', {
        told: [huy, chau].map(({ accountId }) => ({ accountId, as: 'officer' as const })),
      }),
    )
    await test.app.jobs.drain()
    expect((await inbox(huy))[0]).toMatchObject({
      title: 'Hạn trả 16:30 ngày 27/11/2026: hồ sơ H49.136-261120-0001',
      text: 'Hồ sơ chưa có kết quả. Nếu không kịp, gửi văn bản xin lỗi và hẹn lại (mẫu 04) chậm nhất ngày 26/11/2026.',
      href: '/lam/H49.136-261120-0001',
      lines: [],
    })
    expect(await inbox(chau)).toHaveLength(1)
    expect(catcher.caught().map(({ to, subject }) => [to, subject])).toEqual([
      [['huy@example.vn'], 'Hạn trả 16:30 ngày 27/11/2026: hồ sơ H49.136-261120-0001'],
    ])
  })

  it('about many: one message with a list, the most urgent first; once, however often the event comes', async () => {
    const before = catcher.caught().length
    const round = newId()
    const late = item('H49.136-261120-0003', { side: 'after', markAt: '2026-11-25T09:30:00.000Z' })
    const step = item('H49.136-261120-0004', {
      about: 'step',
      side: 'after',
      markAt: '2026-11-25T03:00:00.000Z',
      stepName: 'Thẩm định',
    })
    for (let time = 0; time < 2; time++) await tell(round, item('H49.136-261120-0002'), late, step)
    await test.app.jobs.drain()
    const [newest, second] = await inbox(huy)
    expect(newest?.title).toBe('3 nhắc việc, 2 đã quá hạn')
    expect(newest?.lines.map(({ code, text }) => `${code}: ${text}`)).toEqual([
      'H49.136-261120-0004: bước Thẩm định quá giờ từ 10:00 ngày 25/11/2026',
      'H49.136-261120-0003: quá hạn trả từ 16:30 ngày 25/11/2026',
      'H49.136-261120-0002: hạn trả 16:30 ngày 27/11/2026. Nếu không kịp, gửi văn bản xin lỗi và hẹn lại (mẫu 04) chậm nhất ngày 26/11/2026.',
    ])
    expect(second?.title).not.toBe(newest?.title)
    const letters = catcher.caught()
    expect(letters).toHaveLength(before + 1)
    expect(letters[0]?.text).toContain('- H49.136-261120-0003: quá hạn trả từ 16:30 ngày 25/11/2026')
    expect(letters[0]?.text).not.toContain('Hạnh')
  })

  it('when the last day for the apology is over, it is not offered any more', async () => {
    test.clock.set('2026-11-27T14:35:00+07:00')
    await tell(newId(), item('H49.136-261120-0005'))
    await test.app.jobs.drain()
    expect((await inbox(huy))[0]?.text.trim()).toBe('Hồ sơ chưa có kết quả.')
  })

  it('a mail server that is away loses no letter', async () => {
    catcher.control.set('down')
    test.app.ports.get(mailerPort).close()
    seatMailer()
    await tell(newId(), item('H49.136-261120-0006'))
    await expect(test.app.jobs.drain()).rejects.toThrow()
    catcher.control.set('normal')
    const before = catcher.caught().length
    test.clock.advance(40)
    await mailForgottenOfficers.run(test.app, {})
    await test.app.jobs.drain()
    expect(catcher.caught().length).toBeGreaterThan(before)
    const states = await rows(
      test.app.db,
      sql<{
        state: string | null
      }>`select mail_state as state from notifications.officer_notice where account_id = ${huy.accountId}`,
    )
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['sent']))
  })
})

describe('what is renewed too late', () => {
  it('is told to clerks and administrators once a week, each with where to look', async () => {
    const late = { unitId, unitName: 'Phường Bãi Cháy', count: 3, oldest: '2026-11-20', week: '2026-11-23' }
    const people = { clerks: [huy.accountId, chau.accountId], administrators: [chau.accountId] }
    for (const week of ['2026-11-23', '2026-11-23', '2026-11-30'])
      await renewalsReaction.run(test.app, { ...late, ...people, week } as never)
    const those = async (who: Officer) => (await inbox(who)).filter(({ title }) => title.includes('quá ngày gia hạn'))
    expect((await those(huy)).map(({ href }) => href)).toEqual(['/viec/thong-bao', '/viec/thong-bao'])
    expect(await those(chau)).toHaveLength(2)
    expect((await those(chau))[0]).toMatchObject({
      title: '3 văn bản đã phát hành quá ngày gia hạn dấu thời gian',
      href: '/quan-tri/chung-thu-so/gia-han',
    })
  })

  it('a certificate that has ended is told in other words than one that ends', async () => {
    const event = { fingerprint: 'f'.repeat(64), kind: 'person', subject: 'Bùi Đức Thịnh', unitName: 'Phường Bãi Cháy' }
    const people = { holders: [huy.accountId], administrators: [chau.accountId] }
    for (const [daysLeft, mark] of [
      [5, 7],
      [-2, -1],
    ])
      await certificateReaction.run(test.app, { ...event, ...people, lastDay: '2026-11-24', daysLeft, mark } as never)
    const [ended, ending] = await inbox(huy)
    expect(ended?.title).toBe('Chứng thư số của bạn đã hết hạn từ ngày 24/11/2026')
    expect(ending?.title).toBe('Chứng thư số của bạn hết hạn ngày 24/11/2026')
    expect((await inbox(chau))[0]?.text).toContain('Chờ chứng thư số mới')
  })
})
