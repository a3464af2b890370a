import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Type } from 'typebox'
import { codeOf } from '../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from '../platform/action.ts'
import type { Actor, Citizen, Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { execute, sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { linesOf } from '../platform/journal/read.ts'
import { runQuery } from '../platform/query.ts'
import { closeDay, deadlinesRefusals } from '../deadlines/index.ts'
import { fileBytes, noScanner, virusScanPort } from '../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../identity/index.ts'
import { aFiling } from './testing.ts'
import {
  assignDossier,
  changeDelivery,
  dossiersJobs,
  dossiersReactions,
  dossiersRefusals,
  extendDeadline,
  getDossier,
  receiveDossier,
  recordAppraisal,
  requestSupplement,
  resumeDossier,
  returnStep,
  stopDossier,
  submitDossier,
  supplyDossier,
  suspendDossier,
  takeDossier,
  undoStep,
  withdrawDossier,
} from './index.ts'

const CERTIFIED_COPY = '2.000815'

let world: TestApp
let hanh: Citizen
let dong: Citizen
let desk: Officer
let head: Officer
let specialist: Officer
let stranger: Officer
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
  const work = { jobs: dossiersJobs, reactions: dossiersReactions }
  world = await openTestApp({ province: true, work, refusals: { ...dossiersRefusals, ...deadlinesRefusals } })
  world.app.ports.set(virusScanPort, noScanner)
  hanh = await citizen('022188000512', 'Nguyễn Thu Hạnh')
  dong = await citizen('022085000274', 'Lê Văn Đông')
  ;[desk, head, specialist, stranger, administrator] = (await Promise.all(
    ['anh.vn', 'chau.dm', 'huy.pq', 'bich.tt', 'linh.tk'].map(officer),
  )) as [Officer, Officer, Officer, Officer, Officer]
}, 180_000)
afterAll(() => world.close())

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const view = (code: string, actor: Actor = specialist) => runQuery(world.app, getDossier, actor, { dossierCode: code })

async function received(): Promise<string> {
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, CERTIFIED_COPY))
  await run(receiveDossier, desk, { dossierCode: code })
  return code
}

async function appraising(): Promise<string> {
  const code = await received()
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  return code
}

const ASKED = {
  items: [{ what: 'Bản chính', reason: 'Ảnh mờ', how: 'Chụp lại' }],
  replyBy: '2026-11-27',
}

async function paperText(code: string, form: string): Promise<string> {
  await world.app.jobs.drain()
  const paper = (await view(code, hanh)).papers.find((one) => one.form === form)
  if (!paper) throw new Error(`no ${form}`)
  const text = execFileSync('pdftotext', ['-', '-'], { input: await fileBytes(world.app, paper.file.id) })
  return text.toString().replace(/\s+/g, ' ')
}

describe('the pool', () => {
  test('a specialist takes what nobody has; of two at once one is told who was faster', async () => {
    const code = await received()
    expect(await codeOf(run(takeDossier, stranger, { dossierCode: code }))).toBe('platform.not-found')
    const outcomes = await Promise.all([1, 2].map(() => codeOf(run(takeDossier, specialist, { dossierCode: code }))))
    expect(outcomes).toContain('done')
    expect(['dossiers.overtaken', 'dossiers.wrong-state']).toContain(outcomes.find((one) => one !== 'done'))
    const { dossier } = await view(code)
    expect(dossier).toMatchObject({ handling: 'appraising', assigneeAccountId: specialist.accountId })
  })

  test('who gives it back says why; it waits to be assigned anew and the clock runs on', async () => {
    const code = await appraising()
    const before = (await view(code)).dossier
    expect(await codeOf(run(returnStep, specialist, { dossierCode: code, reason: '' }))).toBe('platform.invalid-input')
    await run(returnStep, specialist, { dossierCode: code, reason: 'Hồ sơ của người thân' })
    const after = await view(code, head)
    expect(after.dossier).toMatchObject({ handling: 'received', assigneeAccountId: null, dueAt: before.dueAt })
    expect(after.steps.at(-1)).toMatchObject({ action: 'returnStep', note: 'Hồ sơ của người thân' })
  })
})

describe('undoing', () => {
  test('the head takes an assignment back; both steps stay on record', async () => {
    const code = await appraising()
    expect((await view(code, head)).actions).toContain('undoStep')
    expect((await view(code)).actions).not.toContain('undoStep')
    expect(await codeOf(run(undoStep, specialist, { dossierCode: code }))).toBe('dossiers.undo-not-yours')
    await run(undoStep, head, { dossierCode: code })
    const { dossier, steps } = await view(code, head)
    expect(dossier).toMatchObject({ handling: 'received', assigneeAccountId: null })
    expect(steps.map(({ action: name }) => name).slice(-2)).toEqual(['assignDossier', 'undoStep'])
    const lines = await linesOf(world.app.db, `dossier:${dossier.id}`, 0, 100)
    expect(lines.map(({ what }) => what)).toEqual(expect.arrayContaining(['dossiers.assigned', 'dossiers.step-undone']))
    expect(await codeOf(run(undoStep, head, { dossierCode: code }))).toBe('dossiers.not-your-step')
  })

  test('what was given back comes back as it was, the conclusion included', async () => {
    const code = await appraising()
    await run(recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'Khớp bản chính' })
    expect(await codeOf(run(undoStep, specialist, { dossierCode: code }))).toBe('dossiers.nothing-to-undo')
    await run(returnStep, specialist, { dossierCode: code, reason: 'Bấm nhầm' })
    await run(undoStep, specialist, { dossierCode: code })
    const { dossier } = await view(code)
    expect(dossier).toMatchObject({
      handling: 'appraising',
      assigneeAccountId: specialist.accountId,
      appraisal: 'eligible',
    })
  })

  test('a reception is not undone: the citizen has the promised date; nor what the National Portal shows', async () => {
    const code = await received()
    expect(await codeOf(run(undoStep, head, { dossierCode: code }))).toBe('dossiers.not-your-step')
    await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
    await execute(world.app.db, sql`update dossiers.dossier set exchange = 'sent' where code = ${code}`)
    expect(await codeOf(run(undoStep, head, { dossierCode: code }))).toBe('dossiers.seen-outside')
  })
})

describe('the clock', () => {
  test('stands on a legal basis and runs on from where it stood', async () => {
    const code = await appraising()
    const basis = {
      document: 'Công văn 12/CV',
      legalBasis: 'Luật Đất đai 2024, Điều 236',
      reason: 'Đang có tranh chấp',
    }
    expect(await codeOf(run(suspendDossier, specialist, { dossierCode: code, ...basis, legalBasis: '' }))).toBe(
      'platform.invalid-input',
    )
    await run(suspendDossier, specialist, { dossierCode: code, ...basis })
    const stood = await view(code)
    expect(stood.dossier).toMatchObject({ handling: 'suspended', dueAt: null, dueOn: null })
    expect(await codeOf(run(recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'x' }))).toBe(
      'dossiers.wrong-state',
    )
    world.clock.advance(3 * 24 * 60)
    await run(resumeDossier, head, { dossierCode: code, document: 'Công văn 15/CV' })
    const { dossier, clock } = await view(code)
    expect(dossier.dueAt?.getTime()).toBeGreaterThan(dossier.originalDueAt?.getTime() ?? Infinity)
    expect(clock.map(({ kind }) => kind)).toEqual(['received', 'stopped', 'resumed'])
    expect(clock[1]).toMatchObject({ ...basis, ground: 'legal-basis', byName: 'Phạm Quang Huy' })
    expect(dossier.rulesVersion).toMatch(/^[0-9a-f]{10}$/)
  })

  test('a supplement stops it, the complete dossier begins it anew; the first promise is kept', async () => {
    const code = await appraising()
    const first = (await view(code)).dossier
    await run(requestSupplement, specialist, { dossierCode: code, ...ASKED, replyBy: later(5) })
    expect((await view(code)).dossier).toMatchObject({ dueAt: null, originalDueAt: first.originalDueAt })
    world.clock.advance(24 * 60)
    await run(supplyDossier, hanh, { dossierCode: code, components: [], note: 'Đã nộp' })
    await run(receiveDossier, desk, { dossierCode: code })
    const { dossier, clock } = await view(code)
    expect(clock.map(({ kind }) => kind)).toEqual(['received', 'stopped', 'received'])
    expect(dossier).toMatchObject({ originalDueAt: first.originalDueAt, rulesOn: first.rulesOn })
    expect(dossier.dueAt?.getTime()).toBeGreaterThan(first.dueAt?.getTime() ?? Infinity)
  })

  test('is extended once, with an apology (form 04)', async () => {
    const code = await appraising()
    const { dossier } = await view(code)
    const until = workingDayAfter(dossier.dueOn ?? '')
    const ask = { dossierCode: code, reason: 'Máy chủ của cơ quan phối hợp hỏng', until }
    expect(await codeOf(run(extendDeadline, specialist, ask))).toBe('platform.forbidden')
    expect(await codeOf(run(extendDeadline, head, { ...ask, until: dossier.dueOn }))).toBe('deadlines.extend-not-later')
    await run(extendDeadline, head, ask)
    const after = await view(code)
    expect(after.dossier).toMatchObject({ handling: 'appraising', dueOn: until, originalDueAt: dossier.originalDueAt })
    expect(await codeOf(run(extendDeadline, head, ask))).toBe('deadlines.extended-already')
    const text = await paperText(code, 'extension-notice')
    expect(text).toContain('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN')
    expect(text).toContain('Máy chủ của cơ quan phối hợp hỏng')
    expect(text).toContain(`ngày ${until.split('-').toReversed().join('/')}`)
  })

  test('an office closed by order moves the date of every dossier on, never back', async () => {
    const [moved, done] = [await appraising(), await appraising()]
    await run(withdrawDossier, hanh, { dossierCode: done, reason: 'Không cần nữa' })
    const before = (await view(moved)).dossier
    const dueOn = before.dueOn ?? ''
    const order = { from: dueOn, to: dueOn, part: 'day', order: 'Lệnh 7/CĐ', reason: 'Bão số 12' }
    world.clock.advance(1)
    await run(closeDay, administrator, order)
    await world.app.jobs.drain()
    const after = await view(moved)
    expect(after.dossier.dueAt?.getTime()).toBeGreaterThan(before.dueAt?.getTime() ?? Infinity)
    expect(after.dossier).toMatchObject({ originalDueAt: before.originalDueAt, version: before.version })
    expect(after.clock.at(-1)).toMatchObject({ kind: 'recomputed', document: 'Lệnh 7/CĐ' })
    expect((await view(done, hanh)).clock.at(-1)?.kind).toBe('finished')
    const lines = await linesOf(world.app.db, `dossier:${before.id}`, 0, 100)
    expect(lines.filter(({ what }) => what === 'dossiers.due-date-moved')).toHaveLength(1)
    await world.app.jobs.drain()
    expect((await view(moved)).dossier.dueAt).toEqual(after.dossier.dueAt)
  })
})

describe('ending without a result', () => {
  test('the owner withdraws before anything is signed; nobody else does', async () => {
    const code = await appraising()
    const ask = { dossierCode: code, reason: 'Tôi nộp nhầm thủ tục' }
    expect(await codeOf(run(withdrawDossier, dong, ask))).toBe('platform.not-found')
    expect(await codeOf(run(withdrawDossier, specialist, ask))).toBe('platform.forbidden')
    await run(withdrawDossier, hanh, ask)
    const { dossier, status, closure } = await view(code, hanh)
    expect({ handling: dossier.handling, status }).toEqual({ handling: 'withdrawn', status: 7 })
    expect(closure).toMatchObject({ kind: 'withdrawn', reason: 'Tôi nộp nhầm thủ tục' })
    expect(await codeOf(run(withdrawDossier, hanh, ask))).toBe('dossiers.wrong-state')
    expect(await codeOf(run(recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'x' }))).toBe(
      'dossiers.wrong-state',
    )
  })

  test('the desk stops what was not supplied in time, with form 05', async () => {
    const code = await appraising()
    const ask = {
      dossierCode: code,
      ground: 'not-supplied-in-time',
      reason: 'Quá hạn bổ sung mà chưa nhận được giấy tờ',
      legalBasis: 'Nghị định 118/2025/NĐ-CP',
    }
    expect(await codeOf(run(stopDossier, specialist, ask))).toBe('dossiers.nothing-awaited')
    await run(requestSupplement, specialist, { dossierCode: code, ...ASKED, replyBy: later(5) })
    expect(await codeOf(run(stopDossier, desk, ask))).toBe('dossiers.supply-time-runs')
    world.clock.advance(7 * 24 * 60)
    await execute(world.app.db, sql`update dossiers.dossier set money = 'due' where code = ${code}`)
    expect(await codeOf(run(stopDossier, desk, ask))).toBe('dossiers.money-open')
    await execute(world.app.db, sql`update dossiers.dossier set money = 'waived' where code = ${code}`)
    await run(stopDossier, desk, ask)
    const { dossier, status } = await view(code, hanh)
    expect({ handling: dossier.handling, status }).toEqual({ handling: 'stopped', status: 8 })
    const text = await paperText(code, 'stop-notice')
    expect(text).toContain('THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ')
    expect(text).toContain('Hồ sơ không được bổ sung đúng hạn')
    expect(text).toContain('Nghị định 118/2025/NĐ-CP')
    expect(await codeOf(run(supplyDossier, hanh, { dossierCode: code, components: [], note: 'muộn' }))).toBe(
      'dossiers.wrong-state',
    )
  })
})

function later(days: number): string {
  return vietnamDate(new Date(world.clock.now().getTime() + days * 24 * 60 * 60 * 1000))
}

/** The first day from Monday to Friday after a day; 24 November is a holiday. */
function workingDayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  do next.setUTCDate(next.getUTCDate() + 1)
  while ([0, 6].includes(next.getUTCDay()) || next.toISOString().slice(5, 10) === '11-24')
  return next.toISOString().slice(0, 10)
}

describe('how the result is received', () => {
  test('its owner chooses anew; no date moves, officers see it and the journal tells it', async () => {
    const code = await appraising()
    const before = (await view(code)).dossier
    const address = 'Tổ 5, khu 2, phường Bãi Cháy'
    await run(changeDelivery, hanh, { dossierCode: code, resultDelivery: 'postal', address })
    const { dossier, deliveryChanges } = await view(code)
    expect(dossier).toMatchObject({ resultDelivery: 'postal', handling: 'appraising', dueAt: before.dueAt })
    expect(deliveryChanges).toMatchObject([{ fromDelivery: 'electronic', toDelivery: 'postal', address }])
    expect((await linesOf(world.app.db, `dossier:${dossier.id}`)).map(({ what }) => what)).toContain(
      'dossiers.delivery-changed',
    )
    await run(changeDelivery, hanh, { dossierCode: code, resultDelivery: 'counter', address })
    expect((await view(code)).deliveryChanges.at(-1)).toMatchObject({ no: 2, toDelivery: 'counter', address: null })
  })

  test('is nobody else’s to change, and not after the end', async () => {
    const code = await received()
    const change = (actor: Actor, resultDelivery: string) =>
      codeOf(run(changeDelivery, actor, { dossierCode: code, resultDelivery }))
    expect(await change(dong, 'counter')).toBe('platform.not-found')
    expect(await change(desk, 'counter')).toBe('platform.forbidden')
    expect(await change(hanh, 'electronic')).toBe('dossiers.same-delivery')
    expect(await change(hanh, 'postal')).toBe('dossiers.delivery-needs-address')
    await run(withdrawDossier, hanh, { dossierCode: code, reason: 'Không cần nữa' })
    expect(await change(hanh, 'counter')).toBe('dossiers.no-result-to-deliver')
  })
})
