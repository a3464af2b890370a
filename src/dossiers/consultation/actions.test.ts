import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import { opinionsAwaited } from './get-consultation.ts'
import { aFiling, uploadPdf } from '../testing.ts'
import {
  assignDossier,
  closeConsultation,
  dossiersJobs,
  dossiersRefusals,
  dossierWithinReach,
  getAskedFile,
  getConsultation,
  getDossier,
  getDossierFile,
  getOpinionAsked,
  getOpinionFile,
  giveOpinion,
  listOpinionsAsked,
  moveHandling,
  opinionGiven,
  opinionOverdue,
  opinionReminded,
  opinionRequested,
  peopleOfConsulted,
  receiveDossier,
  recordAppraisal,
  remindOpinion,
  requestOpinions,
  submitDossier,
  type DossierAction,
} from '../index.ts'
import { watchConsultations } from './watch-terms.ts'

const DAM_PLAN = '1.003440'
const [TRADE, BUILDING] = ['so-cong-thuong', 'so-xay-dung'] as const
const FRIDAY = '2026-11-20T09:00:00+07:00'

let world: TestApp
let hanh: Citizen
let desk: Officer
let head: Officer
let specialist: Officer
let tradeHead: Officer
let trade: Officer
let building: Officer
let stranger: Officer
const codes = new Map<string, string>()
const heard: { event: string; payload: Record<string, unknown> }[] = []

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})
const LEAVES_DRAFT = { leaves: [{ kind: 'result-draft', isSigned: false }] }
/** The move of the result's module, so that this module's condition is asked as it is there. */
const draft = action({
  name: 'test.draft',
  roles: ['specialist'],
  input: Type.Object({ dossierCode: Type.String() }),
  async run(ctx, actor, { dossierCode }) {
    const dossier = await dossierWithinReach(ctx.db, actor, dossierCode)
    const { handling } = await moveHandling(ctx, actor, dossier, 'draftResult' satisfies DossierAction, LEAVES_DRAFT)
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'test.drafted' })
    return { handling }
  },
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  for (const { unitId, unitCode } of grants) codes.set(unitId, unitCode)
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

beforeAll(async () => {
  const reactions = [opinionRequested, opinionReminded, opinionOverdue, opinionGiven].map((event) =>
    reaction(event as typeof opinionGiven, `test.${event.name}`, async (_app, payload) => {
      heard.push({ event: event.name, payload })
    }),
  )
  world = await openTestApp({ province: true, work: { jobs: dossiersJobs, reactions }, refusals: dossiersRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  const names = ['anh.vn', 'chau.dm', 'huy.pq', 'tung.nh', 'thao.ltp', 'nhung.nth', 'bich.tt']
  ;[desk, head, specialist, tradeHead, trade, building, stranger] = (await Promise.all(names.map(officer))) as [
    Officer,
    Officer,
    Officer,
    Officer,
    Officer,
    Officer,
    Officer,
  ]
}, 180_000)
afterAll(() => world.close())

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const read = <Q extends Parameters<typeof runQuery>[1]>(which: Q, actor: Actor, input: object) =>
  runQuery(world.app, which, actor, input) as Promise<Awaited<ReturnType<Q['run']>>>

const unitCode = (who: Officer): string => who.grants[0]?.unitCode ?? ''

async function appraising(): Promise<string> {
  world.clock.set(FRIDAY)
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, DAM_PLAN))
  await run(receiveDossier, desk, { dossierCode: code })
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  await run(recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'Đủ' })
  return code
}

type Ask = { completeness?: string; legalBasis?: string; fileIds?: string[]; days?: number }

async function ask(code: string, { completeness = 'all', days = 3, ...more }: Ask = {}) {
  const bodies = [
    { unitCode: unitCode(trade), termDays: days, question: 'Có vướng quy hoạch lưới điện không?' },
    { unitCode: unitCode(building), termDays: days },
  ]
  const asked = { dossierCode: code, question: 'Đề nghị cho ý kiến về hồ sơ.', completeness, bodies, ...more }
  const { bodies: made } = await run(requestOpinions, specialist, asked)
  return { [TRADE]: made[0]?.id ?? '', [BUILDING]: made[1]?.id ?? '' }
}

const consultation = async (code: string) => {
  const { consultations } = await read(getConsultation, specialist, { dossierCode: code })
  const [first] = consultations
  if (!first) throw new Error('no consultation')
  return first
}

describe('two bodies asked at once', () => {
  test('each gets its term by its calendar; the dossier keeps its due date and may not be drafted until all answered', async () => {
    const code = await appraising()
    const before = (await read(getDossier, specialist, { dossierCode: code })).dossier
    const ids = await ask(code)
    const { bodies, isOpen } = await consultation(code)
    // Friday 20/11 asked; 23, 25 and 26 count: 24/11 is the day of national culture, a holiday from 2026.
    expect(bodies.map(({ replyBy, state }) => [replyBy, state])).toEqual([
      ['2026-11-26', 'waiting'],
      ['2026-11-26', 'waiting'],
    ])
    expect(isOpen).toBe(true)
    const { dossier } = await read(getDossier, specialist, { dossierCode: code })
    expect(dossier).toMatchObject({ handling: 'appraising', dueAt: before.dueAt, opinionsAwaited: 1 })
    expect(await codeOf(run(draft, specialist, { dossierCode: code }))).toBe('dossiers.opinions-awaited')
    const reached = await dossierWithinReach(world.app.db, hanh, code)
    expect((await opinionsAwaited(world.app.db, reached, world.clock.now())).map(({ unitName }) => unitName)).toEqual([
      expect.stringContaining('Công Thương'),
      expect.stringContaining('Xây dựng'),
    ])

    await run(giveOpinion, trade, { opinionId: ids[TRADE], answer: 'agree', seen: 0 })
    expect(await codeOf(run(closeConsultation, specialist, { dossierCode: code, no: 1, conclusion: 'Đạt' }))).toBe(
      'dossiers.consultation-incomplete',
    )
    expect(await codeOf(run(draft, specialist, { dossierCode: code }))).toBe('dossiers.opinions-awaited')
    await run(giveOpinion, building, {
      opinionId: ids[BUILDING],
      answer: 'agree-with-conditions',
      text: 'Lùi 2 m so với chỉ giới',
      seen: 0,
    })
    expect((await read(getDossier, specialist, { dossierCode: code })).dossier.opinionsAwaited).toBe(0)
    const closed = await run(closeConsultation, specialist, {
      dossierCode: code,
      no: 1,
      conclusion: 'Đạt, kèm điều kiện',
    })
    expect(closed).toMatchObject({ answered: 2, agreed: 2, disagreed: 0 })
    expect(await codeOf(run(giveOpinion, trade, { opinionId: ids[TRADE], answer: 'no-opinion', seen: 1 }))).toBe(
      'dossiers.consultation-closed',
    )
    expect(await run(draft, specialist, { dossierCode: code })).toEqual({ handling: 'awaiting-approval' })
    const lines = await linesOf(world.app.db, `dossier:${dossier.id}`, 0, 100)
    expect(lines.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['dossiers.opinions-requested', 'dossiers.opinion-given', 'dossiers.consultation-closed']),
    )
  })

  test('closes early by majority, with two of three', async () => {
    const code = await appraising()
    const bodies = [trade, building, stranger].map((who) => ({ unitCode: unitCode(who), termDays: 3 }))
    const asked = { dossierCode: code, question: 'Đề nghị cho ý kiến.', completeness: 'majority', bodies }
    const { bodies: made } = await run(requestOpinions, head, asked)
    await run(giveOpinion, trade, { opinionId: made[0]?.id, answer: 'agree', seen: 0 })
    expect((await consultation(code)).tally.isMet).toBe(false)
    await run(giveOpinion, building, { opinionId: made[1]?.id, answer: 'disagree', text: 'Trái quy hoạch', seen: 0 })
    const done = await run(closeConsultation, head, { dossierCode: code, no: 1, conclusion: 'Không đạt' })
    expect(done).toMatchObject({ answered: 2, agreed: 1, disagreed: 1 })
  })

  test('an answer may be replaced while open; both versions stay, and a colleague is not overwritten unseen', async () => {
    const code = await appraising()
    const ids = await ask(code)
    const opinionId = ids[TRADE]
    await run(giveOpinion, trade, { opinionId, answer: 'agree', seen: 0 })
    const unseen = { opinionId, answer: 'disagree', text: 'Vướng đường dây 110 kV', seen: 0 }
    expect(await codeOf(run(giveOpinion, tradeHead, unseen))).toBe('dossiers.opinion-given-meanwhile')
    const fileId = await uploadPdf(world.app, tradeHead, 'Cong van')
    await run(giveOpinion, tradeHead, { ...unseen, seen: 1, fileId })
    const [body] = (await consultation(code)).bodies
    expect(body?.opinions.map(({ no, answer, byName }) => [no, answer, byName])).toEqual([
      [1, 'agree', trade.fullName],
      [2, 'disagree', tradeHead.fullName],
    ])
    expect(body?.state).toBe('disagree')
    expect((await read(getOpinionFile, specialist, { dossierCode: code, fileId })).id).toBe(fileId)
    // The applicant's way to files does not lead to what offices write to each other.
    expect(await codeOf(read(getDossierFile, hanh, { dossierCode: code, fileId }))).toBe('platform.not-found')
    const others = await uploadPdf(world.app, trade, 'Khac')
    expect(await codeOf(run(giveOpinion, tradeHead, { ...unseen, seen: 2, fileId: others }))).toBe(
      'dossiers.file-not-found',
    )
  })
})

describe('reach', () => {
  test('a consulted body sees its question, the chosen papers and the applicant’s name; never the dossier', async () => {
    const code = await appraising()
    const { components } = await read(getDossier, specialist, { dossierCode: code })
    const [shown] = components.flatMap(({ documents }) => documents.map(({ id }) => id))
    const ids = await ask(code, { fileIds: [shown ?? ''] })
    const asked = await read(getOpinionAsked, trade, { opinionId: ids[TRADE] })
    expect(asked).toMatchObject({
      dossierCode: code,
      applicantName: 'Nguyễn Thu Hạnh',
      ownQuestion: 'Có vướng quy hoạch lưới điện không?',
      isOpen: true,
    })
    expect(asked.files.map(({ file }) => file.id)).toEqual([shown])
    expect(JSON.stringify(asked)).not.toContain('022188000512')
    expect((await read(getAskedFile, trade, { opinionId: ids[TRADE], fileId: shown })).id).toBe(shown)

    expect(await codeOf(read(getDossier, trade, { dossierCode: code }))).toBe('platform.not-found')
    expect(await codeOf(read(getDossierFile, trade, { dossierCode: code, fileId: shown }))).toBe('platform.not-found')
    expect(await codeOf(read(getConsultation, trade, { dossierCode: code }))).toBe('platform.not-found')
    const lines = await linesOf(world.app.db, `dossier:${asked.dossierId}`, 0, 100)
    expect(lines.filter(({ what, actor }) => what === 'read' && actor === `officer:${trade.accountId}`)).toHaveLength(1)
  })

  test('others see neither question nor list entry, and nobody answers for another body', async () => {
    const code = await appraising()
    const ids = await ask(code)
    expect(await codeOf(read(getOpinionAsked, building, { opinionId: ids[TRADE] }))).toBe('platform.not-found')
    expect(await codeOf(read(getOpinionAsked, stranger, { opinionId: ids[TRADE] }))).toBe('platform.not-found')
    expect(await codeOf(run(giveOpinion, stranger, { opinionId: ids[TRADE], answer: 'agree', seen: 0 }))).toBe(
      'platform.not-found',
    )
    expect(await codeOf(read(getOpinionAsked, specialist, { opinionId: ids[TRADE] }))).toBe('platform.not-found')
    const open = async (who: Officer) => (await read(listOpinionsAsked, who, {})).open.map(({ id }) => id)
    expect(await open(trade)).toContain(ids[TRADE])
    expect(await open(trade)).not.toContain(ids[BUILDING])
    expect(await open(stranger)).not.toContain(ids[TRADE])
    await run(giveOpinion, trade, { opinionId: ids[TRADE], answer: 'no-opinion', seen: 0 })
    const after = await read(listOpinionsAsked, tradeHead, {})
    expect(after.open.map(({ id }) => id)).not.toContain(ids[TRADE])
    expect(after.settled.find(({ id }) => id === ids[TRADE])?.standing).toBe('answered')
  })

  test.each([
    ['dossiers.unknown-body', { bodies: [{ unitCode: 'H49.000', termDays: 3 }] }],
    ['dossiers.body-is-lead', { bodies: [{ unitCode: 'H49.136', termDays: 3 }] }],
    ['dossiers.silence-needs-basis', { completeness: 'silence-agrees' }],
    ['dossiers.opinion-after-due', { days: 40 }],
    ['dossiers.file-not-found', { fileIds: [newId()] }],
  ])('asking is refused: %s', async (reason, change) => {
    const code = await appraising()
    const { days = 3, ...more } = change as { days?: number }
    const bodies = [{ unitCode: unitCode(trade), termDays: days }]
    const asked = { dossierCode: code, question: 'Đề nghị cho ý kiến.', completeness: 'all', bodies, ...more }
    expect(await codeOf(run(requestOpinions, specialist, asked))).toBe(reason)
    expect(await codeOf(run(requestOpinions, trade, asked))).toBe('platform.not-found')
  })

  test('a term past the due date needs a reason, and the reason stays', async () => {
    const code = await appraising()
    const bodies = [{ unitCode: unitCode(trade), termDays: 40, whyAfterDue: 'Phải đo đạc thực địa' }]
    await run(requestOpinions, specialist, { dossierCode: code, question: 'Hỏi', completeness: 'all', bodies })
    expect((await consultation(code)).bodies[0]?.whyAfterDue).toBe('Phải đo đạc thực địa')
  })

  test('whoever moved the dossier first is not overtaken: a question asked under a draft is a conflict', async () => {
    const code = await appraising()
    const bodies = [{ unitCode: unitCode(trade), termDays: 3 }]
    const asked = { dossierCode: code, question: 'Hỏi', completeness: 'all', bodies }
    const both = await Promise.all([
      codeOf(run(requestOpinions, specialist, asked)),
      codeOf(run(draft, specialist, { dossierCode: code })),
    ])
    expect(both.filter((outcome) => outcome === 'done')).toHaveLength(1)
  })
})

describe('terms', () => {
  const watch = () => watchConsultations.run(world.app, undefined as never)
  const told = (bodyId: string) =>
    heard.filter(({ payload }) => payload.bodyId === bodyId).map(({ event }) => event.replace('dossiers.', ''))

  test('reminds before the term and tells of its end, once each, also after a standstill', async () => {
    const code = await appraising()
    const ids = await ask(code)
    const [opinionId] = [ids[TRADE]]
    await watch()
    await world.app.jobs.drain()
    expect(told(opinionId)).toEqual(['opinion-requested'])

    world.clock.set('2026-11-25T08:00:00+07:00')
    await watch()
    await watch()
    await world.app.jobs.drain()
    expect(told(opinionId)).toEqual(['opinion-requested', 'opinion-reminded'])

    // Down over the end of the term and the weekend after it.
    world.clock.set('2026-11-30T08:00:00+07:00')
    await watch()
    await watch()
    await world.app.jobs.drain()
    expect(told(opinionId)).toEqual(['opinion-requested', 'opinion-reminded', 'opinion-overdue'])
    expect((await consultation(code)).bodies.map(({ state }) => state)).toEqual(['missing', 'missing'])

    const { isLate } = await run(giveOpinion, trade, { opinionId, answer: 'agree', seen: 0 })
    expect(isLate).toBe(true)
    await world.app.jobs.drain()
    expect(heard.at(-1)).toMatchObject({
      event: 'dossiers.opinion-given',
      payload: { bodyId: opinionId, isLate: true },
    })
    const people = await peopleOfConsulted(world.app.db, opinionId, '2026-11-30')
    expect(people).toMatchObject({ leadHeads: [head.accountId], inCharge: [specialist.accountId] })
    expect(people.desk).toContain(desk.accountId)
    expect(people.consulted.toSorted()).toEqual([trade.accountId, tradeHead.accountId].toSorted())
  })

  test('a body that was down for the whole term gets the end alone, not a reminder that is too late', async () => {
    const code = await appraising()
    const ids = await ask(code)
    await world.app.jobs.drain()
    world.clock.set('2026-12-01T08:00:00+07:00')
    await watch()
    await world.app.jobs.drain()
    expect(told(ids[BUILDING])).toEqual(['opinion-requested', 'opinion-overdue'])
  })

  test('silence counts as agreement after the term where the rule says so; a late answer still speaks', async () => {
    const code = await appraising()
    const ids = await ask(code, { completeness: 'silence-agrees', legalBasis: 'Điều 9 khoản 2 Quy chế phối hợp' })
    await run(giveOpinion, trade, { opinionId: ids[TRADE], answer: 'agree', seen: 0 })
    expect(await codeOf(run(draft, specialist, { dossierCode: code }))).toBe('dossiers.opinions-awaited')
    world.clock.set('2026-11-26T16:30:00+07:00')
    await watch()
    expect((await consultation(code)).bodies[1]?.state).toBe('waiting')
    world.clock.set('2026-11-26T16:31:00+07:00')
    await watch()
    const after = await consultation(code)
    expect(after.bodies[1]?.state).toBe('silent')
    expect(after.tally).toMatchObject({ answered: 1, agreed: 2, isMet: true })
    expect((await read(getDossier, specialist, { dossierCode: code })).dossier.opinionsAwaited).toBe(0)
    const late = { opinionId: ids[BUILDING], answer: 'disagree', text: 'Trái quy hoạch', seen: 0 }
    expect((await run(giveOpinion, building, late)).isLate).toBe(true)
    const closed = await run(closeConsultation, specialist, { dossierCode: code, no: 1, conclusion: 'Xem lại' })
    expect(closed).toMatchObject({ answered: 2, agreed: 1, disagreed: 1 })
  })

  test('the lead reminds by hand, not again at once, and never who answered', async () => {
    const code = await appraising()
    const ids = await ask(code)
    const reminding = { dossierCode: code, no: 1, bodyId: ids[TRADE] }
    expect(await run(remindOpinion, specialist, reminding)).toMatchObject({ count: 1 })
    expect(await codeOf(run(remindOpinion, head, reminding))).toBe('dossiers.reminded-just-now')
    world.clock.set('2026-11-20T13:30:00+07:00')
    expect(await run(remindOpinion, head, reminding)).toMatchObject({ count: 2 })
    await run(giveOpinion, trade, { opinionId: ids[TRADE], answer: 'agree', seen: 0 })
    expect(await codeOf(run(remindOpinion, head, reminding))).toBe('dossiers.opinion-given-before')
    expect(await codeOf(run(remindOpinion, head, { ...reminding, bodyId: newId() }))).toBe('platform.not-found')
    expect(await codeOf(run(remindOpinion, head, { ...reminding, no: 9 }))).toBe('platform.not-found')
  })
})
