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
  assignDossier,
  bodyReleased,
  dossiersJobs,
  dossiersRefusals,
  dossierWithinReach,
  getConsultation,
  getDossier,
  getOpinionAsked,
  giveOpinion,
  listOpinionsAsked,
  moveHandling,
  peopleOfConsulted,
  receiveDossier,
  recordAppraisal,
  releaseBody,
  remindOpinion,
  requestDemandedOpinions,
  requestOpinions,
  submitDossier,
  waiveStep,
} from '../index.ts'
import { aFiling, besideAppraisal, publishOwnProcess } from '../testing.ts'
import { watchConsultations } from './watch-terms.ts'

const DAM_PLAN = '1.003440'
const FRIDAY = '2026-11-20T09:00:00+07:00'
const STEP = 'hoi-cac-so'

let world: TestApp
let hanh: Citizen
let desk: Officer, head: Officer, specialist: Officer, trade: Officer, building: Officer, stranger: Officer
const released: string[] = []

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
    reaction(bodyReleased, 'test.released', async (_app, { bodyId }) => {
      released.push(bodyId)
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
  const bodies = [unitCode(trade), unitCode(building)]
  const consultation = { bodies, termHours: 24, completeness: 'all' as const, lead: 'competent' as const }
  await publishOwnProcess(world.app, await officer('linh.tk'), DAM_PLAN, (process) => ({
    ...process,
    steps: [
      ...process.steps,
      besideAppraisal({ code: STEP, name: 'Lấy ý kiến các sở', kind: 'consultation', consultation }),
    ],
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

async function appraising(): Promise<string> {
  world.clock.set(FRIDAY)
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, DAM_PLAN))
  await run(receiveDossier, desk, { dossierCode: code })
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  await run(recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'Đủ' })
  return code
}
const asked = (dossierCode: string) => ({ dossierCode, stepCode: STEP, question: 'Đề nghị cho ý kiến.' })
const roundOf = async (dossierCode: string) => (await read(getConsultation, head, { dossierCode })).consultations.at(-1)
const why = async (dossierCode: string) => codeOf(run(draft, specialist, { dossierCode }))
const linesAbout = async (dossierCode: string) => {
  const { dossier } = await read(getDossier, head, { dossierCode })
  return linesOf(world.app.db, `dossier:${dossier.id}`, 0, 100)
}

describe('the consultation the process demands', () => {
  test('no result is drafted before it was held; its bodies, terms and rule are the process’s', async () => {
    const code = await appraising()
    expect(await why(code)).toBe('dossiers.consultation-demanded')
    const before = (await read(getDossier, specialist, { dossierCode: code })).dossier
    const { bodies } = await run(requestDemandedOpinions, specialist, asked(code))
    expect(await roundOf(code)).toMatchObject({
      stepCode: STEP,
      completeness: 'all',
      leadUnitId: before.competentUnitId,
      bodies: [
        { termDays: 3, replyBy: '2026-11-26' },
        { termDays: 3, replyBy: '2026-11-26' },
      ],
    })
    expect(await why(code)).toBe('dossiers.opinions-awaited')
    for (const [who, { id }] of [trade, building].map(
      (body, index) => [body, bodies[index] as { id: string }] as const,
    ))
      await run(giveOpinion, who, { opinionId: id, answer: 'agree', seen: 0 })
    const after = (await read(getDossier, specialist, { dossierCode: code })).dossier
    expect(after).toMatchObject({ settledSteps: [STEP], opinionsAwaited: 0, dueAt: before.dueAt })
    expect(await run(draft, specialist, { dossierCode: code })).toEqual({ handling: 'awaiting-approval' })
    expect((await read(getDossier, head, { dossierCode: code })).dossier.leftPapers).toEqual([
      { kind: 'result-draft', isSigned: false },
    ])
  })

  test('a question of the officers’ own does not count for it', async () => {
    const code = await appraising()
    const bodies = [{ unitCode: unitCode(trade), termDays: 1 }]
    const own = await run(requestOpinions, specialist, {
      dossierCode: code,
      question: 'Hỏi thêm',
      completeness: 'all',
      bodies,
    })
    await run(giveOpinion, trade, { opinionId: own.bodies[0]?.id, answer: 'no-opinion', seen: 0 })
    expect(await why(code)).toBe('dossiers.consultation-demanded')
  })

  test('is begun once, where it belongs, by who leads, and nobody else sees the dossier', async () => {
    const code = await appraising()
    expect(await codeOf(run(requestDemandedOpinions, stranger, asked(code)))).toBe('platform.not-found')
    expect(await codeOf(run(requestDemandedOpinions, desk, asked(code)))).toBe('platform.forbidden')
    expect(await codeOf(run(requestDemandedOpinions, specialist, { ...asked(code), stepCode: 'phe-duyet' }))).toBe(
      'dossiers.no-such-demand',
    )
    await run(requestDemandedOpinions, head, asked(code))
    expect(await codeOf(run(requestDemandedOpinions, specialist, asked(code)))).toBe('dossiers.step-under-way')
    const left = { dossierCode: code, stepCode: STEP, reason: 'Không cần', legalBasis: 'Điều 9' }
    expect(await codeOf(run(waiveStep, specialist, left))).toBe('dossiers.step-under-way')
  })

  test('is left out on a legal basis, on record, and then no longer asked', async () => {
    const code = await appraising()
    const left = {
      dossierCode: code,
      stepCode: STEP,
      reason: 'Các sở đã thống nhất chung',
      legalBasis: 'Điều 9 Quy chế',
    }
    expect(await codeOf(run(waiveStep, stranger, left))).toBe('platform.not-found')
    expect(await codeOf(run(waiveStep, specialist, { ...left, legalBasis: ' ' }))).toBe('platform.invalid-input')
    await run(waiveStep, specialist, left)
    expect(await codeOf(run(waiveStep, head, left))).toBe('dossiers.step-settled')
    expect(await codeOf(run(requestDemandedOpinions, specialist, asked(code)))).toBe('dossiers.step-settled')
    const line = (await linesAbout(code)).find(({ what }) => what === 'dossiers.step-waived')
    expect(line?.facts).toMatchObject({ step: STEP })
    expect(JSON.stringify(line?.facts)).not.toContain('Điều 9 Quy chế')
    expect(await why(code)).toBe('done')
  })
})

describe('a body that never answers', () => {
  test('is let go after its term, with reason and basis; then the lead decides with the others', async () => {
    const code = await appraising()
    const { bodies } = await run(requestDemandedOpinions, specialist, asked(code))
    const [answering, silent] = [bodies[0]?.id ?? '', bodies[1]?.id ?? '']
    await run(giveOpinion, trade, { opinionId: answering, answer: 'agree', seen: 0 })
    const letting = { dossierCode: code, no: 1, bodyId: silent, reason: 'Đã nhắc hai lần', legalBasis: 'Điều 19' }
    expect(await codeOf(run(releaseBody, specialist, letting))).toBe('dossiers.reply-term-runs')
    world.clock.set('2026-11-27T08:00:00+07:00')
    await watchConsultations.run(world.app, undefined as never)
    const { legalBasis: _, ...withoutBasis } = letting
    expect(await codeOf(run(releaseBody, specialist, withoutBasis))).toBe('dossiers.release-needs-basis')
    expect(await codeOf(run(releaseBody, stranger, letting))).toBe('platform.not-found')
    expect(await codeOf(run(releaseBody, specialist, { ...letting, bodyId: newId() }))).toBe('platform.not-found')
    expect(await codeOf(run(releaseBody, specialist, { ...letting, bodyId: answering }))).toBe(
      'dossiers.opinion-given-before',
    )
    expect(await why(code)).toBe('dossiers.opinions-awaited')

    expect(await run(releaseBody, specialist, letting)).toMatchObject({ isMet: true })
    await world.app.jobs.drain()
    expect(released).toContain(silent)
    const people = await peopleOfConsulted(world.app.db, silent, '2026-11-27')
    expect(people.desk).toContain(desk.accountId)
    expect((await roundOf(code))?.bodies[1]).toMatchObject({
      state: 'released',
      released: { byName: specialist.fullName, reason: 'Đã nhắc hai lần', legalBasis: 'Điều 19' },
    })
    expect(await codeOf(run(giveOpinion, building, { opinionId: silent, answer: 'agree', seen: 0 }))).toBe(
      'dossiers.body-released',
    )
    expect(await codeOf(run(remindOpinion, specialist, { dossierCode: code, no: 1, bodyId: silent }))).toBe(
      'dossiers.body-released',
    )
    expect((await read(getOpinionAsked, building, { opinionId: silent })).isOpen).toBe(false)
    const list = await read(listOpinionsAsked, building, {})
    expect(list.open.map(({ id }) => id)).not.toContain(silent)
    expect(list.settled.find(({ id }) => id === silent)?.standing).toBe('closed')
    expect((await linesAbout(code)).map(({ what }) => what)).toContain('dossiers.body-released')
    expect(await why(code)).toBe('done')
  })
})
