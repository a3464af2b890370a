import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { noScanner, virusScanPort } from '../documents/index.ts'
import {
  assignDossier,
  dossiersJobs,
  endActing,
  extendDeadline,
  fileAtCounter,
  judgeGround,
  receiveDossier,
  refuseIntake,
  requestSupplement,
  resumeDossier,
  startDraft,
  stopDossier,
  submitDossier,
  suspendDossier,
  withdrawDossier,
} from '../dossiers/index.ts'
import { answerInvitation, openInvitation } from '../dossiers/co-applicants/answer-invitation.ts'
import { askCoApplicants } from '../dossiers/co-applicants/ask-co-applicants.ts'
import { nameCoApplicant } from '../dossiers/co-applicants/name-co-applicants.ts'
import { accountFor } from '../dossiers/portal/testing.ts'
import { aFiling, answersForAnother, answersOfPerson } from '../dossiers/testing.ts'
import { insertAccount } from '../identity/store/accounts.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../identity/index.ts'
import { action, runAction } from '../platform/action.ts'
import type { Citizen, Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { runQuery } from '../platform/query.ts'
import {
  listNotifications,
  mailerPort,
  notificationsJobs,
  notificationsReactions,
  smtpMailer,
  startMailCatcher,
  type MailCatcher,
} from './index.ts'

const CERTIFIED_COPY = '2.000815'

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String(), email: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, { ...told, source: 'identity-provider' }),
})

describe('a dossier on its way', () => {
  let test: TestApp
  let catcher: MailCatcher
  let folder: string
  let hanh: Citizen
  let desk: Officer

  beforeAll(async () => {
    test = await openTestApp({
      province: true,
      work: { jobs: [...dossiersJobs, ...notificationsJobs] as never[], reactions: notificationsReactions as never[] },
    })
    folder = await mkdtemp(join(tmpdir(), 'motcua-mail-'))
    catcher = await startMailCatcher({ folder, clock: test.clock })
    test.app.ports.set(
      mailerPort,
      smtpMailer({ url: `smtp://127.0.0.1:${catcher.port}`, from: 'Một Cửa <khong-tra-loi@motcua.invalid>' }),
    )
    test.app.ports.set(virusScanPort, noScanner)
    const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh', email: 'hanh@example.vn' }
    const { id } = await runAction(test.app, know, { kind: 'system', name: 'test' }, told)
    hanh = { kind: 'citizen', accountId: newId(), citizenId: id, fullName: told.fullName, personalId: told.personalId }
    desk = await officer('anh.vn')
  }, 180_000)
  afterAll(async () => {
    test.app.ports.get(mailerPort).close()
    await catcher.close()
    await test.close()
    await rm(folder, { recursive: true })
  })

  async function officer(signInName: string): Promise<Officer> {
    const account = await accountBySignInName(test.app.db, signInName)
    if (!account) throw new Error(`nobody named ${signInName}`)
    const grants = await grantsOf(test.app.db, account.id, vietnamDate(test.clock.now()))
    return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
  }

  async function filed(): Promise<string> {
    const { code } = await runAction(test.app, submitDossier, hanh, await aFiling(test.app, hanh, CERTIFIED_COPY))
    return code
  }
  const titlesOf = async (code: string) => {
    const { items } = await runQuery(test.app, listNotifications, hanh, {})
    return items
      .filter((item) => item.code === code)
      .map(({ title }) => title)
      .toReversed()
  }
  const lettersOf = (code: string) =>
    catcher
      .caught()
      .filter(({ subject }) => subject.includes(code))
      .map(({ to, subject }) => `${to.join()}: ${subject}`)
      .toReversed()

  it('tells the citizen that it was filed and received, with the promised day, in both channels', async () => {
    const code = await filed()
    await test.app.jobs.drain()
    await runAction(test.app, receiveDossier, desk, { dossierCode: code })
    await test.app.jobs.drain()
    const titles = [`Đã nộp hồ sơ ${code}`, `Hẹn trả Thứ Hai 23/11/2026: hồ sơ ${code} đã được nhận`]
    expect(await titlesOf(code)).toEqual(titles)
    expect(lettersOf(code)).toEqual(titles.map((title) => `hanh@example.vn: ${title}`))
    const [letter] = catcher.caught()
    expect(letter?.text).toMatch(/Trung tâm Phục vụ hành chính công .* đã nhận hồ sơ/)
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/Hạnh|022188000512|0912000512/)
  })

  it('tells of every turn that moves the promised day or ends the dossier', async () => {
    const [code, stopped] = [await filed(), await filed()]
    await runAction(test.app, stopDossier, desk, {
      dossierCode: stopped,
      ground: 'asked-by-applicant',
      reason: 'Người nộp đề nghị tại quầy',
      legalBasis: 'Nghị định 118/2025/NĐ-CP',
    })
    await runAction(test.app, receiveDossier, desk, { dossierCode: code })
    const head = await officer('chau.dm')
    const { accountId } = await officer('huy.pq')
    await runAction(test.app, assignDossier, head, { dossierCode: code, assigneeAccountId: accountId })
    const basis = { document: 'Công văn 12/CV', legalBasis: 'Luật Đất đai 2024, Điều 236', reason: 'Có tranh chấp' }
    await runAction(test.app, suspendDossier, head, { dossierCode: code, ...basis })
    test.clock.advance(60)
    await runAction(test.app, resumeDossier, head, { dossierCode: code, document: 'Công văn 15/CV' })
    const ask = { dossierCode: code, reason: 'Máy chủ hỏng', until: '2026-11-27' }
    await runAction(test.app, extendDeadline, head, ask)
    await runAction(test.app, withdrawDossier, hanh, { dossierCode: code, reason: 'Không cần nữa' })
    await test.app.jobs.drain()
    expect((await titlesOf(code)).toSorted()).toEqual(
      [
        `Đã nộp hồ sơ ${code}`,
        `Hẹn trả Thứ Hai 23/11/2026: hồ sơ ${code} đã được nhận`,
        `Hồ sơ ${code} tạm dừng theo quy định`,
        `Hẹn trả Thứ Hai 23/11/2026: hồ sơ ${code} giải quyết tiếp`,
        `Xin lỗi và hẹn lại Thứ Sáu 27/11/2026: hồ sơ ${code}`,
        `Hồ sơ ${code} đã được rút`,
      ].toSorted(),
    )
    expect(await titlesOf(stopped)).toContain(`Hồ sơ ${stopped} dừng giải quyết`)
  })

  it('tells what must be supplied by when, and that intake was refused', async () => {
    const [lacking, wrong] = [await filed(), await filed()]
    await test.app.jobs.drain()
    test.clock.advance(1)
    const items = [
      { what: 'Bản chính bằng tốt nghiệp', reason: 'Ảnh bị mờ góc dưới', how: 'Chụp lại cả trang ở chỗ sáng' },
    ]
    await runAction(test.app, requestSupplement, desk, { dossierCode: lacking, replyBy: '2026-12-04', items })
    await runAction(test.app, refuseIntake, desk, {
      dossierCode: wrong,
      reason: 'Giấy tờ đã bị tẩy xoá',
      legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 22',
    })
    await test.app.jobs.drain()
    expect((await titlesOf(lacking)).at(-1)).toBe(`Bổ sung trước hết Thứ Sáu 04/12/2026: hồ sơ ${lacking}`)
    expect((await titlesOf(wrong)).at(-1)).toBe(`Hồ sơ ${wrong} không được tiếp nhận`)
  })

  it('tells those named beside the filer by a link of their own, and the filer what they answered', async () => {
    const wife = { personalId: '022190000111', fullName: 'Trần Thị Mai', email: 'mai@example.vn' }
    const { id } = await runAction(test.app, know, { kind: 'system', name: 'test' }, wife)
    const mai: Citizen = {
      kind: 'citizen',
      accountId: newId(),
      citizenId: id,
      fullName: wife.fullName,
      personalId: wife.personalId,
    }
    await insertAccount(test.app.db, accountFor(hanh, test.clock.now()), test.clock.now())
    const { resumeCode } = await runAction(test.app, startDraft, hanh, { procedureCode: CERTIFIED_COPY })
    const named = { resumeCode, fullName: wife.fullName, personalId: wife.personalId, phone: null, email: null }
    const { id: personId } = await runAction(test.app, nameCoApplicant, hanh, named)
    const filing = { ...(await aFiling(test.app, hanh, CERTIFIED_COPY)), draftCode: resumeCode }
    await runAction(test.app, askCoApplicants, hanh, { filing })
    await test.app.jobs.drain()
    const [asked] = catcher.caught()
    expect(asked).toMatchObject({ to: ['mai@example.vn'], subject: 'Bạn được mời cùng đứng tên một hồ sơ' })
    const [, token = ''] = new RegExp(`/cung-dung-ten/loi-moi/${personId}/([\\w-]+)`).exec(asked?.text ?? '') ?? []
    expect(`${asked?.text}${asked?.html}`).not.toMatch(/Hạnh|Mai|0221/)
    await runAction(test.app, openInvitation, mai, { id: personId, token })
    const reason = 'Chưa đọc kỹ'
    await runAction(test.app, answerInvitation, mai, { id: personId, answer: { agreed: false, reason } })
    await test.app.jobs.drain()
    const { items } = await runQuery(test.app, listNotifications, hanh, {})
    expect(items.find(({ code }) => code === resumeCode)).toMatchObject({
      title: `Một người không đồng ý cùng đứng tên bài khai ${resumeCode}`,
      href: `/bai-khai/${resumeCode}/cung-dung-ten`,
    })
  })

  it('tells both sides of a right to act: that it is on record, doubted, accepted, and over', async () => {
    const owner = { personalId: '022047000999', fullName: 'Trần Văn Sáu', email: 'sau@example.vn' }
    const { id } = await runAction(test.app, know, { kind: 'system', name: 'test' }, owner)
    const sau: Citizen = { kind: 'citizen', accountId: newId(), citizenId: id, ...owner }
    const answers = answersForAnother(hanh, owner)
    const filing = await aFiling(test.app, hanh, CERTIFIED_COPY, { answers })
    const { code } = await runAction(test.app, submitDossier, hanh, filing)
    const judge = { dossierCode: code }
    await runAction(test.app, judgeGround, desk, { ...judge, verdict: 'doubted', note: 'Chữ ký khác trên căn cước' })
    await runAction(test.app, judgeGround, desk, { ...judge, verdict: 'accepted' })
    await runAction(test.app, endActing, sau, { dossierCode: code })
    await test.app.jobs.drain()
    const told = [
      `Hồ sơ ${code} được nộp thay chủ hồ sơ`,
      `Giấy cho nộp thay của hồ sơ ${code} cần làm rõ`,
      `Giấy cho nộp thay của hồ sơ ${code} được chấp nhận`,
      `Quyền nộp thay của hồ sơ ${code} đã hết`,
    ]
    for (const [person, address, path] of [
      [sau, 'sau@example.vn', `/ho-so/${code}/nguoi-nop-thay`],
      [hanh, 'hanh@example.vn', '/ho-so'],
    ] as const) {
      const { items } = await runQuery(test.app, listNotifications, person, {})
      const own = items.filter((item) => item.code === code && told.includes(item.title))
      expect(own.map(({ title }) => title).toSorted()).toEqual(told.toSorted())
      expect(own.find(({ title }) => title.startsWith('Quyền'))?.href).toBe(path)
      expect(lettersOf(code)).toEqual(expect.arrayContaining(told.map((title) => `${address}: ${title}`)))
    }
    expect(catcher.caught().some(({ text }) => /Văn Sáu|Thu Hạnh|0220470/.test(text ?? ''))).toBe(false)
  })

  it('tells a person filing for another at the counter by the address they gave, and says a thing once', async () => {
    const answers = {
      ...answersOfPerson({ fullName: 'Lê Văn Đông', personalId: '022085000274' }),
      email: 'dong@example.vn',
    }
    const filing = await aFiling(test.app, desk, CERTIFIED_COPY, { answers })
    const { code } = await runAction(test.app, fileAtCounter, desk, filing)
    await test.app.jobs.drain()
    expect(lettersOf(code)).toEqual([`dong@example.vn: Hẹn trả Thứ Hai 23/11/2026: hồ sơ ${code} đã được nhận`])
  })
})
