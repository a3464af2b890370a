import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import {
  assignDossier,
  dossiersJobs,
  giveOpinion,
  acceptLinkedPart,
  completeLinkedPart,
  receiveDossier,
  releaseBody,
  remindOpinion,
  requestOpinions,
  sendLinkedParts,
  submitDossier,
} from '../../dossiers/index.ts'
import { aFiling, besideAppraisal, publishOwnProcess } from '../../dossiers/testing.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { listOfficerNotices, markOfficerNoticesRead, notificationsJobs } from '../index.ts'
import { consultationReactions } from './on-consultation.ts'
import { linkedPartReactions } from './on-linked-part.ts'

const DAM_PLAN = '1.003440'

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

describe('officers are told about a consultation', () => {
  let test: TestApp
  let desk: Officer
  let head: Officer
  let specialist: Officer
  let tradeHead: Officer
  let trade: Officer
  let stranger: Officer
  let code: string
  let opinionId: string

  async function officer(signInName: string): Promise<Officer> {
    const account = await accountBySignInName(test.app.db, signInName)
    if (!account) throw new Error(`nobody named ${signInName}`)
    const grants = await grantsOf(test.app.db, account.id, vietnamDate(test.clock.now()))
    return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
  }
  const inbox = (who: Officer) => runQuery(test.app, listOfficerNotices, who, {})
  const newest = async (who: Officer) => (await inbox(who)).items[0]

  beforeAll(async () => {
    const jobs = [...dossiersJobs, ...notificationsJobs] as never[]
    test = await openTestApp({
      province: true,
      work: { jobs, reactions: [...consultationReactions, ...linkedPartReactions] as never[] },
    })
    test.app.ports.set(virusScanPort, noScanner)
    const names = ['anh.vn', 'chau.dm', 'huy.pq', 'tung.nh', 'thao.ltp', 'bich.tt']
    ;[desk, head, specialist, tradeHead, trade, stranger] = (await Promise.all(names.map(officer))) as [
      Officer,
      Officer,
      Officer,
      Officer,
      Officer,
      Officer,
    ]
    const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
    const { id } = await runAction(test.app, know, { kind: 'system', name: 'test' }, told)
    const hanh: Citizen = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
    code = (await runAction(test.app, submitDossier, hanh, await aFiling(test.app, hanh, DAM_PLAN))).code
    await runAction(test.app, receiveDossier, desk, { dossierCode: code })
    const assigneeAccountId = specialist.accountId
    await runAction(test.app, assignDossier, head, { dossierCode: code, assigneeAccountId })
    const { bodies } = await runAction(test.app, requestOpinions, specialist, {
      dossierCode: code,
      question: 'Đề nghị cho ý kiến.',
      completeness: 'all',
      bodies: [{ unitCode: trade.grants[0]?.unitCode ?? '', termDays: 3 }],
    })
    opinionId = bodies[0]?.id ?? ''
    await test.app.jobs.drain()
  }, 300_000)
  afterAll(() => test.close())

  it('the consulted body’s head and specialists of the question, nobody else', async () => {
    for (const who of [tradeHead, trade]) {
      expect(await newest(who)).toMatchObject({
        title: expect.stringMatching(/^Trả lời trước hết 26\/11\/2026: .*Bãi Cháy lấy ý kiến$/),
        href: `/y-kien/${opinionId}`,
        isRead: false,
      })
    }
    for (const who of [stranger, head, desk]) expect((await inbox(who)).items).toEqual([])
    expect(JSON.stringify(await inbox(trade))).not.toMatch(/Hạnh|022188000512/)
  })

  it('a reminder, and reading what came so far', async () => {
    test.clock.advance(10)
    await runAction(test.app, remindOpinion, specialist, { dossierCode: code, no: 1, bodyId: opinionId })
    await test.app.jobs.drain()
    const { items, unread } = await inbox(trade)
    expect([items.length, unread]).toEqual([2, 2])
    expect(items[0]?.title).toBe('Nhắc trả lời trước hết 26/11/2026')
    await runAction(test.app, markOfficerNoticesRead, trade, { upTo: items[1]?.at.toISOString() ?? '' })
    expect((await inbox(trade)).unread).toBe(1)
    expect((await inbox(tradeHead)).unread).toBe(2)
  })

  it('of a late answer the officer in charge, the lead body’s head and the one-stop desk', async () => {
    test.clock.set('2026-11-27T09:00:00+07:00')
    await runAction(test.app, giveOpinion, trade, { opinionId, answer: 'agree', seen: 0 })
    await test.app.jobs.drain()
    for (const who of [specialist, head, desk]) {
      const notice = await newest(who)
      expect(notice?.title).toMatch(/trả lời muộn về hồ sơ/)
      expect(notice?.href).toBe(`/lam/${code}?the=y-kien`)
    }
    expect((await inbox(stranger)).items).toEqual([])
  })

  it('of a part sent the body, of what came of it the officer in charge and the desk', async () => {
    const COPY = '2.000815'
    const unitCode = trade.grants[0]?.unitCode ?? ''
    const bodies = [{ unitCode, duty: 'Kiểm tra hành lang', termHours: 8 }]
    const linked = { direction: 'superior' as const, bodies, lead: null }
    const step = besideAppraisal({ code: 'len-so', name: 'Chuyển sở', kind: 'linked', linked })
    await publishOwnProcess(test.app, await officer('linh.tk'), COPY, (process) => ({
      ...process,
      steps: [...process.steps, step],
    }))
    const personalId = '022188000512'
    const { id } = await runAction(test.app, know, { kind: 'system', name: 'test' }, { personalId, fullName: 'Hạnh' })
    const hanh: Citizen = { kind: 'citizen', accountId: newId(), citizenId: id, personalId, fullName: 'Hạnh' }
    const { code: copy } = await runAction(test.app, submitDossier, hanh, await aFiling(test.app, hanh, COPY))
    await runAction(test.app, receiveDossier, desk, { dossierCode: copy })
    const assigneeAccountId = specialist.accountId
    await runAction(test.app, assignDossier, head, { dossierCode: copy, assigneeAccountId })
    const sending = { dossierCode: copy, stepCode: 'len-so', showsAnswers: false }
    const { parts } = await runAction(test.app, sendLinkedParts, specialist, sending)
    const partId = parts[0]?.id ?? ''
    await test.app.jobs.drain()
    for (const who of [tradeHead, trade])
      expect(await newest(who)).toMatchObject({
        href: `/lien-thong/${partId}`,
        title: expect.stringMatching(/chuyển việc/),
      })
    await runAction(test.app, acceptLinkedPart, trade, { partId })
    await runAction(test.app, completeLinkedPart, trade, { partId, outcome: 'fulfilled' })
    await test.app.jobs.drain()
    for (const who of [specialist, desk]) {
      expect(await newest(who)).toMatchObject({
        href: `/lam/${copy}?the=lien-thong`,
        title: expect.stringMatching(/đã làm xong phần việc của hồ sơ/),
      })
    }
    expect((await inbox(stranger)).items).toEqual([])
  })

  it('of a body waited for no longer that body and the one-stop desk', async () => {
    const asking = {
      dossierCode: code,
      question: 'Hỏi lại',
      completeness: 'all',
      bodies: [{ unitCode: trade.grants[0]?.unitCode ?? '', termDays: 1, whyAfterDue: 'Hồ sơ đã quá hạn' }],
    }
    const { no, bodies } = await runAction(test.app, requestOpinions, specialist, asking)
    const bodyId = bodies[0]?.id ?? ''
    await test.app.jobs.drain()
    test.clock.set('2026-12-04T09:00:00+07:00')
    await runAction(test.app, releaseBody, specialist, { dossierCode: code, no, bodyId, reason: 'Không trả lời' })
    await test.app.jobs.drain()
    expect((await newest(trade))?.title).toMatch(/thôi chờ ý kiến về hồ sơ/)
    for (const who of [head, desk]) expect((await newest(who))?.title).toMatch(/^Thôi chờ ý kiến của/)
  })
})
