import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import type { Actor, Grant } from '../platform/actor.ts'
import { runAction } from '../platform/action.ts'
import { runQuery } from '../platform/query.ts'
import { confirmTotp, beginTotp } from './enrol-totp.ts'
import { endOverSessions } from './end-session.ts'
import { identifySession, identifyToken } from './identify.ts'
import {
  disableIdleAccounts,
  endSession,
  issueToken,
  listSessions,
  openSession,
  resetSecondFactors,
  unlockAccount,
  tokenCommand,
} from './index.ts'
import { proveTotp } from './prove-totp.ts'
import { changePassword, givePassword } from './set-password.ts'
import { signInWithPassword } from './sign-in-officer.ts'
import { accountById } from './store/accounts.ts'
import { anOfficer, journalOf, PASSWORD } from './testing.ts'
import { totpCode } from './totp.ts'

const DEVICE = { device: 'Firefox', address: '127.0.0.1' }
const ADMIN_GRANT: Grant = {
  role: 'administrator',
  unitId: '018f0000-0000-7000-8000-000000000001',
  unitCode: '22',
  reach: 'subtree',
}
const anAdmin = (accountId: string): Actor => ({
  kind: 'officer',
  accountId,
  fullName: 'Trịnh Khánh Linh',
  grants: [ADMIN_GRANT],
})

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())
beforeEach(() => world.clock.set('2026-11-20T09:00:00+07:00'))

const enter = (name: string, password = PASSWORD) => signInWithPassword(world.app, { name, password, ...DEVICE })
const codeNow = (secret: string) => totpCode(secret, world.app.clock.now())

async function tokenOf(
  outcome: Promise<{ ok: true; token: string } | { ok: false; reason: { code: string } }>,
): Promise<string> {
  const result = await outcome
  if (!result.ok) throw new Error(result.reason.code)
  return result.token
}
async function sessionOf(token: string) {
  const { session } = await identifySession(world.app, token)
  if (!session) throw new Error('no session')
  return session
}
async function signIn(officer: { name: string; secret: string }) {
  const half = await sessionOf(await tokenOf(enter(officer.name)))
  const token = await tokenOf(proveTotp(world.app, half.id, codeNow(officer.secret)))
  return { token, session: await sessionOf(token), actor: (await identifySession(world.app, token)).actor }
}

describe('an officer signs in', () => {
  it('by password and code, and is nobody in between', async () => {
    const officer = await anOfficer(world.app)
    const half = await tokenOf(enter(officer.name.toUpperCase()))
    expect(await identifySession(world.app, half)).toMatchObject({
      actor: { kind: 'anonymous' },
      session: { stage: 'second-factor' },
    })
    const whole = await tokenOf(proveTotp(world.app, (await sessionOf(half)).id, codeNow(officer.secret)))
    expect(await identifySession(world.app, whole)).toMatchObject({
      actor: { kind: 'officer', accountId: officer.account.id },
      session: { stage: 'open', secondFactor: 'totp' },
    })
    expect(await identifySession(world.app, half)).toMatchObject({ session: null })
    expect(await journalOf(world.app, `account:${officer.account.id}`)).toEqual([
      'identity.password-given',
      'identity.second-factor-proven',
      'identity.signed-in',
    ])
  })

  it('gives one answer for an unknown name and a wrong password', async () => {
    const officer = await anOfficer(world.app)
    const wrong = await enter(officer.name, 'Sai-Mat-Khau-1')
    expect(wrong).toEqual(await enter('khong-co-ai', 'Sai-Mat-Khau-1'))
    expect(wrong).toMatchObject({
      ok: false,
      reason: { code: 'identity.wrong-password', facts: { tries: 5, hours: 12 } },
    })
    expect(await journalOf(world.app, 'sign-in:officers')).toContain('identity.unknown-name')
  })

  it('takes about the same time for both', async () => {
    const officer = await anOfficer(world.app)
    const best = { known: Infinity, unknown: Infinity }
    // The fastest of several, turn about: other work on the machine only ever makes a run slower.
    for (let run = 0; run < 6; run += 1) {
      for (const [kind, name] of [
        ['known', officer.name],
        ['unknown', 'khong-co-ai'],
      ] as const) {
        const began = performance.now()
        await enter(name, `Sai-Mat-Khau-${run}`)
        best[kind] = Math.min(best[kind], performance.now() - began)
      }
      await runAction(world.app, unlockAccount, anAdmin(officer.account.id), { accountId: officer.account.id })
    }
    expect(best.unknown).toBeGreaterThan(best.known / 2)
  })

  it('is locked for 12 hours after five wrong tries, also with the right password', async () => {
    const officer = await anOfficer(world.app)
    for (let tries = 0; tries < 5; tries += 1) await enter(officer.name, 'Sai-Mat-Khau-1')
    expect(await enter(officer.name, 'Sai-Mat-Khau-1')).toMatchObject({ reason: { code: 'identity.wrong-password' } })
    expect(await enter(officer.name)).toMatchObject({
      ok: false,
      reason: { code: 'identity.account-locked', facts: { until: '21:00 ngày 20/11/2026' } },
    })
    world.clock.advance(12 * 60)
    expect(await enter(officer.name)).toMatchObject({ ok: true })
    expect(await journalOf(world.app, `account:${officer.account.id}`)).toContain('identity.locked')
  })

  it('counts tries that come at the same moment', async () => {
    const officer = await anOfficer(world.app)
    await Promise.all(Array.from({ length: 8 }, () => enter(officer.name, 'Sai-Mat-Khau-1')))
    expect(await enter(officer.name)).toMatchObject({ reason: { code: 'identity.account-locked' } })
    expect(await accountById(world.app.db, officer.account.id)).toMatchObject({ failedTries: 5 })
  })

  it('counts wrong codes too, a right password in between does not clear them', async () => {
    const officer = await anOfficer(world.app)
    for (let tries = 0; tries < 4; tries += 1) {
      const half = await sessionOf(await tokenOf(enter(officer.name)))
      expect(await proveTotp(world.app, half.id, '000000')).toMatchObject({ reason: { code: 'identity.wrong-code' } })
    }
    const half = await sessionOf(await tokenOf(enter(officer.name)))
    await proveTotp(world.app, half.id, '000000')
    expect(await proveTotp(world.app, half.id, codeNow(officer.secret))).toMatchObject({
      reason: { code: 'identity.account-locked' },
    })
  })

  it('may use a code once', async () => {
    const officer = await anOfficer(world.app)
    const code = codeNow(officer.secret)
    await signIn(officer)
    const half = await sessionOf(await tokenOf(enter(officer.name)))
    expect(await proveTotp(world.app, half.id, code)).toMatchObject({
      ok: false,
      reason: { code: 'identity.wrong-code' },
    })
    world.clock.advance(1)
    expect(await proveTotp(world.app, half.id, codeNow(officer.secret))).toMatchObject({ ok: true })
  })

  it('enrols a second factor before anything else', async () => {
    const officer = await anOfficer(world.app, { withTotp: false })
    const half = await sessionOf(await tokenOf(enter(officer.name)))
    expect(half.stage).toBe('enrolment')
    const offer = await beginTotp(world.app, { kind: 'anonymous' }, half.id)
    expect(await beginTotp(world.app, { kind: 'anonymous' }, half.id)).toEqual(offer)
    expect(offer.address).toContain('otpauth://totp/')
    expect(await confirmTotp(world.app, { kind: 'anonymous' }, half.id, '123456')).toMatchObject({ ok: false })
    const token = await tokenOf(confirmTotp(world.app, { kind: 'anonymous' }, half.id, codeNow(offer.secret)))
    expect((await identifySession(world.app, token)).actor.kind).toBe('officer')
  })

  it('changes a password an administrator gave before anything else', async () => {
    const boss = await anOfficer(world.app, { grants: [ADMIN_GRANT] })
    const officer = await anOfficer(world.app)
    const { actor } = await signIn(boss)
    const { password } = await givePassword(world.app, actor, officer.account.id)
    const half = await sessionOf(await tokenOf(enter(officer.name, password)))
    const between = await sessionOf(await tokenOf(proveTotp(world.app, half.id, codeNow(officer.secret))))
    expect(between.stage).toBe('new-password')
    const anybody = { kind: 'anonymous' } as const
    for (const [next, code] of [
      [password, 'identity.password-used'],
      ['ngan', 'identity.password-short'],
      ['Vungocanh-2026', 'identity.password-names-you'],
    ] as const) {
      expect(await changePassword(world.app, anybody, between, { current: null, next })).toMatchObject({
        reason: { code },
      })
    }
    const token = await tokenOf(changePassword(world.app, anybody, between, { current: null, next: 'Song-Da-1979' }))
    expect((await identifySession(world.app, token)).actor.kind).toBe('officer')
    expect(await enter(officer.name, 'Song-Da-1979')).toMatchObject({ ok: true })
  })

  it('asks an administrator for a new password after two months', async () => {
    const officer = await anOfficer(world.app, {
      grants: [ADMIN_GRANT],
      passwordSetAt: new Date('2026-09-10T00:00:00Z'),
    })
    const half = await sessionOf(await tokenOf(enter(officer.name)))
    expect(await proveTotp(world.app, half.id, codeNow(officer.secret))).toMatchObject({ stage: 'new-password' })
  })

  it('never goes back to one of the last ten passwords', async () => {
    const officer = await anOfficer(world.app)
    const signedIn = await signIn(officer)
    const { actor } = signedIn
    let { session, token } = signedIn
    let current = PASSWORD
    for (let round = 1; round <= 3; round += 1) {
      const next = `Song-Hong-${round}`
      world.clock.advance(1)
      token = await tokenOf(changePassword(world.app, actor, session, { current, next }))
      session = await sessionOf(token)
      current = next
    }
    expect(await changePassword(world.app, actor, session, { current, next: 'Song-Hong-1' })).toMatchObject({
      reason: { code: 'identity.password-used' },
    })
    expect(await changePassword(world.app, actor, session, { current: 'sai', next: 'Song-Hong-9' })).toMatchObject({
      reason: { code: 'identity.wrong-current-password' },
    })
  })

  it('is disabled after 45 days unused and let in again by an administrator', async () => {
    const officer = await anOfficer(world.app)
    const boss = await anOfficer(world.app, { grants: [ADMIN_GRANT] })
    world.clock.advance(45 * 24 * 60)
    expect(await enter(officer.name)).toMatchObject({ reason: { code: 'identity.account-disabled' } })
    expect(await accountById(world.app.db, officer.account.id)).toMatchObject({ status: 'disabled' })
    const admin = anAdmin(boss.account.id)
    await runAction(world.app, unlockAccount, admin, { accountId: officer.account.id })
    expect(await enter(officer.name)).toMatchObject({ ok: true })
    expect((await disableIdleAccounts(world.app)).disabled).toBeGreaterThan(0)
    expect(await accountById(world.app.db, boss.account.id)).toMatchObject({ status: 'disabled' })
    expect(await accountById(world.app.db, officer.account.id)).toMatchObject({ status: 'active' })
  })
})

describe('a session', () => {
  it('ends after 15 minutes without a request, and says so in the journal', async () => {
    const officer = await anOfficer(world.app)
    const { token, session } = await signIn(officer)
    for (let times = 0; times < 3; times += 1) {
      world.clock.advance(14)
      expect((await identifySession(world.app, token)).actor.kind).toBe('officer')
    }
    world.clock.advance(15)
    expect(await identifySession(world.app, token)).toMatchObject({
      actor: { kind: 'anonymous' },
      session: null,
      endedWhy: 'idle',
    })
    expect((await journalOf(world.app, `account:${session.accountId}`)).at(-1)).toBe('identity.session-ended')
    await endOverSessions(world.app)
    expect(
      (await journalOf(world.app, `account:${session.accountId}`)).filter((what) => what === 'identity.session-ended')
        .length,
    ).toBe(1)
  })

  it('ends after 12 hours however busy', async () => {
    const { token } = await signIn(await anOfficer(world.app))
    for (let minutes = 0; minutes < 12 * 60; minutes += 10) {
      expect((await identifySession(world.app, token)).actor.kind).toBe('officer')
      world.clock.advance(10)
    }
    expect(await identifySession(world.app, token)).toMatchObject({ endedWhy: 'expired' })
  })

  it('is ended by the clock also when nobody comes back', async () => {
    const { session } = await signIn(await anOfficer(world.app))
    world.clock.advance(20)
    expect(await endOverSessions(world.app)).toBeGreaterThan(0)
    expect((await journalOf(world.app, `account:${session.accountId}`)).at(-1)).toBe('identity.session-ended')
  })

  it('is listed and ended by its person and by administrators, not by others', async () => {
    const officer = await anOfficer(world.app)
    const first = await signIn(officer)
    world.clock.advance(1)
    const second = await signIn(officer)
    const { accountId } = first.session
    expect((await runQuery(world.app, listSessions, second.actor, { accountId })).map(({ id }) => id)).toEqual([
      second.session.id,
      first.session.id,
    ])
    const stranger: Actor = {
      kind: 'officer',
      accountId: second.session.id,
      fullName: '',
      grants: [{ ...ADMIN_GRANT, role: 'clerk' }],
    }
    await expect(runQuery(world.app, listSessions, stranger, { accountId })).rejects.toMatchObject({
      code: 'platform.not-found',
    })
    await expect(runAction(world.app, endSession, stranger, { accountId })).rejects.toMatchObject({
      code: 'platform.not-found',
    })
    await runAction(world.app, endSession, second.actor, { accountId, exceptId: second.session.id })
    expect((await identifySession(world.app, first.token)).session).toBeNull()
    expect((await identifySession(world.app, second.token)).session).not.toBeNull()
    const admin = anAdmin(second.session.id)
    await runQuery(world.app, listSessions, admin, { accountId })
    await runAction(world.app, endSession, admin, { accountId })
    expect((await identifySession(world.app, second.token)).session).toBeNull()
    expect((await journalOf(world.app, `account:${accountId}`)).slice(-2)).toEqual(['read', 'identity.session-ended'])
  })

  it('is gone when an administrator resets the second factors', async () => {
    const officer = await anOfficer(world.app)
    const { token, session } = await signIn(officer)
    const admin = anAdmin(session.id)
    await runAction(world.app, resetSecondFactors, admin, { accountId: session.accountId })
    expect((await identifySession(world.app, token)).session).toBeNull()
    expect(await enter(officer.name)).toMatchObject({ stage: 'enrolment' })
    await expect(
      runAction(
        world.app,
        resetSecondFactors,
        { kind: 'officer', accountId: session.id, fullName: '', grants: [] },
        { accountId: session.accountId },
      ),
    ).rejects.toMatchObject({ code: 'platform.forbidden' })
  })

  it('can be opened for tests without a password', async () => {
    const officer = await anOfficer(world.app, { passwordHash: null })
    const { token, cookie } = await openSession(world.app, officer.account.id)
    expect(cookie).toBe(`__Host-motcua=${token}`)
    expect((await identifySession(world.app, token)).actor).toMatchObject({
      kind: 'officer',
      accountId: officer.account.id,
    })
  })
})

describe('an API token', () => {
  it('works as its account until it ends', async () => {
    const officer = await anOfficer(world.app, { grants: [ADMIN_GRANT] })
    const { token } = await issueToken(world.app, officer.name, { days: 2 })
    expect((await identifyToken(world.app, token)).actor).toMatchObject({
      accountId: officer.account.id,
      grants: [ADMIN_GRANT],
    })
    expect((await identifyToken(world.app, `${token}x`)).actor.kind).toBe('anonymous')
    world.clock.advance(2 * 24 * 60)
    expect((await identifyToken(world.app, token)).actor.kind).toBe('anonymous')
  })

  it('is issued by the command, which tells what is wrong', async () => {
    const officer = await anOfficer(world.app)
    const said = { out: [] as string[], err: [] as string[] }
    const io = { out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) }
    expect(await tokenCommand.run(['--account', officer.name, '--json'], io, world.app)).toBe(0)
    expect(JSON.parse(said.out[0] ?? '')).toMatchObject({
      account: officer.name,
      accountId: officer.account.id,
      token: expect.stringMatching(/^mc_[\w-]{43}$/) as string,
    })
    expect(await tokenCommand.run(['--account', 'ai-do'], io, world.app)).toBe(1)
    expect(said.err.at(-1)).toBe('Không có tài khoản "ai-do" đang dùng được.')
    expect(await tokenCommand.run([], io, world.app)).toBe(1)
  })
})
