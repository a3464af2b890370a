import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf } from '../../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import { runAction } from '../../../platform/action.ts'
import type { Officer } from '../../../platform/actor.ts'
import { newId } from '../../../platform/id.ts'
import { documentsRefusals, noScanner, virusScanPort } from '../../../documents/index.ts'
import { aPdf } from '../../../documents/testing.ts'
import { mailerPort, notificationsReactions } from '../../../notifications/index.ts'
import type { Mail } from '../../../notifications/mail/mailer.ts'
import { digitisationJobs } from '../../index.ts'
import { digitisationRefusals } from '../../texts.ts'
import { filesOfScan, pagesOfScan, scansOfUnits } from '../store.ts'
import { insertKnownSender, insertWay, isKnownSender } from '../ways/store.ts'
import { fetchLetters } from './fetch-letters.ts'
import { judgeSender } from './judge-sender.ts'
import { mailAuthority, startBoxes } from './testing.ts'

const [unitId, wayId] = [newId(), newId()]
const BOX = 'quet.baichay@motcua.invalid'
const KNOWN = 'van-thu@so.invalid'
const login = { user: 'quet@motcua', password: 'mật khẩu: 1@2' }
const letters = new Map<string, Buffer>()
const sent: Mail[] = []

let world: TestApp
let authority: Awaited<ReturnType<typeof mailAuthority>>
let boxes: Awaited<ReturnType<typeof startBoxes>>
beforeAll(async () => {
  const refusals = { ...documentsRefusals, ...digitisationRefusals }
  const answers = notificationsReactions.filter(({ name }) => name === 'notifications.answer-letter')
  const idle = digitisationJobs.map((job) => ({ ...job, run: async () => {} }))
  world = await openTestApp({ work: { jobs: idle, reactions: answers }, refusals })
  const { app, clock } = world
  authority = await mailAuthority()
  boxes = await startBoxes(letters, login, { how: 'tls', certified: authority.good })
  app.settings.scanMailbox = { address: boxes.address, authorityFile: authority.authorityFile }
  app.ports.set(virusScanPort, noScanner)
  app.ports.set(mailerPort, {
    name: 'kept',
    send: async (mail) => void sent.push(mail),
    verify: async () => {},
    close() {},
  })
  const way = { kind: 'mail', unitId, place: BOX, splitAt: 'file', handsOn: 'by-itself' } as const
  await insertWay(app.db, { id: wayId, ...way, setUpBy: 'test', setUpAt: clock.now(), endedAt: null })
  await insertKnownSender(app.db, { wayId, address: KNOWN }, 'test', clock.now())
}, 60_000)
afterAll(async () => {
  await boxes?.close()
  await authority?.remove()
  await world?.close()
})

type Written = {
  from?: string
  to?: string
  subject?: string
  headers?: Record<string, string>
  files?: [string, Buffer][]
}

/** Puts a letter into the box as a mail program writes it. */
async function post(
  uid: string,
  { from = KNOWN, to = BOX, subject = 'Giấy tờ của ông Sình', headers = {}, files = [] }: Written,
) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const attachments = files.map(([filename, content]) => ({ filename, content }))
  const { message } = await transport.sendMail({ from, to, subject, headers, text: 'Kính gửi\n.\n..hết', attachments })
  letters.set(uid, message as Buffer)
}

const scans = () => scansOfUnits(world.app.db, [unitId], { before: undefined, limit: 20 })
const fetch = () => fetchLetters.run(world.app, {})

it('attachments of a known sender become a scan, once; the letter goes and the sender hears', async () => {
  await post('u1', {
    files: [
      ['giấy khai sinh.pdf', aPdf({ pages: 2 })],
      ['luong.xlsx', Buffer.from('không phải bảng')],
    ],
  })
  const copy = letters.get('u1') ?? Buffer.alloc(0)
  await fetch()
  expect(letters.size).toBe(0)
  letters.set('u1', copy)
  await fetch()
  const [scan, ...others] = await scans()
  expect(others).toEqual([])
  expect(scan).toMatchObject({ source: 'email', state: 'preparing', handsOn: 'by-itself' })
  expect(scan?.title).toBe(`Giấy tờ của ông Sình (${KNOWN})`)
  expect(await pagesOfScan(world.app.db, scan?.id ?? '')).toHaveLength(2)
  expect((await filesOfScan(world.app.db, scan?.id ?? '')).map(({ name, state }) => [name, state])).toEqual([
    ['giấy khai sinh.pdf', 'opened'],
    ['luong.xlsx', 'failed'],
  ])
  await world.app.jobs.drain()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ to: KNOWN, subject: 'Đã nhận thư: Giấy tờ của ông Sình' })
  expect(sent[0]?.text).toContain('Đã nhận 1 tệp')
  expect(sent[0]?.text).toContain('luong.xlsx')
})

it('an unknown sender waits for a person, and is not answered', async () => {
  await post('u2', { from: 'la@xa.invalid', files: [['don.pdf', aPdf()]] })
  await fetch()
  await world.app.jobs.drain()
  expect(sent).toHaveLength(1)
  const scan = (await scans()).find(({ state }) => state === 'quarantined')
  expect(scan?.handsOn).toBe('by-person')
  const grants: Officer['grants'] = [{ role: 'intake-officer', unitId, unitCode: 'H49', reach: 'unit' }]
  const anh: Officer = { kind: 'officer', accountId: newId(), fullName: 'Vũ Ngọc Ánh', grants }
  const lan: Officer = { ...anh, grants: grants.map((grant) => ({ ...grant, unitId: newId() })) }
  const judge = (as: Officer) =>
    runAction(world.app, judgeSender, as, { scanId: scan?.id ?? '', verdict: 'take-and-remember' })
  expect(await codeOf(judge(lan))).toBe('platform.not-found')
  await judge(anh)
  expect((await scans()).find(({ id }) => id === scan?.id)?.state).toBe('preparing')
  expect(await isKnownSender(world.app.db, wayId, 'la@xa.invalid')).toBe(true)
  expect(await codeOf(judge(anh))).toBe('digitisation.not-quarantined')
})

it('machines are not answered, and letters without papers are told', async () => {
  await post('u3', { headers: { 'Auto-Submitted': 'auto-replied' } })
  await post('u4', { subject: 'Xin hỏi' })
  await fetch()
  await world.app.jobs.drain()
  expect(sent.map(({ subject }) => subject).slice(1)).toEqual(['Đã nhận thư: Xin hỏi'])
  expect(sent[1]?.text).toContain('Thư không kèm tệp nào')
})

it('what is for no desk, or too heavy, stays in the box', async () => {
  await post('u5', { to: 'ai-do@motcua.invalid', files: [['a.pdf', aPdf()]] })
  letters.set('u6', Buffer.alloc(world.app.settings.uploadLimits.fileBytes * 2 + 1, 65))
  const before = (await scans()).length
  await fetch()
  expect([...letters.keys()]).toEqual(['u5', 'u6'])
  expect(await scans()).toHaveLength(before)
  letters.clear()
})
