import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Type } from 'typebox'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import {
  accountBySignInName,
  appointClerk,
  grantsOf,
  listOwnOrganisations,
  recordRepresentative,
  rememberCitizen,
  removeClerk,
} from '../../identity/index.ts'
import {
  dossiersJobs,
  dossiersRefusals,
  endActing,
  GROUND_PAPER,
  getDossier,
  judgeGround,
  myDossiers,
  receiveDossier,
  submitDossier,
  trackDossier,
  withdrawDossier,
} from '../index.ts'
import { compareDossiers } from '../rebuild/compare-dossiers.ts'
import { watchRights } from './watch-rights.ts'
import { aFiling, answersForAnother, answersOfPerson } from '../testing.ts'

const CERTIFIED_COPY = '2.000815'
const OLD_MAN = { fullName: 'Trần Văn Sáu', personalId: '022047000999' }

let world: TestApp
let hanh: Citizen
let dong: Citizen
let sau: Citizen
let desk: Officer

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

const represent = action({
  name: 'test.represent',
  roles: ['system'],
  input: Type.Object({ citizenId: Type.String(), businessCode: Type.String(), name: Type.String() }),
  run: (ctx, _, { citizenId, ...organisation }) => recordRepresentative(ctx, { id: citizenId }, organisation),
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

const file = async (filer: Citizen, answers: Record<string, unknown>) =>
  runAction(world.app, submitDossier, filer, await aFiling(world.app, filer, CERTIFIED_COPY, { answers }))
const see = (actor: Actor, dossierCode: string) => runQuery(world.app, getDossier, actor, { dossierCode })
const mine = async (person: Citizen) =>
  (await runQuery(world.app, myDossiers, person, {})).items.map(({ code }) => code)

beforeAll(async () => {
  world = await openTestApp({
    province: true,
    work: { jobs: dossiersJobs, reactions: [] },
    refusals: dossiersRefusals,
  })
  world.app.ports.set(virusScanPort, noScanner)
  hanh = await citizen('022188000512', 'Nguyễn Thu Hạnh')
  dong = await citizen('022085000274', 'Lê Văn Đông')
  sau = await citizen(OLD_MAN.personalId, OLD_MAN.fullName)
  desk = await officer('anh.vn')
}, 180_000)
afterAll(() => world.close())

describe('by an authorisation', () => {
  test('the applicant is the person it is for; both see it, officers see the paper first', async () => {
    const { code, dossierId } = await file(dong, answersForAnother(dong, OLD_MAN))
    const view = await see(desk, code)
    expect(view.dossier).toMatchObject({
      applicant: { fullName: OLD_MAN.fullName, bornOn: '1947-05-01' },
      submitter: { fullName: dong.fullName },
      applicantCitizenId: sau.citizenId,
      submitterCitizenId: dong.citizenId,
    })
    expect(view.acting).toMatchObject({ capacity: 'authorised', groundNumber: '12/UQ', endsOn: '2027-09-30' })
    expect(view.components[0]).toMatchObject({ code: GROUND_PAPER, name: 'Văn bản uỷ quyền' })
    expect(await mine(dong)).toContain(code)
    expect(await mine(sau)).toContain(code)
    expect(await codeOf(see(hanh, code))).toBe('platform.not-found')
    const lines = await linesOf(world.app.db, `dossier:${dossierId}`)
    expect(lines.map(({ what }) => what)).toContain('dossiers.filed-for-another')
  })

  test('is refused without the paper, and after its last day', async () => {
    const filing = await aFiling(world.app, dong, CERTIFIED_COPY, { answers: answersForAnother(dong, OLD_MAN) })
    const components = filing.components.filter(({ componentCode }) => componentCode !== GROUND_PAPER)
    const without = { ...filing, components }
    expect(await codeOf(runAction(world.app, submitDossier, dong, without))).toBe('dossiers.component-missing')
    const omitted = [...(filing.omitted ?? []), { componentCode: GROUND_PAPER, reason: 'held-by-the-state' }]
    expect(await codeOf(runAction(world.app, submitDossier, dong, { ...without, omitted }))).toBe(
      'dossiers.acting-paper-missing',
    )
    const over = answersForAnother(dong, OLD_MAN, { groundUntil: '2026-11-01' })
    expect(await codeOf(file(dong, over))).toBe('dossiers.acting-authority-over')
  })

  test('is told to be over once, in dossiers that go on', async () => {
    const groundUntil = vietnamDate(world.clock.now())
    const [open, withdrawn] = [
      await file(dong, answersForAnother(dong, OLD_MAN, { groundUntil })),
      await file(dong, answersForAnother(dong, OLD_MAN, { groundUntil, groundNumber: '13/UQ' })),
    ]
    await runAction(world.app, withdrawDossier, sau, { dossierCode: withdrawn.code, reason: 'Không cần nữa' })
    const toldOf = async (dossierId: string) =>
      (await linesOf(world.app.db, `dossier:${dossierId}`)).filter(({ what }) => what === 'dossiers.acting-run-out')
        .length
    await watchRights.run(world.app, undefined as never)
    expect(await toldOf(open.dossierId)).toBe(0)
    world.clock.advance(24 * 60)
    for (let times = 0; times < 2; times += 1) await watchRights.run(world.app, undefined as never)
    expect([await toldOf(open.dossierId), await toldOf(withdrawn.dossierId)]).toEqual([1, 0])
    const [rebuilt] = await compareDossiers(world.app.db, [open.dossierId])
    expect(rebuilt?.differences).toEqual([])
  })

  test('ends by its day: the filer sees the dossier no more, its owner does', async () => {
    const today = vietnamDate(world.clock.now())
    const { code } = await file(dong, answersForAnother(dong, OLD_MAN, { groundUntil: today }))
    expect((await see(dong, code)).dossier.code).toBe(code)
    world.clock.advance(24 * 60)
    expect(await codeOf(see(dong, code))).toBe('platform.not-found')
    expect(await mine(dong)).not.toContain(code)
    expect((await runQuery(world.app, trackDossier, dong, { dossierCode: code })).own).toBeNull()
    expect((await see(sau, code)).dossier.code).toBe(code)
  })
})

describe('the paper is looked at', () => {
  test('and doubted with words by who handles it; a person cannot', async () => {
    const { code, dossierId } = await file(dong, answersForAnother(dong, OLD_MAN))
    const judge = (actor: Actor, input: object) =>
      runAction(world.app, judgeGround, actor, { dossierCode: code, ...input })
    expect(await codeOf(judge(desk, { verdict: 'doubted' }))).toBe('dossiers.doubt-needs-words')
    await judge(desk, { verdict: 'doubted', note: 'Chữ ký khác trên căn cước' })
    expect((await see(desk, code)).acting).toMatchObject({ verdict: 'doubted', verdictBy: desk.fullName })
    expect(await codeOf(judge(dong, { verdict: 'accepted' }))).toBe('platform.forbidden')
    const receive = () => runAction(world.app, receiveDossier, desk, { dossierCode: code })
    expect(await codeOf(receive())).toBe('dossiers.ground-doubted')
    expect((await see(desk, code)).actions).toEqual(expect.not.arrayContaining(['receiveDossier']))
    expect((await see(desk, code)).actions).toEqual(expect.arrayContaining(['requestSupplement', 'refuseIntake']))
    const elsewhere = { ...desk, grants: [] }
    expect(await codeOf(judge(elsewhere, { verdict: 'accepted' }))).toBe('platform.forbidden')
    const far = await officer('thang.lv')
    expect(await codeOf(judge(far, { verdict: 'accepted' }))).toBe('platform.not-found')
    const own = await file(hanh, answersOfPerson(hanh))
    const none = runAction(world.app, judgeGround, desk, { dossierCode: own.code, verdict: 'accepted' })
    expect(await codeOf(none)).toBe('dossiers.no-ground')
    // Whoever handles it settles the doubt, and it goes on.
    await judge(desk, { verdict: 'accepted' })
    expect(await receive()).toMatchObject({ code })
    const [rebuilt] = await compareDossiers(world.app.db, [dossierId])
    expect(rebuilt?.differences).toEqual([])
  })
})

describe('the right is taken back', () => {
  test('by the applicant: the filer sees nothing from then on', async () => {
    const { code } = await file(dong, answersForAnother(dong, OLD_MAN))
    const end = (person: Citizen) => runAction(world.app, endActing, person, { dossierCode: code })
    expect(await codeOf(end(hanh))).toBe('platform.not-found')
    await end(sau)
    expect(await codeOf(see(dong, code))).toBe('platform.not-found')
    expect(await mine(dong)).not.toContain(code)
    expect((await see(sau, code)).acting).toMatchObject({ endedBy: 'applicant' })
    expect(await codeOf(end(sau))).toBe('dossiers.acting-over')
  })

  test('or given up by the filer; a parent represents by law', async () => {
    const { code } = await file(dong, answersForAnother(dong, OLD_MAN))
    await runAction(world.app, endActing, dong, { dossierCode: code })
    expect(await codeOf(see(dong, code))).toBe('platform.not-found')
    const child = {
      ...answersOfPerson(hanh),
      onBehalf: 'other',
      capacity: 'parent',
      ownerName: 'Nguyễn Bảo An',
      ownerBornOn: '2020-02-29',
      ownerRelation: 'mẹ',
    }
    const own = await file(hanh, child)
    expect(await codeOf(runAction(world.app, endActing, hanh, { dossierCode: own.code }))).toBe(
      'dossiers.acting-by-law',
    )
  })
})

describe('for an organisation', () => {
  const FIRM = { businessCode: '5700000124', name: 'Hợp tác xã Bản Sen' }
  const LICENCE = '2.002615'
  const answers = (standing: 'member' | 'letter', more: object = {}) => ({
    ...answersOfPerson(dong),
    applicantKind: 'organisation',
    onBehalf: undefined,
    organisationName: FIRM.name,
    businessCode: FIRM.businessCode,
    representativePosition: 'Kế toán',
    standing,
    ...more,
  })
  const filing = async (filer: Citizen, told: Record<string, unknown>) => {
    const { competentUnitCode: _department, ...rest } = await aFiling(world.app, filer, LICENCE, {
      answers: Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
    })
    return runAction(world.app, submitDossier, filer, rest)
  }

  test('its clerk files what is the organisation’s own, and sees it as long as the list has their name', async () => {
    expect(await codeOf(filing(dong, answers('member')))).toBe('dossiers.not-of-organisation')
    await runAction(world.app, represent, { kind: 'system', name: 'test' }, { citizenId: hanh.citizenId, ...FIRM })
    const { personalId, fullName } = dong
    await runAction(world.app, appointClerk, hanh, { businessCode: FIRM.businessCode, personalId, fullName })
    const { code } = await filing(dong, answers('member'))
    const { dossier, acting, components } = await see(hanh, code)
    expect(dossier).toMatchObject({
      applicantCitizenId: null,
      applicant: { kind: 'organisation', ...nameAndCode(FIRM) },
    })
    expect(acting).toMatchObject({ capacity: 'member', endsOn: null })
    expect(components.some((component) => component.code === GROUND_PAPER)).toBe(false)
    expect(await mine(hanh)).toContain(code)
    expect(await mine(dong)).toContain(code)
    const [own] = await runQuery(world.app, listOwnOrganisations, hanh, {})
    const memberId = own?.members.find(({ citizenId }) => citizenId === dong.citizenId)?.id
    await runAction(world.app, removeClerk, hanh, { memberId })
    expect(await codeOf(see(dong, code))).toBe('platform.not-found')
    expect(await mine(dong)).not.toContain(code)
    expect(await codeOf(see(sau, code))).toBe('platform.not-found')
  })

  test('whoever has its letter shows the letter; the representative ends the right', async () => {
    const letter = { groundIssuedOn: '2026-11-01', groundScope: 'Nộp hồ sơ' }
    const { code } = await filing(dong, answers('letter', letter))
    expect((await see(hanh, code)).components[0]?.code).toBe(GROUND_PAPER)
    expect((await see(dong, code)).acting).toMatchObject({ capacity: 'sent', endsOn: '2027-10-31' })
    await runAction(world.app, endActing, hanh, { dossierCode: code })
    expect(await codeOf(see(dong, code))).toBe('platform.not-found')
  })

  const nameAndCode = ({ businessCode, name }: typeof FIRM) => ({ businessCode, organisationName: name })
})

describe('as a parent', () => {
  const child = (changes: Record<string, unknown> = {}) => ({
    ...answersOfPerson(hanh),
    onBehalf: 'other',
    capacity: 'parent',
    ownerName: 'Nguyễn Bảo An',
    ownerBornOn: '2020-02-29',
    ownerRelation: 'mẹ',
    ...changes,
  })

  test('a child without a number is the applicant, until it is eighteen', async () => {
    const { code } = await file(hanh, child())
    const { dossier, acting } = await see(hanh, code)
    expect(dossier.applicant).toMatchObject({ fullName: 'Nguyễn Bảo An', personalId: null, bornOn: '2020-02-29' })
    expect(acting).toMatchObject({ capacity: 'parent', relation: 'mẹ', endsOn: '2038-02-27' })
  })

  test('is refused for one who has come of age', async () => {
    expect(await codeOf(file(hanh, child({ ownerBornOn: '2008-01-01' })))).toBe('dossiers.acting-grown-up')
  })
})

test('for oneself nothing is written down about acting', async () => {
  const { code } = await file(hanh, answersOfPerson(hanh))
  expect((await see(hanh, code)).acting).toBeNull()
})
