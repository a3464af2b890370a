import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import type { Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { runErrand } from '../platform/errand.ts'
import { linesOf } from '../platform/journal/read.ts'
import { sectorCodesOf, sectors } from '../catalogue/index.ts'
import { getDossier } from '../dossiers/index.ts'
import {
  accountBySignInName,
  actingGrantsOf,
  createDelegation,
  grantRole,
  openAccount,
  revokeDelegation,
} from '../identity/index.ts'
import { signatureOf, signatureOn } from './default-content.ts'
import { approveResult, draftResult, getResultDraft, listWaitingResults, returnDraft, signResult } from './index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from './testing.ts'

const FRIDAY = '2026-11-20T09:00:00+07:00'
let world: ResultsWorld
let admin: Officer
let chair: string
let office: string

async function officer(accountId: string, fullName: string): Promise<Officer> {
  const grants = await actingGrantsOf(world.app.db, accountId, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId, fullName, grants }
}
/** Has a key of his own; at this office he only heads a division, and signs nothing by himself. */
const quy = () => officer(world.people.otherLeader.accountId, world.people.otherLeader.fullName)

async function post(accountId: string, role: string, position: string): Promise<void> {
  await runAction(world.app, grantRole, admin, {
    accountId,
    role,
    unitId: office,
    position,
    validFrom: '2026-11-01',
    decisionNumber: '1/QĐ-UBND',
    decisionOn: '2026-10-30',
  })
}

async function authorise(more: object = {}): Promise<string> {
  const plan = {
    kind: 'by-authority',
    fromAccountId: chair,
    toAccountId: world.people.otherLeader.accountId,
    unitId: office,
    roles: ['signatory'],
    instrumentKind: 'Văn bản uỷ quyền',
    instrumentNumber: '88/UQ-UBND',
    signedOn: '2026-11-18',
    issuer: 'Chủ tịch UBND phường Bãi Cháy',
    validFrom: '2026-11-20',
    validTo: '2026-11-25',
    ...more,
  }
  return (await runAction(world.app, createDelegation, admin, plan)).id
}

async function draftedFor(signatoryAccountId: string): Promise<string> {
  const dossierCode = await world.appraised()
  await world.run(draftResult, world.people.specialist, { dossierCode, signatoryAccountId })
  await world.run(approveResult, world.people.head, { dossierCode })
  return dossierCode
}

beforeAll(async () => {
  world = await openResultsWorld()
  const { id, fullName } = (await accountBySignInName(world.app.db, 'linh.tk')) ?? { id: '', fullName: '' }
  admin = await officer(id, fullName)
  office = world.people.head.grants[0]?.unitId ?? ''
  const person = { signInName: 'son.nv', fullName: 'Nguyễn Văn Sơn' }
  chair = (await runErrand(world.app, openAccount, admin, person)).accountId
  await post(chair, 'signatory', 'Chủ tịch Ủy ban nhân dân phường')
  await post(world.people.otherLeader.accountId, 'head-of-division', 'Trưởng phòng Tư pháp')
}, 180_000)
afterAll(() => world?.close())
beforeEach(() => world.clock.set(FRIDAY))

describe('signing for another', () => {
  test('stands on the paper with its authority and goes through while the instrument is in force', async () => {
    const { accountId } = world.people.otherLeader
    const dossierCode = await world.appraised()
    const before = await world.read(getResultDraft, world.people.specialist, { dossierCode })
    expect(before.draft.signatories.map((one) => one.accountId)).not.toContain(accountId)
    expect(
      await codeOf(world.run(draftResult, world.people.specialist, { dossierCode, signatoryAccountId: accountId })),
    ).toBe('results.no-signatory')

    const delegation = await authorise()
    const { draft } = await world.read(getResultDraft, world.people.specialist, {
      dossierCode,
      signatoryAccountId: accountId,
    })
    expect(draft.content.signature).toEqual({
      authority: ['TUQ. Chủ tịch'],
      position: 'Trưởng phòng Tư pháp',
      fullName: 'Chìu Văn Quý',
      delegationId: delegation,
    })
    await world.run(draftResult, world.people.specialist, { dossierCode, signatoryAccountId: accountId })
    await world.run(approveResult, world.people.head, { dossierCode })
    await world.undertake(signResult, await quy(), { dossierCode, pin: world.pins.otherLeader })

    const { dossier, steps } = await world.read(getDossier, world.people.head, { dossierCode })
    expect(dossier.handling).toBe('awaiting-seal')
    expect(steps.at(-1)?.byName).toBe('Chìu Văn Quý thay Nguyễn Văn Sơn, theo văn bản số 88/UQ-UBND ngày 18/11/2026')
    const signed = (await linesOf(world.app.db, `dossier:${dossier.id}`)).find(({ what }) => what === 'results.signed')
    expect(signed?.facts.onBehalfOf).toMatchObject({ account: chair, delegation, number: '88/UQ-UBND' })
    const admins = await officer(admin.accountId, admin.fullName)
    await runAction(world.app, revokeDelegation, admins, { delegationId: delegation, reason: 'Xong việc' })
  }, 60_000)

  test('is refused once the instrument is revoked or its last day is over', async () => {
    const { accountId } = world.people.otherLeader
    const delegation = await authorise()
    const dossierCode = await draftedFor(accountId)
    const held = await quy()
    const sign = async (as: Officer) =>
      codeOf(world.undertake(signResult, as, { dossierCode, pin: world.pins.otherLeader }))
    world.clock.set('2026-11-26T08:00:00+07:00')
    expect(await sign(await quy())).toBe('dossiers.not-your-step')
    // Who came in before the paper was revoked has their old rights for one request: the paper itself is asked again.
    world.clock.set(FRIDAY)
    await runAction(world.app, revokeDelegation, admin, { delegationId: delegation, reason: 'Thu hồi' })
    expect(await sign(held)).toBe('results.authority-ended')
    expect(await sign(await officer(chair, 'Nguyễn Văn Sơn'))).toBe('results.not-the-named-signatory')
  }, 60_000)
})

test('by a paper that names fields of work, only results of those fields are signed', async () => {
  const { accountId } = world.people.otherLeader
  const dossierCode = await world.appraised()
  const { procedureCode } = (await world.read(getDossier, world.people.head, { dossierCode })).dossier
  const [own = ''] = await sectorCodesOf(world.app.db, procedureCode)
  const other = (await sectors(world.app.db)).find(({ code }) => code !== own)?.code ?? ''
  const offered = async () =>
    (await world.read(getResultDraft, world.people.specialist, { dossierCode })).draft.signatories.map(
      (one) => one.accountId,
    )
  for (const [sectorCodes, isOffered] of [
    [[other], false],
    [[other, own], true],
  ] as const) {
    const delegationId = await authorise({ sectorCodes })
    expect((await offered()).includes(accountId)).toBe(isOffered)
    await runAction(world.app, revokeDelegation, admin, { delegationId, reason: 'Đổi phạm vi' })
  }
}, 60_000)

test('what waits for somebody who signs here no more is shown to who does, and drafted anew for them', async () => {
  const { people, read, run } = world
  const delegation = await authorise()
  const dossierCode = await draftedFor(people.otherLeader.accountId)
  const waiting = async () =>
    (await read(listWaitingResults, people.leader, { as: 'signatory' })).find(({ item }) => item.code === dossierCode)
  expect(await waiting()).toMatchObject({ isMine: false, signatoryLeft: false })
  const { dueAt } = (await read(getDossier, people.head, { dossierCode })).dossier
  await runAction(world.app, revokeDelegation, admin, { delegationId: delegation, reason: 'Thôi việc' })
  expect(await waiting()).toMatchObject({ isMine: false, signatoryLeft: true })

  const reason = 'Chìu Văn Quý không còn ký ở đây. Soạn lại với người ký khác.'
  expect(await codeOf(run(returnDraft, people.specialist, { dossierCode, reason }))).toBe('platform.forbidden')
  await run(returnDraft, people.leader, { dossierCode, reason })
  const { draft } = await read(getResultDraft, people.specialist, { dossierCode })
  expect(draft.signatories.map((one) => one.accountId)).not.toContain(people.otherLeader.accountId)
  const signatoryAccountId = people.leader.accountId
  await run(draftResult, people.specialist, { dossierCode, signatoryAccountId })
  await run(approveResult, people.head, { dossierCode })
  expect(await waiting()).toMatchObject({ isMine: true, signatoryLeft: false })
  await world.undertake(signResult, people.leader, { dossierCode, pin: world.pins.leader })
  const { dossier } = await read(getDossier, people.head, { dossierCode })
  expect(dossier).toMatchObject({ handling: 'awaiting-seal', dueAt })
}, 60_000)

test.each([
  ['deputy', 'Phó Chủ tịch Ủy ban nhân dân phường', 'KT. Chủ tịch', 'Phó Chủ tịch'],
  ['by-order', 'Trưởng phòng Kinh tế', 'TL. Chủ tịch', 'Trưởng phòng Kinh tế'],
  ['by-authority', 'Giám đốc Trung tâm', 'TUQ. Chủ tịch', 'Giám đốc Trung tâm'],
] as const)('the lines of %s', (kind, position, authority, printed) => {
  const standsFor = { kind, position: 'Chủ tịch Ủy ban nhân dân phường', fullName: 'Nguyễn Văn Sơn', delegationId: 'd' }
  expect(signatureOf({ accountId: 'a', fullName: 'B', position, standsFor })).toEqual({
    authority: [authority],
    position: printed,
    fullName: 'B',
    delegationId: 'd',
  })
})

const CHAIR = { accountId: 'a', fullName: 'A', position: 'Chủ tịch Ủy ban nhân dân phường' }
const DEPUTY = { ...CHAIR, position: 'Phó Chủ tịch Ủy ban nhân dân phường' }
const standsFor = (kind: 'deputy' | 'by-order' | 'by-authority') => ({
  ...DEPUTY,
  standsFor: { kind, position: CHAIR.position, fullName: 'B', delegationId: 'd' },
})

test.each([
  ['licence', 'peoples-committee', CHAIR, ['TM. Ủy ban nhân dân']],
  ['licence', 'peoples-committee', DEPUTY, ['TM. Ủy ban nhân dân', 'KT. Chủ tịch']],
  ['reply', 'peoples-committee', standsFor('deputy'), ['TM. Ủy ban nhân dân', 'KT. Chủ tịch']],
  ['licence', 'peoples-committee', standsFor('by-order'), ['TL. Chủ tịch']],
  ['licence', 'peoples-committee', standsFor('by-authority'), ['TUQ. Chủ tịch']],
  ['decision', 'peoples-committee', DEPUTY, ['KT. Chủ tịch']],
  ['certification', 'peoples-committee', DEPUTY, ['KT. Chủ tịch']],
  ['licence', 'department', { ...CHAIR, position: 'Phó Giám đốc Sở' }, ['KT. Giám đốc']],
] as const)('a %s of a %s names whose power it is', (template, kind, signatory, lines) => {
  expect(signatureOn(template, { kind }, signatory).authority).toEqual(lines)
})
