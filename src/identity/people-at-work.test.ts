import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { runAction } from '../platform/action.ts'
import type { Officer, Role } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { runErrand } from '../platform/errand.ts'
import { newId } from '../platform/id.ts'
import { linesOf } from '../platform/journal/read.ts'
import { runQuery } from '../platform/query.ts'
import { loadOrganisation, unitBySlug } from '../organisation/index.ts'
import { identifySession } from './identify.ts'
import {
  actingGrantsOf,
  createDelegation,
  disableAccount,
  grantRole,
  leaversFrom,
  listAppointments,
  listDelegations,
  listOfficers,
  officersAt,
  openAccount,
  openSession,
  revokeDelegation,
  standInSignatories,
  withdrawRole,
} from './index.ts'
import { signInWithPassword } from './sign-in-officer.ts'
import { journalOf } from './testing.ts'

const FRIDAY = '2026-11-20T09:00:00+07:00'
let world: TestApp
let office: string
let admin: Officer
let made = 0

beforeAll(async () => {
  world = await openTestApp()
  await loadOrganisation(world.app)
  office = (await unitBySlug(world.app.db, 'ubnd-hoanh-mo', '2026-11-20'))?.id ?? ''
  const root = { role: 'administrator', unitId: office, unitCode: 'H49', reach: 'subtree' } as const
  admin = { kind: 'officer', accountId: newId(), fullName: 'Trịnh Khánh Linh', grants: [root] }
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(FRIDAY))

async function someone(fullName: string, role: Role, position: string, validTo?: string) {
  made += 1
  const person = { signInName: `nguoi.${made}`, fullName }
  const { accountId, password } = await runErrand(world.app, openAccount, admin, person)
  const { appointmentId } = await runAction(world.app, grantRole, admin, {
    accountId,
    role,
    unitId: office,
    position,
    validFrom: '2026-11-01',
    decisionNumber: '05/QĐ-UBND',
    decisionOn: '2026-10-28',
    ...(validTo ? { validTo } : {}),
  })
  return { accountId, password, appointmentId, signInName: person.signInName }
}

async function actorOf(accountId: string): Promise<Officer> {
  const grants = await actingGrantsOf(world.app.db, accountId, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId, fullName: 'Ai đó', grants }
}

const aPaper = (fromAccountId: string, toAccountId: string, more: object = {}) => ({
  kind: 'substitution',
  fromAccountId,
  toAccountId,
  unitId: office,
  roles: ['specialist'],
  instrumentKind: 'Thông báo phân công',
  instrumentNumber: '31/TB-UBND',
  signedOn: '2026-11-18',
  issuer: 'Chủ tịch UBND xã Hoành Mô',
  validFrom: '2026-11-20',
  validTo: '2026-11-27',
  ...more,
})
const create = (actor: Officer, input: object) => runAction(world.app, createDelegation, actor, input)

describe('a substitute', () => {
  it('has the roles from the first day to the last, and nothing before or after', async () => {
    const bich = await someone('Trần Thị Bích', 'specialist', 'Công chức hộ tịch')
    const lan = await someone('Lý Thị Lan', 'clerk', 'Văn thư')
    const { id } = await create(admin, aPaper(bich.accountId, lan.accountId, { validFrom: '2026-11-23' }))
    const borrowed = async (iso: string) => {
      world.clock.set(iso)
      const { cookie } = await openSession(world.app, lan.accountId)
      const { actor } = await identifySession(world.app, cookie.split('=')[1] ?? '')
      return actor.kind === 'officer' ? actor.grants.filter((grant) => grant.inPlaceOf) : []
    }
    expect(await borrowed('2026-11-22T23:59:00+07:00')).toEqual([])
    const first = await borrowed('2026-11-23T00:00:00+07:00')
    expect(first).toMatchObject([
      {
        role: 'specialist',
        unitId: office,
        inPlaceOf: {
          accountId: bich.accountId,
          fullName: 'Trần Thị Bích',
          delegationId: id,
          instrument: { number: '31/TB-UBND', signedOn: '2026-11-18' },
        },
      },
    ])
    expect(await borrowed('2026-11-27T23:59:00+07:00')).toHaveLength(1)
    expect(await borrowed('2026-11-28T00:00:00+07:00')).toEqual([])
  })

  it('stays one while the account of the one who is away stands idle, and no longer than that one has the role', async () => {
    const away = await someone('Tằng Văn Sáng', 'specialist', 'Chuyên viên', '2026-11-25')
    const here = await someone('Hoàng Văn Phúc', 'clerk', 'Văn thư')
    await create(admin, aPaper(away.accountId, here.accountId))
    await runAction(world.app, disableAccount, admin, { accountId: away.accountId, reason: 'Nghỉ ốm dài ngày' })
    const borrowed = async (day: string) =>
      (await actingGrantsOf(world.app.db, here.accountId, day)).filter((grant) => grant.inPlaceOf).length
    expect(await borrowed('2026-11-25')).toBe(1)
    expect(await borrowed('2026-11-26')).toBe(0)
  })

  it('cannot hand on what was handed to them', async () => {
    const a = await someone('Người A', 'specialist', 'Chuyên viên')
    const b = await someone('Người B', 'clerk', 'Văn thư')
    const c = await someone('Người C', 'clerk', 'Văn thư')
    await create(admin, aPaper(a.accountId, b.accountId))
    await expect(create(admin, aPaper(b.accountId, c.accountId))).rejects.toMatchObject({
      code: 'organisation.delegation-chain',
    })
    await expect(create(admin, aPaper(a.accountId, c.accountId))).rejects.toMatchObject({
      code: 'organisation.delegation-there',
    })
  })

  it('loses it at once when it is revoked, on record for both', async () => {
    const a = await someone('Người D', 'specialist', 'Chuyên viên')
    const b = await someone('Người E', 'clerk', 'Văn thư')
    const { id } = await create(admin, aPaper(a.accountId, b.accountId))
    const stranger = await actorOf((await someone('Người F', 'clerk', 'Văn thư')).accountId)
    await expect(
      runAction(world.app, revokeDelegation, stranger, { delegationId: id, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'platform.not-found' })
    await runAction(world.app, revokeDelegation, await actorOf(a.accountId), { delegationId: id, reason: 'Đi làm lại' })
    expect((await actorOf(b.accountId)).grants.every((grant) => !grant.inPlaceOf)).toBe(true)
    expect(await journalOf(world.app, `account:${a.accountId}`)).toContain('identity.delegation-revoked')
    expect(await journalOf(world.app, `account:${b.accountId}`)).toContain('identity.delegation-revoked')
    await expect(
      runAction(world.app, revokeDelegation, admin, { delegationId: id, reason: 'lần nữa' }),
    ).rejects.toMatchObject({ code: 'organisation.delegation-ended' })
  })
})

describe('who arranges it', () => {
  it('heads for their own people, signatories for their own signature, nobody for themselves', async () => {
    const head = await someone('La Văn Hải', 'head-of-division', 'Trưởng phòng Kinh tế')
    const a = await someone('Người G', 'specialist', 'Chuyên viên')
    const b = await someone('Người H', 'clerk', 'Văn thư')
    const chair = await someone('Chìu Văn Quý', 'signatory', 'Chủ tịch Ủy ban nhân dân xã')
    const vice = await someone('Phùn A Tài', 'signatory', 'Phó Chủ tịch Ủy ban nhân dân xã')
    await create(await actorOf(head.accountId), aPaper(a.accountId, b.accountId))
    const kt = aPaper(chair.accountId, vice.accountId, { kind: 'deputy', roles: ['signatory'] })
    await expect(create(await actorOf(head.accountId), kt)).rejects.toMatchObject({
      code: 'organisation.not-yours-to-delegate',
    })
    await expect(create(await actorOf(vice.accountId), kt)).rejects.toMatchObject({
      code: 'organisation.not-yours-to-delegate',
    })
    await create(await actorOf(chair.accountId), kt)
    await expect(
      create(
        await actorOf(head.accountId),
        aPaper(a.accountId, head.accountId, { validFrom: '2026-12-01', validTo: '2026-12-02' }),
      ),
    ).rejects.toMatchObject({ code: 'organisation.delegation-for-yourself' })
    await expect(create(await actorOf(a.accountId), aPaper(a.accountId, b.accountId))).rejects.toMatchObject({
      code: 'platform.forbidden',
    })
    const seen = await runQuery(world.app, listDelegations, await actorOf(vice.accountId), {})
    expect(seen.every(({ unitName }) => unitName.includes('Hoành Mô'))).toBe(true)
    expect(seen.find(({ toAccountId }) => toAccountId === vice.accountId)?.standing).toBe('in-force')
    const b1 = await runQuery(world.app, listDelegations, await actorOf(b.accountId), {})
    expect(b1.map(({ fromAccountId }) => fromAccountId)).toEqual([a.accountId])
  })

  it('a head of division signs by order while the paper runs, for the procedures it names', async () => {
    const chair = await someone('Chủ tịch Hai', 'signatory', 'Chủ tịch Ủy ban nhân dân xã')
    const head = await someone('Trưởng phòng Hai', 'head-of-division', 'Trưởng phòng Kinh tế')
    const { id } = await create(
      admin,
      aPaper(chair.accountId, head.accountId, {
        kind: 'by-order',
        roles: ['signatory'],
        procedureCodes: ['1.001193'],
        validTo: undefined,
      }),
    )
    const at = async (code: string, on: string) =>
      (await standInSignatories(world.app.db, office, { code, sectors: [] }, on)).filter(
        ({ standsFor }) => standsFor.delegationId === id,
      )
    expect(await at('1.001193', '2027-06-01')).toMatchObject([
      {
        accountId: head.accountId,
        position: 'Trưởng phòng Kinh tế',
        standsFor: { kind: 'by-order', position: 'Chủ tịch Ủy ban nhân dân xã' },
      },
    ])
    expect(await at('2.000815', '2026-11-20')).toEqual([])
    expect(await at('1.001193', '2026-11-19')).toEqual([])
  })
})

describe('an account', () => {
  it('is opened with a password told once, which must be changed, and opens nothing without a role', async () => {
    const person = { signInName: 'moi.nv', fullName: 'Nguyễn Văn Mới', email: 'moi@co-quan.example' }
    const { accountId, password } = await runErrand(world.app, openAccount, admin, person)
    await expect(runErrand(world.app, openAccount, admin, person)).rejects.toMatchObject({
      code: 'identity.name-taken',
    })
    const place = { device: 'thử', address: '10.0.0.1' }
    const signedIn = await signInWithPassword(world.app, { name: 'moi.nv', password, ...place })
    expect(signedIn).toMatchObject({ ok: true, stage: 'enrolment' })
    expect((await actorOf(accountId)).grants).toEqual([])
    const text = JSON.stringify(await linesOf(world.app.db, `account:${accountId}`))
    expect(text).toContain('identity.account-opened')
    expect(text).not.toContain(password)
    const someoneElse = await actorOf((await someone('Không quản trị', 'clerk', 'Văn thư')).accountId)
    await expect(
      runErrand(world.app, openAccount, someoneElse, { signInName: 'x.y', fullName: 'Xy' }),
    ).rejects.toMatchObject({ code: 'platform.forbidden' })
  })

  it('gets and loses roles with a decision; what was done before stays lawful', async () => {
    const p = await someone('Người I', 'specialist', 'Chuyên viên')
    expect(await officersAt(world.app.db, office, 'specialist', '2026-11-20')).toContainEqual(
      expect.objectContaining({ accountId: p.accountId }),
    )
    const end = (lastDay: string) =>
      runAction(world.app, withdrawRole, admin, {
        accountId: p.accountId,
        appointmentId: p.appointmentId,
        lastDay,
        reason: 'Điều động về xã khác',
        decisionNumber: '77/QĐ-UBND',
      })
    await expect(end('2026-11-01')).rejects.toMatchObject({ code: 'identity.role-end-past' })
    await end('2026-11-30')
    expect((await actorOf(p.accountId)).grants).toHaveLength(1)
    expect(await leaversFrom(world.app.db, [office], 'specialist', '2026-12-20')).toContainEqual(
      expect.objectContaining({ accountId: p.accountId, lastDay: '2026-11-30', isClosed: false }),
    )
    expect(
      (await leaversFrom(world.app.db, [office], 'specialist', '2026-11-25')).map((one) => one.accountId),
    ).not.toContain(p.accountId)
    world.clock.set('2026-12-01T08:00:00+07:00')
    expect((await actorOf(p.accountId)).grants).toEqual([])
    const [role] = await runQuery(world.app, listAppointments, admin, { accountId: p.accountId })
    expect(role).toMatchObject({ decisionNumber: '05/QĐ-UBND', endDecisionNumber: '77/QĐ-UBND', isOver: true })
    await expect(end('2026-12-05')).rejects.toMatchObject({ code: 'identity.role-over' })
  })

  it('given a role by mistake loses it the same day as if it never was, and may have it again', async () => {
    const p = await someone('Người K', 'clerk', 'Văn thư')
    const plan = {
      accountId: p.accountId,
      role: 'signatory',
      unitId: office,
      position: 'Chủ tịch Ủy ban nhân dân xã',
      validFrom: '2026-11-20',
      decisionNumber: '9/QĐ',
      decisionOn: '2026-11-20',
    }
    const { appointmentId } = await runAction(world.app, grantRole, admin, plan)
    const gone = { accountId: p.accountId, appointmentId, lastDay: '2026-11-19', reason: 'Nhập nhầm' }
    await runAction(world.app, withdrawRole, admin, gone)
    expect((await actorOf(p.accountId)).grants.map(({ role }) => role)).toEqual(['clerk'])
    await runAction(world.app, grantRole, admin, plan)
    expect((await actorOf(p.accountId)).grants.map(({ role }) => role)).toEqual(['clerk', 'signatory'])
  })

  it('is closed at once with all it is signed in to, and is found as one who left', async () => {
    const p = await someone('Người L', 'specialist', 'Chuyên viên')
    const { cookie } = await openSession(world.app, p.accountId)
    await runAction(world.app, disableAccount, admin, { accountId: p.accountId, reason: 'Thôi việc' })
    const { actor } = await identifySession(world.app, cookie.split('=')[1] ?? '')
    expect(actor.kind).toBe('anonymous')
    expect(await leaversFrom(world.app.db, [office], 'specialist', '2026-11-20')).toContainEqual(
      expect.objectContaining({ accountId: p.accountId, isClosed: true, lastDay: null }),
    )
    const own = { accountId: admin.accountId, reason: 'x' }
    await expect(runAction(world.app, disableAccount, admin, own)).rejects.toMatchObject({
      code: 'identity.unknown-officer',
    })
  })

  it('is found by name, page by page', async () => {
    const { officers, next } = await runQuery(world.app, listOfficers, admin, { words: 'người', limit: 2 })
    expect(officers).toHaveLength(2)
    expect(next).not.toBeNull()
    const more = await runQuery(world.app, listOfficers, admin, { words: 'người', limit: 2, after: next ?? '' })
    expect(more.officers.map(({ id }) => id)).not.toContain(officers[0]?.id)
    const [bich] = (await runQuery(world.app, listOfficers, admin, { words: 'Bích' })).officers
    expect(bich?.posts).toMatchObject([{ role: 'specialist', unitName: expect.stringContaining('Hoành Mô') }])
  })
})
