import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import type { UnitRule } from '../../catalogue/index.ts'
import {
  assignDossier,
  closeConsultation,
  dossiersJobs,
  dossiersRefusals,
  getConsultation,
  getDossier,
  getLinkedParts,
  giveOpinion,
  receiveDossier,
  recordAppraisal,
  releaseBody,
  releaseLinkedPart,
  remindLinkedPart,
  remindOpinion,
  requestDemandedOpinions,
  requestSupplement,
  resendLinkedPart,
  returnLinkedPart,
  returnStep,
  sendLinkedParts,
  submitDossier,
  undoStep,
  waiveStep,
  withdrawDossier,
} from '../index.ts'
import { aFiling, besideAppraisal, publishOwnProcess } from '../testing.ts'
import { leadUnitOf } from './lead-unit.ts'

const [BY_DESK, BY_DEPARTMENT] = ['1.003440', '2.000815']
const FRIDAY = '2026-11-20T09:00:00+07:00'
const [ASK, LINK] = ['hoi-so', 'len-so']
const LAW = { reason: 'Đã nhắc hai lần', legalBasis: 'Điều 19' }

let world: TestApp
let hanh: Citizen
let desk: Officer, farDesk: Officer, head: Officer, specialist: Officer
let trade: Officer, building: Officer, buildingHead: Officer, stranger: Officer

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}
const unitCode = (who: Officer): string => who.grants[0]?.unitCode ?? ''

beforeAll(async () => {
  world = await openTestApp({ province: true, work: { jobs: dossiersJobs, reactions: [] }, refusals: dossiersRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  world.clock.set(FRIDAY)
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  ;[desk, farDesk, head, specialist, trade, building, buildingHead, stranger] = (await Promise.all(
    ['anh.vn', 'thang.lv', 'chau.dm', 'huy.pq', 'thao.ltp', 'nhung.nth', 'long.vd', 'bich.tt'].map(officer),
  )) as [Officer, Officer, Officer, Officer, Officer, Officer, Officer, Officer]
  const administrator = await officer('linh.tk')
  const led = (procedureCode: string, lead: UnitRule) =>
    publishOwnProcess(world.app, administrator, procedureCode, (process) => ({
      ...process,
      steps: [
        ...process.steps,
        besideAppraisal({
          code: ASK,
          name: 'Hỏi sở',
          kind: 'consultation',
          consultation: { bodies: [unitCode(trade)], termHours: 8, completeness: 'all', lead },
        }),
        besideAppraisal({
          code: LINK,
          name: 'Chuyển sở',
          kind: 'linked',
          linked: {
            direction: 'same-level',
            bodies: [{ unitCode: unitCode(trade), duty: 'Kiểm tra lưới điện', termHours: 8 }],
            lead,
          },
        }),
      ],
    }))
  await led(BY_DESK as string, 'received-by')
  await led(BY_DEPARTMENT as string, `unit:${unitCode(building)}`)
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

async function appraising(procedureCode: string | undefined): Promise<string> {
  world.clock.set(FRIDAY)
  const { code } = await run(submitDossier, hanh, await aFiling(world.app, hanh, procedureCode ?? ''))
  await run(receiveDossier, desk, { dossierCode: code })
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  return code
}
/** The question and the part are out, and both terms are over; the part is then the trade department's. */
async function late(procedureCode: string | undefined) {
  const dossierCode = await appraising(procedureCode)
  const asking = { dossierCode, stepCode: ASK, question: 'Có ý kiến gì?', whyAfterDue: 'Thời hạn luật định' }
  const { no, bodies } = await run(requestDemandedOpinions, specialist, asking)
  const { parts } = await run(sendLinkedParts, specialist, { dossierCode, stepCode: LINK, showsAnswers: false })
  world.clock.set('2026-11-27T09:00:00+07:00')
  return {
    dossierCode,
    body: { dossierCode, no, bodyId: bodies[0]?.id ?? '' },
    part: { dossierCode, partId: parts[0]?.id ?? '' },
    conclusion: { dossierCode, no, conclusion: 'Theo ý kiến sở' },
  }
}

describe.each<[string, string | undefined, () => { leads: Officer[]; refused: [Officer, string][] }]>([
  [
    'the one-stop desk that received',
    BY_DESK,
    () => ({
      leads: [desk, desk],
      refused: [
        [specialist, 'dossiers.not-lead'],
        [head, 'dossiers.not-lead'],
        [farDesk, 'platform.not-found'],
        [building, 'platform.not-found'],
      ],
    }),
  ],
  [
    'a department named',
    BY_DEPARTMENT,
    () => ({
      leads: [building, buildingHead],
      refused: [
        [specialist, 'dossiers.not-lead'],
        [head, 'dossiers.not-lead'],
        [desk, 'dossiers.not-lead'],
        [farDesk, 'platform.not-found'],
        [stranger, 'platform.not-found'],
        [trade, 'platform.not-found'],
      ],
    }),
  ],
])('%s leads', (_name, procedure, people) => {
  test('it alone reminds, lets go and closes; officers of another unit are refused', async () => {
    const { leads, refused } = people()
    const [one, other] = leads as [Officer, Officer]
    const { dossierCode, body, part, conclusion } = await late(procedure)
    for (const [who, why] of refused) {
      const tried = [
        run(remindOpinion, who, body),
        run(releaseBody, who, { ...body, ...LAW }),
        run(closeConsultation, who, conclusion),
        run(remindLinkedPart, who, part),
        run(releaseLinkedPart, who, { ...part, ...LAW }),
      ]
      expect(await Promise.all(tried.map(codeOf)), who.fullName).toEqual(tried.map(() => why))
    }
    // The page asks the same rule.
    const [seen] = (await read(getConsultation, specialist, { dossierCode })).consultations
    expect(seen?.whyNotClose).toMatchObject({ code: 'dossiers.not-lead', facts: { unit: seen?.leadUnitName } })
    expect((await read(getLinkedParts, specialist, { dossierCode })).parts[0]?.whyNotRemind?.code).toBe(
      'dossiers.not-lead',
    )
    const [led] = (await read(getConsultation, one, { dossierCode })).consultations
    expect(led?.bodies[0]).toMatchObject({ whyNotRemind: null, whyNotRelease: null })

    expect(await codeOf(run(remindOpinion, one, body))).toBe('done')
    expect(await codeOf(run(remindLinkedPart, other, part))).toBe('done')
    expect(await codeOf(run(releaseBody, other, { ...body, ...LAW }))).toBe('done')
    expect(await codeOf(run(closeConsultation, one, conclusion))).toBe('done')
    expect(await codeOf(run(releaseLinkedPart, one, { ...part, ...LAW }))).toBe('done')
    const { dossier } = await read(getDossier, specialist, { dossierCode })
    expect([...dossier.settledSteps].toSorted()).toEqual([ASK, LINK].toSorted())
  })

  test('it alone leaves a step out; what comes back is sent on by the office that sent it', async () => {
    const { leads, refused } = people()
    const [one] = leads as [Officer]
    const dossierCode = await appraising(procedure)
    const left = { dossierCode, stepCode: ASK, ...LAW }
    for (const [who, why] of refused) expect(await codeOf(run(waiveStep, who, left)), who.fullName).toBe(why)
    expect(await codeOf(run(waiveStep, one, left))).toBe('done')
    const sending = { dossierCode, stepCode: LINK, showsAnswers: false }
    expect(await codeOf(run(sendLinkedParts, one, sending))).not.toBe('done')
    const { parts } = await run(sendLinkedParts, specialist, sending)
    const partId = parts[0]?.id ?? ''
    await run(returnLinkedPart, trade, { partId, reason: 'Không thuộc sở' })
    expect(await codeOf(run(resendLinkedPart, specialist, { dossierCode, partId, unitCode: unitCode(building) }))).toBe(
      'done',
    )
  })
})

describe('a lead elsewhere', () => {
  test('sees what it decides about while the dossier stands there, and has no other role on it', async () => {
    const { dossierCode, body } = await late(BY_DEPARTMENT)
    const seen = await read(getDossier, building, { dossierCode })
    expect(seen.dossier.roles).toEqual([])
    expect(seen.actions).toEqual([])
    const items = [{ what: 'Bản chính', reason: 'Ảnh mờ', how: 'Chụp lại' }]
    const tried = [
      run(recordAppraisal, building, { dossierCode, outcome: 'eligible', note: 'x' }),
      run(requestSupplement, building, { dossierCode, items, replyBy: '2026-12-01' }),
      run(returnStep, building, { dossierCode, reason: 'x' }),
      run(undoStep, buildingHead, { dossierCode }),
      run(requestDemandedOpinions, building, { dossierCode, stepCode: ASK, question: 'x' }),
    ]
    expect(await Promise.all(tried.map(codeOf))).toEqual(tried.map(() => 'dossiers.not-your-step'))
    await run(giveOpinion, trade, { opinionId: body.bodyId, answer: 'agree', seen: 0 })
    await run(withdrawDossier, hanh, { dossierCode, reason: 'Không cần nữa' })
    expect(await codeOf(read(getDossier, building, { dossierCode }))).toBe('platform.not-found')
  })

  test('is found by every rule; one that leads nowhere leaves it to the office', async () => {
    const { dossier } = await read(getDossier, specialist, { dossierCode: await appraising(BY_DESK) })
    const { receivedByUnitId, competentUnitId } = dossier
    const placed = { receivedByUnitId, competentUnitId, handlingUnitId: null }
    const found = (rule: UnitRule | null) => leadUnitOf(world.app.db, rule, placed, '2026-11-20')
    expect(await found(null)).toBe(competentUnitId)
    expect(await found('handling')).toBe(competentUnitId)
    expect(await found('competent')).toBe(competentUnitId)
    expect(await found('received-by')).toBe(receivedByUnitId)
    expect(await found(`unit:${unitCode(building)}`)).toBe(building.grants[0]?.unitId)
    expect(await found('unit:H49.000')).toBe(competentUnitId)
    const superior = await found('superior')
    expect([receivedByUnitId, competentUnitId]).not.toContain(superior)
  })
})
