import { describe, expect, it } from 'vitest'
import { afterWrongTry, isIdle, needsNewPassword, whyNotSignIn, type Account } from './account.ts'
import { isPersonalId, maskPersonalId, mergeCitizen, readPersonalId, type Citizen } from './citizen.ts'
import { whyNotPassword } from './password.ts'
import { expiryOf, nextStage, whyOver, type Session } from './session.ts'
import { signInRulesOn } from './sign-in-rules.ts'
import { generatePassword } from './set-password.ts'
import { openSecret, sealSecret } from './token.ts'
import { newTotpSecret, totpCode, totpStep } from './totp.ts'

const rules = signInRulesOn('2026-11-20')
const NOW = new Date('2026-11-20T09:00:00+07:00')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const anAccount = (more: Partial<Account> = {}): Account => ({
  id: 'a',
  kind: 'officer',
  signInName: 'anh.vn',
  fullName: 'Vũ Ngọc Ánh',
  citizenId: null,
  email: null,
  phone: null,
  status: 'active',
  passwordHash: 'x',
  passwordSetAt: NOW,
  mustChangePassword: false,
  failedTries: 0,
  lockedUntil: null,
  activeSince: NOW,
  lastSignInAt: null,
  origin: 'administrator',
  version: 1,
  ...more,
})

describe('rules of signing in', () => {
  it('are not guessed before they were in force', () => expect(() => signInRulesOn('2026-06-30')).toThrow('2026-06-30'))

  it.each([
    ['Bien-2026', undefined],
    ['Bi-2026', 'identity.password-short'],
    ['bien-2026', 'identity.password-simple'],
    ['BIEN-2026', 'identity.password-simple'],
    ['Bien-haiau', 'identity.password-simple'],
    ['Bien20266', 'identity.password-simple'],
    ['Đông-2026', undefined],
    ['Vungocanh-2026', 'identity.password-names-you'],
    ['xx-Anh.Vn-88', 'identity.password-names-you'],
  ])('password %s', (password, code) =>
    expect(whyNotPassword(password, ['Vũ Ngọc Ánh', 'anh.vn'], rules)?.code).toBe(code),
  )

  it('makes passwords that keep them', () => {
    for (let count = 0; count < 200; count += 1) expect(whyNotPassword(generatePassword(), [], rules)).toBeUndefined()
  })

  it.each([
    [0, null, 1, null],
    [3, null, 4, null],
    [4, null, 5, later(12)],
    [5, later(-1), 1, null],
  ])('after %i tries, lock until %s', (failedTries, lockedUntil, tries, until) =>
    expect(afterWrongTry(anAccount({ failedTries, lockedUntil }), NOW, rules)).toEqual({
      failedTries: tries,
      lockedUntil: until,
    }),
  )

  it.each([
    [{}, undefined],
    [{ status: 'disabled' }, 'identity.account-disabled'],
    [{ lockedUntil: later(1) }, 'identity.account-locked'],
    [{ lockedUntil: later(-1) }, undefined],
    [{ activeSince: later(-24 * 45) }, 'identity.account-disabled'],
    [{ activeSince: later(-24 * 90), lastSignInAt: later(-24 * 44) }, undefined],
  ] as [Partial<Account>, string | undefined][])('%j may sign in unless %s', (more, code) =>
    expect(whyNotSignIn(anAccount(more), NOW, rules)?.code).toBe(code),
  )

  it('does not count accounts that were never opened to anybody as idle', () =>
    expect(isIdle(anAccount({ passwordHash: null, activeSince: later(-24 * 400) }), NOW, rules)).toBe(false))

  it.each([
    [{ mustChangePassword: true }, 'clerk', true],
    [{ passwordSetAt: later(-24 * 61) }, 'clerk', false],
    [{ passwordSetAt: later(-24 * 61) }, 'administrator', true],
    [{ passwordSetAt: later(-24 * 59) }, 'administrator', false],
  ] as const)('%j as %s needs a new password: %s', (more, role, needs) =>
    expect(needsNewPassword(anAccount(more), [{ role }], NOW, rules)).toBe(needs),
  )

  it.each([
    [true, false, true, 'second-factor'],
    [false, false, true, 'enrolment'],
    [true, true, true, 'new-password'],
    [true, true, false, 'open'],
  ] as const)('factor %s, proven %s, needs password %s: %s', (hasFactor, isProven, needsPassword, stage) =>
    expect(nextStage({ hasFactor, isProven, needsPassword })).toBe(stage),
  )

  it.each([
    ['officer', 14.9, undefined],
    ['officer', 15, 'idle'],
    ['citizen', 29.9, undefined],
    ['citizen', 30, 'idle'],
  ] as const)('%s after %f minutes: %s', (kind, minutes, why) => {
    const session = { lastSeenAt: new Date(NOW.getTime() - minutes * 60_000), expiresAt: later(1) } as Session
    expect(whyOver(session, kind, NOW, rules)).toBe(why)
  })

  it('ends a session after 12 hours however busy', () => {
    const expiresAt = expiryOf('open', NOW, rules)
    expect(expiresAt).toEqual(later(12))
    expect(whyOver({ lastSeenAt: later(12), expiresAt } as Session, 'officer', later(12), rules)).toBe('expired')
  })
})

describe('second factor', () => {
  it('takes a code one step early or late and no further', () => {
    const secret = newTotpSecret()
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
    const step = BigInt(Math.floor(NOW.getTime() / 30_000))
    expect(totpStep(secret, totpCode(secret, NOW), NOW)).toBe(step)
    expect(totpStep(secret, totpCode(secret, at(-30)), NOW)).toBe(step - 1n)
    expect(totpStep(secret, totpCode(secret, at(30)), NOW)).toBe(step + 1n)
    expect(totpStep(secret, totpCode(secret, at(-90)), NOW)).toBeUndefined()
    expect(totpStep(secret, 'abcdef', NOW)).toBeUndefined()
  })

  it('keeps its secret in a box that opens for its account alone', () => {
    const box = sealSecret('s'.repeat(32), 'account-1', 'SECRET')
    expect(openSecret('s'.repeat(32), 'account-1', box)).toBe('SECRET')
    expect(() => openSecret('s'.repeat(32), 'account-2', box)).toThrow()
    expect(() => openSecret('t'.repeat(32), 'account-1', box)).toThrow()
  })
})

describe('personal ID', () => {
  it.each([
    ['022188000512', { provinceCode: '22', sex: 'female', birthYear: 1988 }],
    ['022085000274', { provinceCode: '22', sex: 'male', birthYear: 1985 }],
    ['022304000177', { provinceCode: '22', sex: 'female', birthYear: 2004 }],
    ['02218800051', undefined],
    ['0221880005123', undefined],
    ['02218800051a', undefined],
  ])('%s', (personalId, read) => expect(readPersonalId(personalId)).toEqual(read))

  it('is not of somebody born in the future', () => {
    expect(isPersonalId('022226000001', NOW)).toBe(true)
    expect(isPersonalId('022227000001', NOW)).toBe(false)
  })

  it('is masked in lists', () => expect(maskPersonalId('022188000512')).toBe('022 188 ••• 512'))
})

describe('what is known of a citizen', () => {
  const known: Citizen = {
    id: 'c',
    personalId: '022188000512',
    fullName: 'Nguyễn Thu Hạnh',
    bornOn: '1988-03-14',
    birthYear: 1988,
    sex: 'female',
    address: 'Bãi Cháy',
    communeCode: '06673',
    phone: '0912000512',
    email: null,
    source: 'identity-provider',
    version: 3,
  }
  it('is not overwritten by what was typed at a desk, only filled', () =>
    expect(
      mergeCitizen(known, {
        personalId: known.personalId,
        fullName: 'Nguyen Thu Hanh',
        address: 'Khác',
        email: 'a@b.example',
      }),
    ).toEqual({ ...known, email: 'a@b.example' }))
  it('is brought up to date by the identity provider, the way to reach the person left to them', () =>
    expect(
      mergeCitizen(
        { ...known, source: 'desk' },
        {
          personalId: known.personalId,
          fullName: 'Nguyễn Thu Hạnh',
          address: 'Khác',
          phone: '0900000000',
          source: 'citizen-registry',
        },
      ),
    ).toEqual({ ...known, address: 'Khác', source: 'citizen-registry' }))
})
