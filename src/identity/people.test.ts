import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Type } from 'typebox'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from '../platform/action.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { loadOrganisation, unitBySlug, unitsInForce } from '../organisation/index.ts'
import type { CitizenFacts } from './citizen.ts'
import {
  citizenRegistryPort,
  contactOf,
  createEmbeddedRegistry,
  findCitizenByPersonalId,
  loadDemoPeople,
  lookUpCitizen,
  officersAt,
  rememberCitizen,
  type DemoPeople,
} from './index.ts'
import { proveTotp } from './prove-totp.ts'
import { identifySession } from './identify.ts'
import { signInWithPassword } from './sign-in-officer.ts'
import { journalOf } from './testing.ts'
import { totpCode } from './totp.ts'

const TODAY = '2026-11-20'
let world: TestApp
let people: DemoPeople
let took = 0

beforeAll(async () => {
  world = await openTestApp()
  await loadOrganisation(world.app)
  world.app.ports.set(citizenRegistryPort, createEmbeddedRegistry(world.app.db))
  const began = performance.now()
  people = await loadDemoPeople(world.app)
  took = performance.now() - began
})
afterAll(() => world.close())

describe('the invented people', () => {
  it('come quickly, and a second time without a change', async () => {
    expect(took).toBeLessThan(10_000)
    const before = await rows(world.app.db, sql`select id, password_hash, version from identity.account order by id`)
    const again = await loadDemoPeople(world.app)
    expect(again).toEqual(people)
    expect(await rows(world.app.db, sql`select id, password_hash, version from identity.account order by id`)).toEqual(
      before,
    )
    expect(statSync(join(world.folder, 'demo-people.json')).mode & 0o777).toBe(0o600)
  })

  it('fill every seat at every agency and centre', async () => {
    const units = await unitsInForce(world.app.db, TODAY)
    const seats: [string, Role[]][] = [
      ['peoples-committee', ['head-of-division', 'specialist', 'signatory', 'clerk']],
      ['department', ['head-of-division', 'specialist', 'signatory', 'clerk']],
      ['centre', ['intake-officer']],
    ]
    let checked = 0
    for (const [kind, roles] of seats) {
      for (const unit of units.filter((candidate) => candidate.kind === kind)) {
        for (const role of roles) {
          const there = await officersAt(world.app.db, unit.id, role, TODAY)
          expect(there.length, `${role} at ${unit.name}`).toBeGreaterThan(0)
          checked += 1
        }
      }
    }
    expect(checked).toBeGreaterThan(300)
    expect(people.officerAccounts).toBeGreaterThan(300)
    const baiChay = await unitBySlug(world.app.db, 'ubnd-bai-chay', TODAY)
    expect(await officersAt(world.app.db, baiChay?.id ?? '', 'specialist', TODAY)).toMatchObject([
      { fullName: 'Phạm Quang Huy', position: 'Chuyên viên phòng Kinh tế, Hạ tầng và Đô thị' },
    ])
    expect(await officersAt(world.app.db, baiChay?.id ?? '', 'specialist', '2026-11-19')).toEqual([])
  })

  it('sign in with what is printed', async () => {
    const person = people.officers.find(({ fullName }) => fullName === 'Bùi Đức Thịnh')
    if (!person) throw new Error('no Thịnh')
    const first = await signInWithPassword(world.app, {
      name: person.signInName,
      password: person.password,
      device: '',
      address: '',
    })
    if (!first.ok) throw new Error(first.reason.code)
    const { session } = await identifySession(world.app, first.token)
    const second = await proveTotp(world.app, session?.id ?? '', totpCode(person.totpSecret, world.app.clock.now()))
    expect(second).toMatchObject({ ok: true, stage: 'open' })
    expect(person).toMatchObject({
      roles: ['signatory'],
      unitNames: ['Ủy ban nhân dân phường Bãi Cháy'],
      positions: ['Phó Chủ tịch Ủy ban nhân dân phường'],
    })
  })

  it('of the generated sets cannot sign in until somebody gives them a password', async () => {
    const [account] = await rows(
      world.app.db,
      sql<{ signInName: string }>`select sign_in_name from identity.account where password_hash is null limit 1`,
    )
    for (const password of ['', 'null', 'no account has this password']) {
      expect(
        await signInWithPassword(world.app, { name: account?.signInName ?? '', password, device: '', address: '' }),
      ).toMatchObject({ ok: false })
    }
  })

  it('get new passwords when the file with the old ones is lost', async () => {
    await rm(join(world.folder, 'demo-people.json'))
    const again = await loadDemoPeople(world.app)
    const [person] = again.officers
    expect(person?.password).not.toBe(people.officers[0]?.password)
    const entered = await signInWithPassword(world.app, {
      name: person?.signInName ?? '',
      password: person?.password ?? '',
      device: '',
      address: '',
    })
    expect(entered.ok).toBe(true)
  })

  it('stay out of production', async () => {
    const production = { ...world.app, settings: { ...world.app.settings, mode: 'production' as const } }
    await expect(loadDemoPeople(production)).rejects.toThrow('production')
  })
})

const remember = action({
  name: 'test.remember',
  roles: ['system'],
  input: Type.Object({}, { additionalProperties: true }),
  unjournalled: 'Nothing told may change nothing.',
  run: (ctx, _actor, told) => rememberCitizen(ctx, told as CitizenFacts),
})
const rememberAs = (told: CitizenFacts) => runAction(world.app, remember, { kind: 'system', name: 'test' }, told)
const SAM_MUI = '022151000387'

describe('citizens', () => {
  it('are remembered once, also by two desks at the same moment', async () => {
    const told = { personalId: SAM_MUI, fullName: 'Chíu Sám Múi', phone: '0912000387' }
    const made = await Promise.all([rememberAs(told), rememberAs(told), rememberAs(told)])
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(made[0]).toMatchObject({ sex: 'female', birthYear: 1951, source: 'desk' })
    expect(await journalOf(world.app, `citizen:${made[0]?.id}`)).toEqual(['identity.citizen-added'])
    await rememberAs({ ...told, address: 'Thôn Khe Tiền' })
    expect(await findCitizenByPersonalId(world.app.db, SAM_MUI)).toMatchObject({ address: 'Thôn Khe Tiền' })
    expect(await contactOf(world.app.db, made[0]?.id ?? '')).toEqual({
      fullName: 'Chíu Sám Múi',
      phone: '0912000387',
      email: null,
    })
    expect(await contactOf(world.app.db, '018f0000-0000-7000-8000-00000000dead')).toBeUndefined()
  })

  it.each(['02215100038', '022951000387', 'abc'])('are refused with the ID %s', async (personalId) => {
    await expect(rememberAs({ personalId, fullName: 'Ai Đó' })).rejects.toMatchObject({
      code: 'identity.personal-id-wrong',
    })
  })
})

describe('the register of citizens', () => {
  const desk: Actor = {
    kind: 'officer',
    accountId: '018f0000-0000-7000-8000-0000000000aa',
    fullName: 'Vũ Ngọc Ánh',
    grants: [{ role: 'intake-officer', unitId: 'x', unitCode: 'H49.136.1', reach: 'unit' }],
  }
  const ask = (more: object, actor: Actor = desk) =>
    lookUpCitizen(world.app, actor, { personalId: SAM_MUI, purpose: '2.000815 chứng thực bản sao', ...more })

  it.each([
    [{}, true],
    [{ fullName: 'chiu sam mui', birthYear: 1951 }, true],
    [{ fullName: 'Chíu Sám Mùi Hai' }, false],
    [{ birthYear: 1952 }, false],
    [{ personalId: '022088999999' }, false],
  ])('answers %j: %s', async (more, found) => expect((await ask(more)).found).toBe(found))

  it('notes who asked about whom and for what, also when there is no answer', async () => {
    const away = { ...desk, accountId: '018f0000-0000-7000-8000-0000000000ab' } as Actor
    const working = world.app.ports.get(citizenRegistryPort)
    world.app.ports.set(citizenRegistryPort, { ...working, lookUp: () => Promise.reject(new Error('line cut')) })
    await expect(ask({ dossierId: '018f0000-0000-7000-8000-0000000000d1' }, away)).rejects.toThrow('line cut')
    world.app.ports.set(citizenRegistryPort, working)
    for (const subject of [
      'account:018f0000-0000-7000-8000-0000000000ab',
      'dossier:018f0000-0000-7000-8000-0000000000d1',
    ]) {
      expect(await journalOf(world.app, subject)).toEqual(['identity.registry-asked'])
    }
    const [line] = await rows(
      world.app.db,
      sql<{
        facts: object
      }>`select facts from platform.journal_line where subject = 'account:018f0000-0000-7000-8000-0000000000ab'`,
    )
    expect(line?.facts).toEqual({
      purpose: '2.000815 chứng thực bản sao',
      personalId: '022 151 ••• 387',
      dossier: '018f0000-0000-7000-8000-0000000000d1',
    })
  })

  it('answers citizens about themselves only, and no other role', async () => {
    const citizen: Actor = {
      kind: 'citizen',
      accountId: '018f0000-0000-7000-8000-0000000000ac',
      citizenId: 'c',
      fullName: '',
      personalId: SAM_MUI,
    }
    expect((await ask({}, citizen)).found).toBe(true)
    await expect(ask({ personalId: '022188000512' }, citizen)).rejects.toMatchObject({ code: 'platform.not-found' })
    const clerk = { ...desk, grants: [{ role: 'clerk', unitId: 'x', unitCode: 'x', reach: 'unit' }] } as Actor
    await expect(ask({}, clerk)).rejects.toMatchObject({ code: 'platform.forbidden' })
  })
})
