import { render } from 'preact-render-to-string'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import {
  acceptLinkedPart,
  assignDossier,
  completeLinkedPart,
  dossiersJobs,
  dossiersRefusals,
  dossierWithinReach,
  getDossier,
  getDossierFile,
  getLinkedPart,
  getLinkedPartFile,
  getLinkedParts,
  getPartFile,
  linkedPartMoved,
  listLinkedParts,
  moveHandling,
  receiveDossier,
  recordAppraisal,
  releaseLinkedPart,
  remindLinkedPart,
  resendLinkedPart,
  returnLinkedPart,
  sendLinkedParts,
  submitDossier,
  waiveStep,
  withdrawDossier,
} from '../index.ts'
import { handlingSheetPaper } from '../papers/sheet-contents.ts'
import { linkedTrackingSection } from '../portal/tracking/linked-section.tsx'
import { aFiling, besideAppraisal, publishOwnProcess, uploadPdf } from '../testing.ts'
import { watchLinkedParts } from './watch-parts.ts'

const DAM_PLAN = '1.003440'
const FRIDAY = '2026-11-20T09:00:00+07:00'
const STEP = 'do-dac'
const CERTIFIED_COPY = '2.000815'
const UP = 'len-so'

let world: TestApp
let hanh: Citizen
let desk: Officer, head: Officer, specialist: Officer, trade: Officer, building: Officer, stranger: Officer
let cityDesk: Officer, farDesk: Officer
const heard: string[] = []

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})
/** The move of the result's module, so that the process is asked as it is there. */
const draft = action({
  name: 'test.draft',
  roles: ['specialist'],
  input: Type.Object({ dossierCode: Type.String() }),
  async run(ctx, actor, { dossierCode }) {
    const dossier = await dossierWithinReach(ctx.db, actor, dossierCode)
    const leaves = [{ kind: 'result-draft', isSigned: false }]
    const { handling } = await moveHandling(ctx, actor, dossier, 'draftResult', { leaves })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'test.drafted' })
    return { handling }
  },
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}
const unitCode = (who: Officer): string => who.grants[0]?.unitCode ?? ''

beforeAll(async () => {
  const reactions = [
    reaction(linkedPartMoved, 'test.moved', async (_app, { news, partId }) => {
      heard.push(`${news} ${partId}`)
    }),
  ]
  world = await openTestApp({ province: true, work: { jobs: dossiersJobs, reactions }, refusals: dossiersRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  world.clock.set(FRIDAY)
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  ;[desk, head, specialist, trade, building, stranger] = (await Promise.all(
    ['anh.vn', 'chau.dm', 'huy.pq', 'thao.ltp', 'nhung.nth', 'bich.tt'].map(officer),
  )) as [Officer, Officer, Officer, Officer, Officer, Officer]
  ;[cityDesk, farDesk] = (await Promise.all(['lan.dtm', 'thang.lv'].map(officer))) as [Officer, Officer]
  const linked = {
    direction: 'same-level' as const,
    bodies: [
      { unitCode: unitCode(trade), duty: 'Kiểm tra hành lang lưới điện', termHours: 8 },
      { unitCode: unitCode(building), duty: 'Đo đạc chỉ giới', termHours: 16 },
    ],
    lead: 'handling' as const,
  }
  await publishOwnProcess(world.app, await officer('linh.tk'), DAM_PLAN, (process) => ({
    ...process,
    steps: [...process.steps, besideAppraisal({ code: STEP, name: 'Kiểm tra thực địa', kind: 'linked', linked })],
  }))
  const up = {
    direction: 'superior' as const,
    bodies: [{ unitCode: unitCode(trade), duty: 'Cấp trên xem xét', termHours: 8 }],
    lead: null,
  }
  await publishOwnProcess(world.app, await officer('linh.tk'), CERTIFIED_COPY, (process) => ({
    ...process,
    steps: [...process.steps, besideAppraisal({ code: UP, name: 'Chuyển cấp trên', kind: 'linked', linked: up })],
  }))
}, 180_000)
afterAll(() => world.close())

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )

async function appraising(procedureCode = DAM_PLAN): Promise<string> {
  world.clock.set(FRIDAY)
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, procedureCode))
  await run(receiveDossier, desk, { dossierCode: code })
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  await run(recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'Đủ' })
  return code
}
async function sent(more: object = {}): Promise<{ code: string; ofTrade: string; ofBuilding: string }> {
  const code = await appraising()
  const sending = { dossierCode: code, stepCode: STEP, showsAnswers: true, ...more }
  const { parts } = await run(sendLinkedParts, specialist, sending)
  return { code, ofTrade: parts[0]?.id ?? '', ofBuilding: parts[1]?.id ?? '' }
}
const partsIn = async (dossierCode: string) => (await read(getLinkedParts, head, { dossierCode })).parts
const dossierOf = async (dossierCode: string) => (await read(getDossier, head, { dossierCode })).dossier
const why = async (dossierCode: string) => codeOf(run(draft, specialist, { dossierCode }))

describe('sending', () => {
  test('goes to all bodies at once, each with its duty and its own due date; the dossier’s clock runs on', async () => {
    const code = await appraising()
    expect(await why(code)).toBe('dossiers.parts-demanded')
    const before = await dossierOf(code)
    await run(sendLinkedParts, specialist, { dossierCode: code, stepCode: STEP, showsAnswers: true, note: 'Gấp' })
    // Friday 20/11 at nine; 24/11 is a holiday: eight office hours end on Monday, sixteen on Wednesday.
    expect((await partsIn(code)).map(({ duty, dueOn, state, note }) => [duty, dueOn, state, note])).toEqual([
      ['Kiểm tra hành lang lưới điện', '2026-11-23', 'sent', 'Gấp'],
      ['Đo đạc chỉ giới', '2026-11-25', 'sent', 'Gấp'],
    ])
    const { dueAt, dueOn, handling, dueExplanation } = await dossierOf(code)
    expect({ dueAt, dueOn, handling, dueExplanation }).toEqual({
      dueAt: before.dueAt,
      dueOn: before.dueOn,
      handling: 'appraising',
      dueExplanation: before.dueExplanation,
    })
    expect(await why(code)).toBe('dossiers.parts-demanded')
  })

  test('is done once, by who leads; a step under way is not waived', async () => {
    const { code } = await sent()
    const again = { dossierCode: code, stepCode: STEP, showsAnswers: false }
    expect(await codeOf(run(sendLinkedParts, specialist, again))).toBe('dossiers.step-under-way')
    expect(await codeOf(run(sendLinkedParts, stranger, again))).toBe('platform.not-found')
    expect(await codeOf(run(sendLinkedParts, desk, again))).toBe('platform.forbidden')
    expect(await codeOf(run(sendLinkedParts, specialist, { ...again, stepCode: 'phe-duyet' }))).toBe(
      'dossiers.no-such-demand',
    )
    const left = { dossierCode: code, stepCode: STEP, reason: 'Không cần', legalBasis: 'Điều 9' }
    expect(await codeOf(run(waiveStep, specialist, left))).toBe('dossiers.step-under-way')
  })

  test('is left out on a legal basis before it began', async () => {
    const code = await appraising()
    const left = { dossierCode: code, stepCode: STEP, reason: 'Đã đo năm ngoái', legalBasis: 'Điều 9' }
    await run(waiveStep, head, left)
    expect(await why(code)).toBe('done')
  })
})

describe('reach', () => {
  test('a body sees its part and what the sender shows, never the dossier; its desk watches, others see nothing', async () => {
    const code = await appraising()
    const { components, dossier } = await read(getDossier, specialist, { dossierCode: code })
    const [shown] = components.flatMap(({ documents }) => documents.map(({ id }) => id))
    const sending = { dossierCode: code, stepCode: STEP, fileIds: [shown ?? ''], showsAnswers: false }
    const { parts } = await run(sendLinkedParts, specialist, sending)
    const partId = parts[0]?.id ?? ''
    const seen = await read(getLinkedPart, trade, { partId })
    expect(seen).toMatchObject({ dossierCode: code, applicantName: 'Nguyễn Thu Hạnh', answers: [], whyNotAccept: null })
    expect(JSON.stringify(seen)).not.toContain('022188000512')
    expect((await read(getPartFile, trade, { partId, fileId: shown })).id).toBe(shown)
    for (const what of [
      codeOf(read(getDossier, trade, { dossierCode: code })),
      codeOf(read(getDossierFile, trade, { dossierCode: code, fileId: shown })),
      codeOf(read(getLinkedParts, trade, { dossierCode: code })),
      codeOf(read(getLinkedPart, building, { partId })),
      codeOf(read(getLinkedPart, stranger, { partId })),
      codeOf(read(getPartFile, trade, { partId, fileId: newId() })),
      codeOf(run(acceptLinkedPart, building, { partId })),
      codeOf(run(completeLinkedPart, stranger, { partId, outcome: 'fulfilled' })),
      codeOf(run(returnLinkedPart, specialist, { partId, reason: 'x' })),
    ])
      expect(await what).toBe('platform.not-found')
    const lines = await linesOf(world.app.db, `dossier:${dossier.id}`, 0, 200)
    expect(lines.filter(({ what, actor }) => what === 'read' && actor === `officer:${trade.accountId}`)).toHaveLength(1)

    const open = (await read(listLinkedParts, trade, {})).open.map(({ id }) => id)
    expect(open).toContain(partId)
    expect(open).not.toContain(parts[1]?.id)
    const watched = (await read(listLinkedParts, desk, {})).watched.map(({ id }) => id)
    expect(watched).toEqual(expect.arrayContaining(parts.map(({ id }) => id)))
    expect((await read(getLinkedPart, desk, { partId })).whyNotAccept?.code).toBe('dossiers.not-your-step')
    expect(await codeOf(run(acceptLinkedPart, desk, { partId }))).toBe('platform.forbidden')
    expect((await read(listLinkedParts, stranger, {})).open.map(({ id }) => id)).not.toContain(partId)
  })
})

describe('the work on a part', () => {
  test('is accepted, done with a file, and only then the result may be drafted; the sheet shows the hand-overs', async () => {
    const { code, ofTrade, ofBuilding } = await sent()
    expect(await codeOf(run(completeLinkedPart, trade, { partId: ofTrade, outcome: 'fulfilled' }))).toBe(
      'dossiers.part-not-accepted',
    )
    const told = async () => {
      const reached = await dossierWithinReach(world.app.db, hanh, code)
      const section = await linkedTrackingSection.render({ server: { app: world.app } } as never, reached)
      return section ? render(section) : ''
    }
    const sentWords = await told()
    for (const words of [
      'Đã chuyển Sở Công Thương: Kiểm tra hành lang lưới điện. Hạn 23/11/2026.',
      'Đã chuyển Sở Xây dựng: Đo đạc chỉ giới. Hạn 25/11/2026.',
      'Ngày hẹn trả không thay đổi',
    ])
      expect(sentWords).toContain(words)
    await run(acceptLinkedPart, trade, { partId: ofTrade })
    expect(await codeOf(run(acceptLinkedPart, trade, { partId: ofTrade }))).toBe('dossiers.part-accepted-before')
    expect(await told()).toContain('Sở Công Thương đang làm: Kiểm tra hành lang lưới điện. Hạn 23/11/2026.')
    const fileId = await uploadPdf(world.app, trade, 'Bien ban')
    const others = await uploadPdf(world.app, building, 'Khac')
    const done = { partId: ofTrade, outcome: 'fulfilled', note: 'Không vướng' }
    expect(await codeOf(run(completeLinkedPart, trade, { ...done, fileId: others }))).toBe('dossiers.file-not-found')
    world.clock.set('2026-11-23T08:00:00+07:00')
    expect(await run(completeLinkedPart, trade, { ...done, fileId })).toMatchObject({ isSettled: false })
    expect((await read(getLinkedPartFile, specialist, { dossierCode: code, fileId })).id).toBe(fileId)
    expect(await codeOf(read(getDossierFile, hanh, { dossierCode: code, fileId }))).toBe('platform.not-found')
    expect(await why(code)).toBe('dossiers.parts-demanded')

    await run(acceptLinkedPart, building, { partId: ofBuilding })
    const failing = { partId: ofBuilding, outcome: 'not-fulfilled' }
    expect(await codeOf(run(completeLinkedPart, building, failing))).toBe('dossiers.part-needs-note')
    world.clock.set('2026-11-26T08:00:00+07:00')
    const last = await run(completeLinkedPart, building, { ...failing, note: 'Mốc giới đã mất' })
    expect(last).toMatchObject({ isSettled: true })
    expect((await dossierOf(code)).settledSteps).toEqual([STEP])
    expect(await told()).toBe('')

    const dossier = await dossierOf(code)
    const sheet = await handlingSheetPaper(world.app, dossier)
    expect(sheet.coordinating).toHaveLength(2)
    const ofParts = sheet.rows.filter(({ note }) => /liên thông|Đã làm xong|Không làm được/.test(note))
    expect(ofParts.map(({ giver, taker, outcome, note }) => [giver.person, taker.person, outcome, note])).toEqual([
      [specialist.fullName, trade.fullName, '', 'Chuyển liên thông: Kiểm tra hành lang lưới điện'],
      [specialist.fullName, building.fullName, '', 'Chuyển liên thông: Đo đạc chỉ giới'],
      [trade.fullName, null, 'Đúng hạn', 'Đã làm xong: Kiểm tra hành lang lưới điện. Không vướng'],
      [building.fullName, null, 'Quá hạn', 'Không làm được: Đo đạc chỉ giới. Mốc giới đã mất'],
    ])
    expect(await why(code)).toBe('done')
    const lines = (await linesOf(world.app.db, `dossier:${dossier.id}`, 0, 200)).map(({ what }) => what)
    for (const what of ['sent', 'accepted', 'done']) expect(lines).toContain(`dossiers.linked-part-${what}`)
    await world.app.jobs.drain()
    expect(heard).toEqual(expect.arrayContaining([`sent ${ofTrade}`, `done ${ofTrade}`, `done ${ofBuilding}`]))
  })

  test('a wrong transfer goes back with its ground and on to the right body, with the due date it had', async () => {
    const { code, ofTrade } = await sent()
    await run(returnLinkedPart, trade, { partId: ofTrade, reason: 'Thuộc Sở Xây dựng' })
    expect(await codeOf(run(acceptLinkedPart, trade, { partId: ofTrade }))).toBe('dossiers.part-ended')
    world.clock.set('2026-11-23T08:00:00+07:00')
    const again = { dossierCode: code, partId: ofTrade, unitCode: unitCode(building) }
    expect(await codeOf(run(resendLinkedPart, specialist, { ...again, unitCode: 'H49.000' }))).toBe(
      'dossiers.unknown-body',
    )
    expect(await codeOf(run(resendLinkedPart, stranger, again))).toBe('platform.not-found')
    const before = (await partsIn(code))[0]
    const { partId } = await run(resendLinkedPart, specialist, again)
    expect((await partsIn(code)).find(({ id }) => id === partId)).toMatchObject({
      dueAt: before?.dueAt,
      duty: before?.duty,
      state: 'sent',
    })
    expect(await codeOf(run(resendLinkedPart, specialist, again))).toBe('dossiers.part-not-returned')
    expect((await read(listLinkedParts, building, {})).open.map(({ id }) => id)).toContain(partId)
  })

  test('the lead reminds, and lets go what is late, on a legal basis; everybody is told of a term that ended', async () => {
    const { code, ofTrade, ofBuilding } = await sent()
    const led = { dossierCode: code, partId: ofTrade }
    expect(await run(remindLinkedPart, specialist, led)).toMatchObject({ count: 1 })
    expect(await codeOf(run(remindLinkedPart, head, led))).toBe('dossiers.reminded-just-now')
    expect(await codeOf(run(remindLinkedPart, stranger, led))).toBe('platform.not-found')
    const letting = { reason: 'Đã nhắc ba lần', legalBasis: 'Điều 19 khoản 6' }
    expect(await codeOf(run(releaseLinkedPart, specialist, { ...led, ...letting }))).toBe('dossiers.part-term-runs')
    world.clock.set('2026-11-27T08:00:00+07:00')
    await watchLinkedParts.run(world.app, undefined as never)
    await watchLinkedParts.run(world.app, undefined as never)
    await world.app.jobs.drain()
    expect(heard.filter((one) => one === `overdue ${ofTrade}`)).toHaveLength(1)
    expect(await codeOf(run(releaseLinkedPart, stranger, { ...led, ...letting }))).toBe('platform.not-found')
    await run(releaseLinkedPart, specialist, { ...led, ...letting })
    expect(await codeOf(run(acceptLinkedPart, trade, { partId: ofTrade }))).toBe('dossiers.part-ended')
    expect(await why(code)).toBe('dossiers.parts-demanded')
    await run(releaseLinkedPart, head, { dossierCode: code, partId: ofBuilding, ...letting })
    expect(await why(code)).toBe('done')
  })

  test('each body is reminded once before its term ends; who is done, or sent the same day, is not', async () => {
    const { code, ofTrade, ofBuilding } = await sent()
    const remindersOf = (partId: string) => heard.filter((one) => one === `reminded ${partId}`).length
    const watch = async (at: string) => {
      world.clock.set(at)
      await watchLinkedParts.run(world.app, undefined as never)
      await world.app.jobs.drain()
    }
    // Until Monday 23/11, and, with the holiday of 24/11, until Wednesday 25/11.
    await watch('2026-11-20T16:00:00+07:00')
    expect([ofTrade, ofBuilding].map(remindersOf)).toEqual([0, 0])
    await watch('2026-11-23T08:00:00+07:00')
    await watch('2026-11-23T08:10:00+07:00')
    expect([ofTrade, ofBuilding].map(remindersOf)).toEqual([1, 1])
    const [trades] = await partsIn(code)
    expect(trades).toMatchObject({ reminderCount: 1, lastRemindedAt: new Date('2026-11-23T08:00:00+07:00') })
    expect(trades?.whyNotRemind?.code).toBe('dossiers.reminded-just-now')
    await watch('2026-11-27T08:00:00+07:00')
    expect([ofTrade, ofBuilding].map(remindersOf)).toEqual([1, 1])

    const other = await sent()
    await run(acceptLinkedPart, trade, { partId: other.ofTrade })
    await run(completeLinkedPart, trade, { partId: other.ofTrade, outcome: 'fulfilled' })
    await run(returnLinkedPart, building, { partId: other.ofBuilding, reason: 'Không thuộc sở' })
    world.clock.set('2026-11-25T08:00:00+07:00')
    const again = { dossierCode: other.code, partId: other.ofBuilding, unitCode: unitCode(building) }
    const { partId } = await run(resendLinkedPart, specialist, again)
    await watch('2026-11-25T09:00:00+07:00')
    expect([other.ofTrade, other.ofBuilding, partId].map(remindersOf)).toEqual([0, 0, 0])
    await watch('2026-11-26T09:00:00+07:00')
    expect(heard.filter((one) => one === `overdue ${partId}`)).toHaveLength(1)
  })

  test('of two bodies done at once, the last settles the step', async () => {
    const { code, ofTrade, ofBuilding } = await sent()
    await run(acceptLinkedPart, trade, { partId: ofTrade })
    await run(acceptLinkedPart, building, { partId: ofBuilding })
    await Promise.all([
      run(completeLinkedPart, trade, { partId: ofTrade, outcome: 'fulfilled' }),
      run(completeLinkedPart, building, { partId: ofBuilding, outcome: 'fulfilled' }),
    ])
    expect((await dossierOf(code)).settledSteps).toEqual([STEP])
  })

  test('is over once the dossier is withdrawn', async () => {
    const { code, ofTrade } = await sent()
    await run(withdrawDossier, hanh, { dossierCode: code, reason: 'Không cần nữa' })
    expect(await codeOf(run(acceptLinkedPart, trade, { partId: ofTrade }))).toBe('dossiers.part-over')
    expect((await read(listLinkedParts, trade, {})).open.map(({ id }) => id)).not.toContain(ofTrade)
    expect((await partsIn(code))[0]?.whyNotRemind?.code).toBe('dossiers.part-over')
  })
})

describe('up a level and back', () => {
  const upPart = async (code: string) => (await partsIn(code))[0]
  const watchedBy = async (who: Officer) => {
    const { watched, watchedBefore } = await read(listLinkedParts, who, {})
    return { now: watched.map(({ id }) => id), before: watchedBefore.map(({ id, state }) => [id, state]) }
  }
  async function sentUp(): Promise<{ code: string; partId: string }> {
    const code = await appraising(CERTIFIED_COPY)
    expect(await why(code)).toBe('dossiers.parts-demanded')
    const { parts } = await run(sendLinkedParts, specialist, { dossierCode: code, stepCode: UP, showsAnswers: true })
    expect(parts).toHaveLength(1)
    return { code, partId: parts[0]?.id ?? '' }
  }

  test('both one-stop desks watch it, no other does; the outcome comes back before the result is drafted', async () => {
    const { code, partId } = await sentUp()
    const { dueAt, competentUnitId } = await dossierOf(code)
    expect(await upPart(code)).toMatchObject({ direction: 'superior', state: 'sent', duty: 'Cấp trên xem xét' })
    for (const who of [desk, cityDesk]) {
      expect((await watchedBy(who)).now, who.fullName).toContain(partId)
      expect((await read(getLinkedPart, who, { partId })).whyNotComplete?.code).toBe('dossiers.not-your-step')
    }
    expect((await watchedBy(farDesk)).now).not.toContain(partId)
    expect(await codeOf(read(getLinkedPart, farDesk, { partId }))).toBe('platform.not-found')
    // The superior body's desk watches the part; the dossier is not opened for it.
    expect(await codeOf(read(getDossier, cityDesk, { dossierCode: code }))).toBe('platform.not-found')

    await run(acceptLinkedPart, trade, { partId })
    expect(await why(code)).toBe('dossiers.parts-demanded')
    const fileId = await uploadPdf(world.app, trade, 'Van ban cap tren')
    const done = { partId, outcome: 'fulfilled', note: 'Đồng ý', fileId }
    expect(await run(completeLinkedPart, trade, done)).toMatchObject({ isSettled: true })

    // Where it was received, and where it was sent from, the outcome is read with its document.
    for (const who of [desk, specialist]) {
      const [back] = (await read(getLinkedParts, who, { dossierCode: code })).parts
      expect(back).toMatchObject({ state: 'done', ended: { outcome: 'fulfilled', note: 'Đồng ý' } })
      expect((await read(getLinkedPartFile, who, { dossierCode: code, fileId })).id).toBe(fileId)
    }
    for (const who of [desk, cityDesk]) {
      const { now, before } = await watchedBy(who)
      expect(now).not.toContain(partId)
      expect(before, who.fullName).toContainEqual([partId, 'done'])
      expect((await read(getPartFile, who, { partId, fileId })).id).toBe(fileId)
    }
    expect((await watchedBy(farDesk)).before).toEqual([])
    expect(await dossierOf(code)).toMatchObject({ dueAt, competentUnitId, settledSteps: [UP], handling: 'appraising' })
    expect(await why(code)).toBe('done')
  })

  test('what the superior body gives back waits at the sender’s, seen from both desks, and is sent up again', async () => {
    const { code, partId } = await sentUp()
    await run(returnLinkedPart, trade, { partId, reason: 'Thiếu ý kiến của phường' })
    for (const who of [desk, cityDesk]) expect((await watchedBy(who)).before).toContainEqual([partId, 'returned'])
    expect(await why(code)).toBe('dossiers.parts-demanded')
    const again = { dossierCode: code, partId, unitCode: unitCode(trade) }
    const resent = await run(resendLinkedPart, specialist, again)
    for (const who of [desk, cityDesk]) expect((await watchedBy(who)).now).toContain(resent.partId)
    await run(acceptLinkedPart, trade, { partId: resent.partId })
    const refusing = { partId: resent.partId, outcome: 'not-fulfilled', note: 'Không đủ điều kiện' }
    await run(completeLinkedPart, trade, refusing)
    expect(await why(code)).toBe('done')
  })
})
