import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Type } from 'typebox'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import {
  dossiersJobs,
  dossiersRefusals,
  GROUND_PAPER,
  getDossier,
  myDossiers,
  submitDossier,
  trackDossier,
} from '../index.ts'
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

async function citizen(personalId: string, fullName: string): Promise<Citizen> {
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, { personalId, fullName })
  return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
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
  const account = await accountBySignInName(world.app.db, 'anh.vn')
  if (!account) throw new Error('nobody at the desk')
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  desk = { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
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
