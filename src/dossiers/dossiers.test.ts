import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb } from '../../test/support/bare-web.ts'
import { codeOf } from '../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from '../platform/action.ts'
import { ANONYMOUS, type Actor, type Citizen, type Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { runQuery } from '../platform/query.ts'
import type { Refusal } from '../platform/refusal.ts'
import { rows, sql } from '../platform/db.ts'
import { Type } from 'typebox'
import { fileBytes, noScanner, virusScanPort } from '../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../identity/index.ts'
import { dossiersApiRoutes } from './api/routes.ts'
import { aFiling, answersForAnother, answersOfPerson, uploadPdf } from './testing.ts'
import { attachDraftFile } from './drafts/draft-files.ts'
import {
  assignDossier,
  dossiersJobs,
  dossiersRefusals,
  dossierWithinReach,
  moveHandling,
  fileAtCounter,
  getDossier,
  getDossierFile,
  getJournal,
  listQueue,
  myDossiers,
  receiveDossier,
  recordAppraisal,
  refuseIntake,
  requestSupplement,
  searchDossiers,
  startDraft,
  saveDraftPage,
  getDraft,
  submitDossier,
  supplyDossier,
  trackDossier,
} from './index.ts'

const CERTIFIED_COPY = '2.000815'

let world: TestApp
let hanh: Citizen
let dong: Citizen
let desk: Officer
let otherDesk: Officer
let head: Officer
let specialist: Officer
let supervisor: Officer
let administrator: Officer

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

async function citizen(personalId: string, fullName: string): Promise<Citizen> {
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, { personalId, fullName })
  return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
}

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

beforeAll(async () => {
  world = await openTestApp({ province: true, work: { jobs: dossiersJobs, reactions: [] }, refusals: dossiersRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  hanh = await citizen('022188000512', 'Nguyễn Thu Hạnh')
  dong = await citizen('022085000274', 'Lê Văn Đông')
  ;[desk, otherDesk, head, specialist, supervisor, administrator] = (await Promise.all(
    ['anh.vn', 'thang.lv', 'chau.dm', 'huy.pq', 'binh.nth', 'linh.tk'].map(officer),
  )) as [Officer, Officer, Officer, Officer, Officer, Officer]
}, 180_000)
afterAll(() => world.close())

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>

async function textOf(fileId: string): Promise<string> {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: await fileBytes(world.app, fileId) }).toString()
}

async function filed(actor = hanh): Promise<string> {
  return (await run(submitDossier, actor, await aFiling(world.app, actor, CERTIFIED_COPY))).code
}

async function received(): Promise<string> {
  const code = await filed()
  await run(receiveDossier, desk, { dossierCode: code })
  return code
}

async function assigned(): Promise<string> {
  const code = await received()
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  return code
}

describe('filing online', () => {
  test('gives a code of the receiving desk, a dossier with its files, and no due date yet', async () => {
    const filing = await aFiling(world.app, hanh, CERTIFIED_COPY)
    const { code } = await run(submitDossier, hanh, filing)
    expect(code).toMatch(/^H49\.136\.1-261120-\d{4}$/)
    const view = await read(getDossier, hanh, { dossierCode: code })
    expect(view.dossier).toMatchObject({
      handling: 'submitted',
      channel: 'online',
      dueAt: null,
      receivedAt: null,
      applicantCitizenId: hanh.citizenId,
    })
    expect(view.dossier.applicant).toMatchObject({ fullName: 'Nguyễn Thu Hạnh', personalId: '022188000512' })
    expect(view.components.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(
      filing.components[0]?.fileIds,
    )
    expect(view.status).toBe(1)
    expect(view.answers.find(({ name }) => name === 'request')?.text).toBe('Đề nghị chứng thực bản sao bằng tốt nghiệp')
  })

  test('refuses what is not complete, not true or not theirs, in words that name it', async () => {
    const filing = await aFiling(world.app, hanh, CERTIFIED_COPY)
    const [component] = filing.components
    const strangersFile = await uploadPdf(world.app, dong)
    const cases: [string, object][] = [
      ['dossiers.procedure-not-found', { ...filing, procedureCode: '1.999999' }],
      ['platform.invalid-input', { ...filing, answers: { ...filing.answers, phone: '12' } }],
      ['platform.invalid-input', { ...filing, answers: { ...filing.answers, declaredTrue: false } }],
      ['dossiers.not-you', { ...filing, answers: answersOfPerson(dong) }],
      ['dossiers.component-missing', { ...filing, components: [] }],
      ['dossiers.component-without-file', { ...filing, components: [{ ...component, fileIds: [] }] }],
      ['dossiers.file-not-found', { ...filing, components: [{ ...component, fileIds: [newId()] }] }],
      ['dossiers.file-not-found', { ...filing, components: [{ ...component, fileIds: [strangersFile] }] }],
      ['dossiers.not-competent', { ...filing, competentUnitCode: 'H49.11' }],
      ['dossiers.draft-not-found', { ...filing, draftCode: '7KQ-402' }],
    ]
    for (const [code, input] of cases) expect(await codeOf(run(submitDossier, hanh, input)), code).toBe(code)
    expect(await codeOf(run(submitDossier, ANONYMOUS, filing))).toBe('platform.not-signed-in')
    expect(await codeOf(run(submitDossier, desk, filing))).toBe('platform.forbidden')
  })

  test('the same request twice files once', async () => {
    const filing = await aFiling(world.app, hanh, CERTIFIED_COPY)
    const twice = await Promise.all(
      [1, 2].map(() => runAction(world.app, submitDossier, hanh, filing, { idempotencyKey: 'once' })),
    )
    expect(twice[0]?.code).toBe(twice[1]?.code)
    const found = await rows(world.app.db, sql`select 1 from dossiers.dossier where code = ${twice[0]?.code}`)
    expect(found).toHaveLength(1)
  })

  test('twenty at once get twenty codes without a gap, refused ones take none', async () => {
    world.clock.set('2026-11-21T09:00:00+07:00')
    const filings = await Promise.all(Array.from({ length: 22 }, () => aFiling(world.app, hanh, CERTIFIED_COPY)))
    const outcomes = await Promise.all(
      filings.map((filing, index) => codeOfFiling(index % 11 === 5 ? { ...filing, components: [] } : filing)),
    )
    const numbers = outcomes
      .filter((one) => one.startsWith('H49'))
      .map((code) => Number(code.split('-')[2]))
      .toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    world.clock.set('2026-11-20T09:00:00+07:00')
  })

  const codeOfFiling = (input: object) =>
    run(submitDossier, hanh, input).then(
      ({ code }) => code,
      (error: Refusal) => error.code,
    )

  test('answers given in the guide mark the papers that are not this person’s; answers nobody asked for mark none', async () => {
    const begin = (guideAnswers: Record<string, string>) =>
      run(startDraft, hanh, { procedureCode: '1.001193', guideAnswers })
    const { pages } = await begin({ be: 'thuong', 'chung-sinh': 'dien-tu', 'nguoi-nop': 'cha-me' })
    const marks = Object.values(pages).map(({ omitted }) => omitted)
    expect(marks.filter((mark) => mark === 'held-by-the-state')).toHaveLength(1)
    expect(marks.filter((mark) => mark === 'filled-on-screen')).toHaveLength(2)
    expect(marks.filter((mark) => mark === 'not-my-case').length).toBeGreaterThan(2)
    expect((await begin({ be: 'thuong', la: 'x' })).pages).toEqual({
      'nop-cho': { applicantKind: 'person', onBehalf: 'self' },
    })
  })

  test('a form half done is kept, taken up at a desk by its code, and gone once filed', async () => {
    const draft = await run(startDraft, hanh, { procedureCode: CERTIFIED_COPY, competentUnitCode: 'H49.136' })
    const { answers, components, omitted } = await aFiling(world.app, hanh, CERTIFIED_COPY)
    const [component] = components
    await run(saveDraftPage, hanh, { resumeCode: draft.resumeCode, page: 'nguoi-nop', answers })
    await run(attachDraftFile, hanh, {
      resumeCode: draft.resumeCode,
      componentCode: component?.componentCode,
      fileId: component?.fileIds[0],
    })
    expect(await codeOf(read(getDraft, dong, { resumeCode: draft.resumeCode }))).toBe('dossiers.draft-not-found')
    const opened = await read(getDraft, desk, { resumeCode: draft.resumeCode.toLowerCase() })
    expect(opened.answers).toEqual(answers)
    expect(opened.files).toHaveLength(1)
    const input = {
      procedureCode: CERTIFIED_COPY,
      competentUnitCode: 'H49.136',
      answers: opened.answers,
      components,
      omitted,
      draftCode: draft.resumeCode,
    }
    const { code } = await run(fileAtCounter, desk, input)
    expect(code).toMatch(/^H49/)
    expect(await codeOf(read(getDraft, hanh, { resumeCode: draft.resumeCode }))).toBe('dossiers.draft-not-found')
  })
})

describe('at the counter', () => {
  test('an officer files for a walk-in person: received at once, with a slip on paper', async () => {
    const filing = await aFiling(world.app, desk, CERTIFIED_COPY, {
      answers: {
        ...answersForAnother(dong, { fullName: 'Chíu Sám Múi', personalId: '022151000387' }),
      },
    })
    const { code, dueOn } = await run(fileAtCounter, desk, filing)
    expect(dueOn).toBe('2026-11-23')
    await world.app.jobs.drain()
    const view = await read(getDossier, desk, { dossierCode: code })
    expect(view.dossier).toMatchObject({ handling: 'received', channel: 'counter', submitterCitizenId: dong.citizenId })
    expect(view.dossier.applicant.fullName).toBe('Chíu Sám Múi')
    expect(view.papers.map(({ form }) => form)).toEqual(['appointment-slip'])
    const [slip] = view.papers
    const text = await textOf(slip?.file.id ?? '')
    for (const words of [
      code,
      `Số: ${Number(code.split('-')[2])}/TNHS`,
      'CHÍU SÁM',
      'Lê Văn Đông',
      'Vũ Ngọc Ánh',
      '23/11/2026',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('022151000387')
    expect((await read(myDossiers, dong, {})).items.map((one) => one.code)).toContain(code)
  })

  test('a desk takes only what its agency decides', async () => {
    const filing = await aFiling(world.app, otherDesk, CERTIFIED_COPY, { answers: answersOfPerson(dong) })
    expect(await codeOf(run(fileAtCounter, otherDesk, filing))).toBe('dossiers.other-desk')
    expect(await codeOf(run(fileAtCounter, specialist, filing))).toBe('platform.forbidden')
  })

  test('a procedure free of place is helped and received at one desk and decided elsewhere', async () => {
    const filing = await aFiling(world.app, otherDesk, '1.013133', { answers: answersOfPerson(dong) })
    const { code } = await run(fileAtCounter, otherDesk, filing)
    expect(code).toMatch(/^H49\.158\.1-261120-/)
    const { dossier, unitNames } = await read(getDossier, otherDesk, { dossierCode: code })
    expect(unitNames[dossier.competentUnitId]).toBe('Ủy ban nhân dân phường Bãi Cháy')
    expect(dossier.helpedAtUnitId).toBe(dossier.receivedByUnitId)
    expect((await read(getDossier, head, { dossierCode: code })).actions).toEqual([
      'assignDossier',
      'extendDeadline',
      'stopDossier',
    ])
    expect(await codeOf(read(getDossier, desk, { dossierCode: code }))).toBe('platform.not-found')
  })
})

describe('reception', () => {
  test('makes the term run by working days and prints the slip once, however often the job comes', async () => {
    const code = await received()
    await world.app.jobs.drain()
    const { dossier, papers, sheet } = await read(getDossier, desk, { dossierCode: code })
    expect(dossier).toMatchObject({ handling: 'received', dueOn: '2026-11-23', countsFrom: '2026-11-23' })
    expect(dossier.dueExplanation.length).toBeGreaterThan(1)
    expect(sheet.at(-1)).toMatchObject({ by: 'Vũ Ngọc Ánh', outcome: 'early' })
    const [print] = dossiersJobs.filter(({ name }) => name === 'dossiers.print-appointment-slip')
    await print?.run(world.app, { dossierId: dossier.id, no: 1 } as never)
    expect(papers).toHaveLength(1)
    expect((await read(getDossier, desk, { dossierCode: code })).papers).toHaveLength(1)
  })

  test('of two officers at once one is told that somebody was faster', async () => {
    const code = await filed()
    const outcomes = await Promise.all([1, 2].map(() => codeOf(run(receiveDossier, desk, { dossierCode: code }))))
    expect(outcomes.toSorted()[0]).toBe('done')
    expect(['dossiers.overtaken', 'dossiers.wrong-state']).toContain(outcomes.toSorted()[1])
  })

  test('what was read before somebody else moved it is not moved again', async () => {
    const code = await filed()
    const stale = await dossierWithinReach(world.app.db, desk, code)
    await run(receiveDossier, desk, { dossierCode: code })
    const ctx = { db: world.app.db, now: world.clock.now(), changed: () => undefined }
    expect(await codeOf(moveHandling(ctx, desk, stale, 'refuseIntake'))).toBe('dossiers.overtaken')
    expect((await read(getDossier, desk, { dossierCode: code })).steps).toHaveLength(2)
  })

  test('is only for the desk whose dossier it is', async () => {
    const code = await filed()
    expect(await codeOf(run(receiveDossier, otherDesk, { dossierCode: code }))).toBe('platform.not-found')
    expect(await codeOf(run(receiveDossier, hanh, { dossierCode: code }))).toBe('platform.forbidden')
    expect(await codeOf(read(getDossier, dong, { dossierCode: code }))).toBe('platform.not-found')
    expect(await codeOf(read(getDossier, administrator, { dossierCode: code }))).toBe('platform.forbidden')
    expect((await read(getDossier, supervisor, { dossierCode: code })).actions).toEqual([])
  })

  test('may be refused with reason and rule, for good', async () => {
    const code = await filed()
    const input = {
      dossierCode: code,
      reason: 'Không thuộc thẩm quyền của phường',
      legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 5',
    }
    expect(await codeOf(run(refuseIntake, otherDesk, input))).toBe('platform.not-found')
    await run(refuseIntake, desk, input)
    await world.app.jobs.drain()
    const view = await read(getDossier, hanh, { dossierCode: code })
    expect(view.refusal?.reason).toBe(input.reason)
    expect(view.papers.map(({ form }) => form)).toEqual(['refusal-notice'])
    expect(view.status).toBe(3)
    expect(await codeOf(run(receiveDossier, desk, { dossierCode: code }))).toBe('dossiers.wrong-state')
  })
})

describe('supplement', () => {
  const item = { what: 'Bản chụp trang 3', reason: 'Ảnh mờ góc dưới', how: 'Chụp lại ở chỗ sáng' }

  test('stands the clock, is answered by the citizen, and the term is counted anew', async () => {
    const code = await assigned()
    const before = await read(getDossier, specialist, { dossierCode: code })
    const componentCode = before.components[0]?.code
    const ask = { dossierCode: code, items: [{ ...item, componentCode }], replyBy: '2026-12-04' }
    expect(await codeOf(run(requestSupplement, specialist, { ...ask, replyBy: '2026-11-20' }))).toBe(
      'dossiers.reply-day-passed',
    )
    await run(requestSupplement, specialist, ask)
    const waiting = await read(getDossier, hanh, { dossierCode: code })
    expect(waiting.dossier).toMatchObject({ handling: 'awaiting-supplement', dueAt: null, supplementCount: 1 })
    expect(waiting.supplements[0]?.items).toMatchObject([item])
    expect(await codeOf(run(supplyDossier, dong, { dossierCode: code, components: [], note: 'x' }))).toBe(
      'platform.not-found',
    )
    expect(await codeOf(run(supplyDossier, hanh, { dossierCode: code, components: [] }))).toBe(
      'dossiers.nothing-supplied',
    )

    world.clock.set('2026-11-25T10:00:00+07:00')
    const fileId = await uploadPdf(world.app, hanh, 'Trang 3')
    await run(supplyDossier, hanh, {
      dossierCode: code,
      components: [{ componentCode, form: 'electronic', fileIds: [fileId] }],
    })
    const supplied = await read(getDossier, desk, { dossierCode: code })
    expect(supplied.dossier.handling).toBe('submitted')
    expect(supplied.components[0]?.files.map(({ round }) => round)).toEqual([0, 1])
    expect((await read(listQueue, desk, { tab: 'supplied' })).items.map((one) => one.code)).toContain(code)

    await run(receiveDossier, desk, { dossierCode: code })
    const again = await read(getDossier, desk, { dossierCode: code })
    expect(again.dossier.dueOn).toBe('2026-11-26')
    expect(vietnamDate(again.dossier.originalDueAt ?? new Date(0))).toBe('2026-11-23')
    await world.app.jobs.drain()
    expect(
      (await read(getDossier, desk, { dossierCode: code })).papers.map(({ form, no }) => `${form} ${no}`).toSorted(),
    ).toEqual(['appointment-slip 1', 'appointment-slip 2', 'supplement-request 1'])
    world.clock.set('2026-11-20T09:00:00+07:00')
  })

  test('nothing is sent back without a reason and a way for each paper, nor refused without reason and rule', async () => {
    const code = await filed()
    const second = { ...item, what: 'Tờ khai' }
    for (const left of ['reason', 'how'] as const) {
      const ask = { dossierCode: code, items: [item, { ...second, [left]: '' }], replyBy: '2026-12-04' }
      expect(await codeOf(run(requestSupplement, desk, ask)), left).toBe('platform.invalid-input')
    }
    const refusing = { dossierCode: code, reason: 'Không thuộc thẩm quyền', legalBasis: 'Nghị định 23/2015/NĐ-CP' }
    for (const left of ['reason', 'legalBasis'] as const)
      expect(await codeOf(run(refuseIntake, desk, { ...refusing, [left]: '' })), left).toBe('platform.invalid-input')
    expect((await read(getDossier, hanh, { dossierCode: code })).dossier.handling).toBe('submitted')
  })

  test('a second request must say why it was not in the first', async () => {
    const code = await filed()
    const ask = { dossierCode: code, items: [item], replyBy: '2026-12-04' }
    await run(requestSupplement, desk, ask)
    expect(await codeOf(run(requestSupplement, desk, ask))).toBe('dossiers.wrong-state')
    await run(supplyDossier, hanh, { dossierCode: code, components: [], note: 'Trang 3 đã có trong tệp' })
    expect(await codeOf(run(requestSupplement, desk, ask))).toBe('dossiers.second-request')
    await run(requestSupplement, desk, { ...ask, whyAgain: 'Tệp gửi lần đầu bị hỏng khi mở' })
    expect((await read(getDossier, hanh, { dossierCode: code })).supplements).toHaveLength(2)
  })
})

describe('appraisal', () => {
  test('goes from the head to a specialist of the unit, who alone concludes', async () => {
    const code = await received()
    const stranger = await officer('bich.tt')
    expect(await codeOf(run(assignDossier, head, { dossierCode: code, assigneeAccountId: stranger.accountId }))).toBe(
      'dossiers.not-a-specialist-here',
    )
    expect(
      await codeOf(
        run(assignDossier, await officer('hai.lv'), { dossierCode: code, assigneeAccountId: stranger.accountId }),
      ),
    ).toBe('platform.not-found')
    await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
    const conclude = { dossierCode: code, outcome: 'eligible', note: 'Bản chụp khớp bản chính' }
    expect(await codeOf(run(recordAppraisal, stranger, conclude))).toBe('platform.not-found')
    expect(await codeOf(run(recordAppraisal, desk, conclude))).toBe('platform.forbidden')
    const before = await read(getDossier, specialist, { dossierCode: code })
    expect(before.actions).toEqual([
      'requestSupplement',
      'returnStep',
      'recordAppraisal',
      'suspendDossier',
      'stopDossier',
    ])
    await run(recordAppraisal, specialist, conclude)
    const after = await read(getDossier, specialist, { dossierCode: code })
    expect(after.actions).toContain('draftResult')
    expect(after.appraisals).toMatchObject([{ outcome: 'eligible', byName: 'Phạm Quang Huy' }])
    expect((await read(getDossier, hanh, { dossierCode: code })).appraisals).toEqual([])
    expect((await read(listQueue, specialist, { tab: 'ready' })).items.map((one) => one.code)).toContain(code)
  })

  test('a queue shows what is the officer’s to do, page by page in order of urgency', async () => {
    for (let count = 0; count < 3; count += 1) await assigned()
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await read(listQueue, specialist, { limit: 2, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map(({ code }) => code))
      if (page.next === null) {
        expect(page.counts.total).toBe(seen.length)
        break
      }
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(3)
    expect(await codeOf(read(listQueue, hanh, {}))).toBe('platform.forbidden')
    expect((await read(listQueue, otherDesk, {})).items).toEqual([])
  })
})

describe('finding and following', () => {
  test('by code, number of the day, personal number and name, within reach alone', async () => {
    const code = await filed()
    for (const q of [code, code.slice(code.indexOf('-') + 1), '022 188 000 512', 'thu hanh', 'Hạnh Nguyễn']) {
      expect(
        (await read(searchDossiers, desk, { q })).map((one) => one.code),
        q,
      ).toContain(code)
      expect(
        (await read(searchDossiers, otherDesk, { q })).map((one) => one.code),
        q,
      ).not.toContain(code)
    }
    expect((await read(searchDossiers, supervisor, { q: 'thu hạnh' })).map((one) => one.code)).toContain(code)
    expect(await read(searchDossiers, desk, { q: 'khongcoai' })).toEqual([])
  })

  test('everybody sees that a dossier exists and whether it is done; its owner sees where it is', async () => {
    const code = await assigned()
    expect(await read(trackDossier, ANONYMOUS, { dossierCode: code })).toEqual({ code, isCompleted: false, own: null })
    expect((await read(trackDossier, dong, { dossierCode: code })).own).toBeNull()
    const { own } = await read(trackDossier, hanh, { dossierCode: ` ${code.toLowerCase()}` })
    expect(own).toMatchObject({
      status: 4,
      statusName: 'Đang xử lý',
      heldBy: 'Ủy ban nhân dân phường Bãi Cháy',
      dueOn: '2026-11-23',
    })
    expect(own?.history.map(({ handling }) => handling)).toEqual(['submitted', 'received', 'appraising'])
    expect(await codeOf(read(trackDossier, ANONYMOUS, { dossierCode: 'H49.136.1-261120-9999' }))).toBe(
      'platform.not-found',
    )
  })

  test('the journal tells who did and who looked; files are for those who reach the dossier', async () => {
    const code = await received()
    const { components } = await read(getDossier, desk, { dossierCode: code })
    const fileId = components[0]?.files[0]?.fileId
    expect((await read(getDossierFile, desk, { dossierCode: code, fileId })).id).toBe(fileId)
    expect(await codeOf(read(getDossierFile, otherDesk, { dossierCode: code, fileId }))).toBe('platform.not-found')
    expect(
      await codeOf(read(getDossierFile, desk, { dossierCode: code, fileId: await uploadPdf(world.app, hanh) })),
    ).toBe('platform.not-found')
    const { lines } = await read(getJournal, hanh, { dossierCode: code })
    expect(lines.map(({ what }) => what)).toEqual(['dossiers.submitted', 'dossiers.received', 'read'])
    expect(lines.map(({ actor }) => actor)).toEqual([
      `citizen:${hanh.accountId}`,
      `officer:${desk.accountId}`,
      `officer:${desk.accountId}`,
    ])
    expect(lines[1]?.previousHash).toBe(lines[0]?.hash)
    expect(await codeOf(read(getJournal, dong, { dossierCode: code }))).toBe('platform.not-found')
  })
})

describe('over the API', () => {
  test('a dossier is filed once for one key, received and followed; problems are told as problem+json', async () => {
    let actor: Actor = hanh
    const { web, close } = await openBareWeb(world.app, () => actor, dossiersApiRoutes)
    const post = (url: string, payload: object, headers = {}) =>
      web.inject({
        method: 'POST',
        url: `/api/v1${url}`,
        payload,
        headers: { authorization: 'Bearer test', ...headers },
      })
    const filing = await aFiling(world.app, hanh, CERTIFIED_COPY)
    const first = await post('/dossiers', filing, { 'idempotency-key': 'api-1' })
    expect(first.statusCode).toBe(201)
    const { code } = first.json<{ code: string }>()
    expect((await post('/dossiers', filing, { 'idempotency-key': 'api-1' })).json()).toMatchObject({ code })

    const missing = await post('/dossiers', { ...filing, components: [], answers: {} })
    expect(missing.statusCode).toBe(422)
    expect(missing.headers['content-type']).toMatch('application/problem+json')
    const { errors } = missing.json<{ errors: { path: string }[] }>()
    expect(errors.map(({ path }) => path)).toContain('/answers/fullName')
    expect((await post(`/dossiers/${code}/receive`, {})).statusCode).toBe(403)

    actor = desk
    const queue = await web.inject({ url: '/api/v1/queue?limit=200' })
    expect(queue.json<{ items: { code: string }[] }>().items.map((one) => one.code)).toContain(code)
    expect((await post(`/dossiers/${code}/receive`, {})).json()).toMatchObject({ code, dueOn: '2026-11-23' })
    expect((await post(`/dossiers/${code}/receive`, {})).json()).toMatchObject({
      status: 409,
      code: 'dossiers.wrong-state',
    })
    const file = await web.inject({ url: `/api/v1/dossiers/${code}/files/${filing.components[0]?.fileIds[0]}` })
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
    actor = ANONYMOUS
    expect((await web.inject({ url: `/api/v1/track/${code}` })).json()).toEqual({ code, isCompleted: false, own: null })
    expect((await web.inject({ url: `/api/v1/dossiers/${code}` })).statusCode).toBe(401)
    await close()
  })
})
