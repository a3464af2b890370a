import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { runErrand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { Type } from 'typebox'
import { sectorCodesOf, sectors } from '../../catalogue/index.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import {
  accountBySignInName,
  actingGrantsOf,
  createDelegation,
  disableAccount,
  grantRole,
  listAppointments,
  openAccount,
  rememberCitizen,
  revokeDelegation,
  unlockAccount,
  withdrawRole,
} from '../../identity/index.ts'
import {
  assignDossier,
  dossiersJobs,
  dossiersRefusals,
  getDossier,
  listQueue,
  receiveDossier,
  recordAppraisal,
  searchDossiers,
  submitDossier,
} from '../index.ts'
import { aFiling } from '../testing.ts'
import { dealOut, handOver } from './hand-over.ts'
import { countHandOvers, listHandOvers } from './list-hand-overs.ts'

const CERTIFIED_COPY = '2.000815'
const FRIDAY = '2026-11-20T09:00:00+07:00'
const [DESK, HEAD, HUY, NGA, ADMIN] = ['anh.vn', 'chau.dm', 'huy.pq', 'nga.ht', 'linh.tk'] as const

let world: TestApp
let office: string

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  unjournalled: 'a citizen known already is not changed',
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

/** As a request of this moment finds them. */
async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await actingGrantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

async function givenTo(signInName: string): Promise<string> {
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, told)
  const hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told } as const
  const { code } = await runAction(world.app, submitDossier, hanh, await aFiling(world.app, hanh, CERTIFIED_COPY))
  await runAction(world.app, receiveDossier, await officer(DESK), { dossierCode: code })
  const { accountId: assigneeAccountId } = await officer(signInName)
  await runAction(world.app, assignDossier, await officer(HEAD), { dossierCode: code, assigneeAccountId })
  return code
}

async function newSpecialist(signInName: string, fullName: string): Promise<string> {
  const admin = await officer(ADMIN)
  const { accountId } = await runErrand(world.app, openAccount, admin, { signInName, fullName })
  await runAction(world.app, grantRole, admin, {
    accountId,
    role: 'specialist',
    unitId: office,
    position: 'Chuyên viên',
    validFrom: '2026-11-20',
    decisionNumber: '41/QĐ-UBND',
    decisionOn: '2026-11-19',
  })
  return accountId
}

async function standIn(more: object = {}): Promise<string> {
  const plan = {
    kind: 'substitution',
    fromAccountId: (await officer(HUY)).accountId,
    toAccountId: (await officer(NGA)).accountId,
    unitId: office,
    roles: ['specialist'],
    instrumentKind: 'Thông báo phân công',
    instrumentNumber: '31/TB-UBND',
    signedOn: '2026-11-19',
    issuer: 'Chủ tịch UBND phường Bãi Cháy',
    validFrom: '2026-11-20',
    validTo: '2026-11-27',
    ...more,
  }
  return (await runAction(world.app, createDelegation, await officer(HEAD), plan)).id
}

async function takeBack(delegationId: string): Promise<void> {
  await runAction(world.app, revokeDelegation, await officer(HUY), { delegationId, reason: 'Đi làm lại' })
}

const conclude = async (as: string, dossierCode: string) =>
  runAction(world.app, recordAppraisal, await officer(as), { dossierCode, outcome: 'eligible', note: 'Đủ điều kiện' })
const queueOf = async (as: string) => (await runQuery(world.app, listQueue, await officer(as), {})).items

beforeAll(async () => {
  world = await openTestApp({ province: true, work: { jobs: dossiersJobs, reactions: [] }, refusals: dossiersRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  office = (await officer(HEAD)).grants[0]?.unitId ?? ''
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(FRIDAY))

describe('a substitute', () => {
  test('has the work in their queue marked, does it, and every line says for whom and by which paper', async () => {
    const code = await givenTo(HUY)
    await expect(conclude(NGA, code)).rejects.toMatchObject({ code: 'platform.forbidden' })
    const id = await standIn()
    const mine = (await queueOf(NGA)).find((item) => item.code === code)
    expect(mine?.inPlaceOf).toBe('Phạm Quang Huy')
    expect((await queueOf(HUY)).find((item) => item.code === code)?.inPlaceOf).toBeUndefined()
    await conclude(NGA, code)

    const { dossier, steps, appraisals } = await runQuery(world.app, getDossier, await officer(HUY), {
      dossierCode: code,
    })
    const words = 'Hoàng Thuý Nga thay Phạm Quang Huy, theo văn bản số 31/TB-UBND ngày 19/11/2026'
    expect(steps.at(-1)?.byName).toBe(words)
    expect(appraisals.at(-1)?.byName).toBe(words)
    const lines = await linesOf(world.app.db, `dossier:${dossier.id}`)
    const appraised = lines.find(({ what }) => what === 'dossiers.appraised')
    expect(appraised).toMatchObject({
      actor: `officer:${(await officer(NGA)).accountId}`,
      facts: {
        onBehalfOf: {
          account: (await officer(HUY)).accountId,
          delegation: id,
          number: '31/TB-UBND',
          signedOn: '2026-11-19',
        },
      },
    })
    expect(lines.find(({ what }) => what === 'dossiers.assigned')?.facts).not.toHaveProperty('onBehalfOf')

    world.clock.set('2026-11-28T08:00:00+07:00')
    expect((await queueOf(NGA)).some((item) => item.code === code)).toBe(false)
    await expect(conclude(NGA, code)).rejects.toMatchObject({ code: 'platform.forbidden' })
    world.clock.set(FRIDAY)
    await takeBack(id)
  })

  test('does what they hold themself in their own name', async () => {
    const code = await givenTo(HUY)
    // Nga reads as clerk, a role of her own, although she could as Huy's substitute.
    const id = await standIn()
    await runQuery(world.app, getDossier, await officer(NGA), { dossierCode: code })
    const { dossier } = await runQuery(world.app, getDossier, await officer(HUY), { dossierCode: code })
    const read = (await linesOf(world.app.db, `dossier:${dossier.id}`)).filter(({ what }) => what === 'read')
    expect(read.every(({ facts }) => !('onBehalfOf' in facts))).toBe(true)
    await takeBack(id)
  })

  test('reaches only the procedures named', async () => {
    const code = await givenTo(HUY)
    const id = await standIn({ procedureCodes: ['1.001193'] })
    expect((await queueOf(NGA)).some((item) => item.code === code)).toBe(false)
    await expect(conclude(NGA, code)).rejects.toMatchObject({ code: 'dossiers.not-your-step' })
    await takeBack(id)
    const other = await standIn({ procedureCodes: [CERTIFIED_COPY] })
    expect((await queueOf(NGA)).some((item) => item.code === code)).toBe(true)
    expect(await runQuery(world.app, searchDossiers, await officer(NGA), { q: code })).toHaveLength(1)
    await conclude(NGA, code)
    await takeBack(other)
  })

  test('reaches every procedure of the fields named, and no other', async () => {
    const code = await givenTo(HUY)
    const [own = ''] = await sectorCodesOf(world.app.db, CERTIFIED_COPY)
    const other = (await sectors(world.app.db)).find((one) => one.code !== own)?.code ?? ''
    const elsewhere = await standIn({ sectorCodes: [other] })
    expect((await queueOf(NGA)).some((item) => item.code === code)).toBe(false)
    await expect(conclude(NGA, code)).rejects.toMatchObject({ code: 'dossiers.not-your-step' })
    await takeBack(elsewhere)
    const here = await standIn({ sectorCodes: [own], procedureCodes: ['1.001193'] })
    expect((await queueOf(NGA)).some((item) => item.code === code)).toBe(true)
    await conclude(NGA, code)
    await takeBack(here)
    expect((await queueOf(NGA)).some((item) => item.code === code)).toBe(false)
  })

  test('who has the role as well works for the other on the other’s dossiers alone', async () => {
    const lanId = await newSpecialist('lan.th', 'Trần Hải Lan')
    const [huys, lans] = [await givenTo(HUY), await givenTo('lan.th')]
    const id = await standIn({ toAccountId: lanId })
    await conclude('lan.th', huys)
    await conclude('lan.th', lans)
    const nameUnder = async (dossierCode: string) =>
      (await runQuery(world.app, getDossier, await officer(HEAD), { dossierCode })).steps.at(-1)?.byName
    expect(await nameUnder(huys)).toMatch(/^Trần Hải Lan thay Phạm Quang Huy, theo văn bản số/)
    expect(await nameUnder(lans)).toBe('Trần Hải Lan')
    const queue = await queueOf('lan.th')
    expect(queue.find(({ code }) => code === lans)?.inPlaceOf).toBeUndefined()
    expect(queue.find(({ code }) => code === huys)?.inPlaceOf).toBe('Phạm Quang Huy')
    await takeBack(id)
  })
})

describe('who leaves', () => {
  test('shows at the head of division before the last day, and the dossiers go to others in turn', async () => {
    const mineId = await newSpecialist('mai.dt', 'Đặng Thị Mai')
    const codes = [await givenTo('mai.dt'), await givenTo('mai.dt'), await givenTo('mai.dt')]
    const head = await officer(HEAD)
    const before = await countHandOvers(world.app.db, head, world.clock.now())
    const admin = await officer(ADMIN)
    const [post] = await runQuery(world.app, listAppointments, admin, { accountId: mineId })
    const end = { accountId: mineId, appointmentId: post?.id ?? '', lastDay: '2026-12-04', reason: 'Điều động' }
    await runAction(world.app, withdrawRole, admin, end)
    expect(await countHandOvers(world.app.db, head, world.clock.now())).toBe(before + 3)
    const { handOvers, candidates } = await runQuery(world.app, listHandOvers, head, {})
    const mais = handOvers.find(({ person }) => person.accountId === mineId)
    expect(mais).toMatchObject({
      leaving: { lastDay: '2026-12-04', isClosed: false },
      person: { fullName: 'Đặng Thị Mai' },
    })
    expect(mais?.dossiers.map(({ code, reason }) => [code, reason])).toEqual(codes.map((code) => [code, null]))
    expect(candidates.map(({ accountId }) => accountId)).not.toContain(mineId)

    const others = [(await officer(HUY)).accountId, (await officer('lan.th')).accountId]
    const poisoned = [...codes, 'H49.136-000000-9999']
    const given = { dossierCodes: poisoned, assigneeAccountIds: others, note: 'Chị Mai chuyển công tác' }
    const { done, outcomes } = await runErrand(world.app, handOver, head, given)
    expect(done).toBe(3)
    expect(outcomes.at(-1)).toMatchObject({ done: false, refusal: { code: 'platform.not-found' } })
    const views = await Promise.all(codes.map((dossierCode) => runQuery(world.app, getDossier, head, { dossierCode })))
    expect(views.map(({ assignee }) => assignee?.accountId)).toEqual([others[0], others[1], others[0]])
    expect(views[0]?.steps.at(-1)).toMatchObject({ action: 'assignDossier', note: 'Chị Mai chuyển công tác' })
    expect(views[0]?.dossier.dueAt).toEqual(mais?.dossiers[0]?.dueAt)
    expect(await countHandOvers(world.app.db, head, world.clock.now())).toBe(before)
  })

  test('an account may be closed with dossiers open: they stand at the head’s until moved', async () => {
    const code = await givenTo(HUY)
    const huy = (await officer(HUY)).accountId
    await runAction(world.app, disableAccount, await officer(ADMIN), { accountId: huy, reason: 'Mất điện thoại' })
    const { handOvers } = await runQuery(world.app, listHandOvers, await officer(HEAD), {})
    const huys = handOvers.find(({ person }) => person.accountId === huy)
    expect(huys?.leaving).toMatchObject({ isClosed: true })
    expect(huys?.dossiers.map((one) => one.code)).toContain(code)
    await runAction(world.app, unlockAccount, await officer(ADMIN), { accountId: huy })
    const after = await runQuery(world.app, listHandOvers, await officer(HEAD), { accountId: huy })
    expect(after.handOvers.find(({ person }) => person.accountId === huy)?.leaving).toBeNull()
    expect(after.holders.find(({ accountId }) => accountId === huy)?.count).toBeGreaterThan(0)
  })

  test('is nobody’s business but the head’s', async () => {
    await expect(runQuery(world.app, listHandOvers, await officer(DESK), {})).rejects.toMatchObject({
      code: 'platform.forbidden',
    })
    const elsewhere = await runQuery(world.app, listHandOvers, await officer('hai.lv'), {
      accountId: (await officer(HUY)).accountId,
    })
    expect(elsewhere.handOvers).toEqual([])
  })
})

test('dossiers are dealt out in turn', () => {
  expect([...dealOut(['1', '2', '3'], ['a', 'b'])]).toEqual([
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'a'],
  ])
})
