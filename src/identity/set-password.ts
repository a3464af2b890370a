import { randomInt } from 'node:crypto'
import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { OFFICERS, asSignIn } from './enrol-totp.ts'
import { hashPassword, verifyPassword, wasUsed, whyNotPassword } from './password.ts'
import type { Session } from './session.ts'
import {
  SIGN_IN,
  advanceSession,
  checkOwn,
  countWrongTry,
  heldSession,
  rulesAt,
  type SignInOutcome,
} from './sign-in-steps.ts'
import { accountById, accountForUpdate, rememberHash, rememberedHashes, saveAccount } from './store/accounts.ts'
import { endSessions } from './store/sessions.ts'

const changePasswordAction = action({
  name: 'identity.changePassword',
  roles: OFFICERS,
  input: Type.Object({ sessionId: Type.String(), hash: Type.String() }),
  async run(ctx, actor, { sessionId, hash }): Promise<SignInOutcome> {
    const { session, account } = await heldSession(ctx, sessionId)
    checkOwn(actor, account.id)
    if (session.stage !== 'new-password' && session.stage !== 'open') throw new Refusal('platform.conflict')
    await rememberHash(ctx.db, account.id, hash, ctx.now, rulesAt(ctx.now).passwordsRemembered)
    const changed = { ...account, passwordHash: hash, passwordSetAt: ctx.now, mustChangePassword: false }
    await saveAccount(ctx.db, changed)
    const ended = await endSessions(ctx.db, { accountId: account.id, except: session.id }, 'password-changed', ctx.now)
    ctx.journal({
      subject: `account:${account.id}`,
      what: 'identity.password-changed',
      facts: { sessionsEnded: ended.length },
    })
    return advanceSession(ctx, session, { ...changed, version: account.version + 1 }, session.secondFactor)
  },
})

const noteWrongPassword = action({
  name: 'identity.noteWrongPassword',
  roles: ['system'],
  input: Type.Object({ sessionId: Type.String() }),
  async run(ctx, _actor, { sessionId }) {
    const { session, account } = await heldSession(ctx, sessionId)
    const reason = await countWrongTry(ctx, account, 'identity.wrong-password', session)
    return { code: reason.code === 'identity.wrong-password' ? 'identity.wrong-current-password' : reason.code }
  },
})

export type NewPassword = { /** Not asked right after signing in with it. */ current: string | null; next: string }

/** Changes one's own password by the rules in force; ends the person's other sessions. */
export async function changePassword(
  app: App,
  actor: Actor,
  session: Session,
  { current, next }: NewPassword,
): Promise<SignInOutcome> {
  const account = await accountById(app.db, session.accountId)
  if (!account) throw new Refusal('platform.not-found')
  const rules = rulesAt(app.clock.now())
  if (session.stage === 'open' && !(await verifyPassword(account.passwordHash, current ?? ''))) {
    return { ok: false, reason: await runAction(app, noteWrongPassword, SIGN_IN, { sessionId: session.id }) }
  }
  const reason = whyNotPassword(next, [account.fullName, account.signInName ?? ''], rules)
  if (reason) return { ok: false, reason }
  const known = [...(await rememberedHashes(app.db, account.id, rules.passwordsRemembered)), account.passwordHash ?? '']
  if (await wasUsed(next, [...new Set(known)].filter(Boolean))) {
    return { ok: false, reason: { code: 'identity.password-used', facts: { many: rules.passwordsRemembered } } }
  }
  return runAction(app, changePasswordAction, asSignIn(actor), {
    sessionId: session.id,
    hash: await hashPassword(next),
  })
}

const givePasswordAction = action({
  name: 'identity.givePassword',
  roles: ['administrator'],
  input: Type.Object({ accountId: Type.String({ format: 'uuid' }), hash: Type.String() }),
  async run(ctx, _actor, { accountId, hash }) {
    const account = await accountForUpdate(ctx.db, accountId)
    if (!account || account.kind !== 'officer') throw new Refusal('platform.not-found')
    await rememberHash(ctx.db, accountId, hash, ctx.now, rulesAt(ctx.now).passwordsRemembered)
    const given = {
      passwordHash: hash,
      passwordSetAt: ctx.now,
      mustChangePassword: true,
      failedTries: 0,
      lockedUntil: null,
      activeSince: ctx.now,
    }
    await saveAccount(ctx.db, { ...account, ...given, status: 'active' })
    const ended = await endSessions(ctx.db, { accountId }, 'password-changed', ctx.now)
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.password-given',
      facts: { sessionsEnded: ended.length },
    })
  },
})

/** An administrator gives an officer a password for one sign-in; shown once, to be changed at once. */
export async function givePassword(app: App, actor: Actor, accountId: string): Promise<{ password: string }> {
  if (!(actor.kind === 'officer')) refuse({ code: 'platform.forbidden' })
  const password = generatePassword()
  await runAction(app, givePasswordAction, actor, { accountId, hash: await hashPassword(password) })
  return { password }
}

const LETTERS = ['abcdefghkmnpqrstuvwxyz', 'ABCDEFGHKLMNPQRSTUVWXYZ', '23456789', '!#%+=?@']

/** A password of all four classes that is easy to read from paper: 14 characters in groups. */
export function generatePassword(): string {
  const pick = (letters: string) => letters[randomInt(letters.length)] ?? ''
  const [lower = '', upper = '', digit = '', sign = ''] = LETTERS
  const word = () => pick(upper) + Array.from({ length: 3 }, () => pick(lower)).join('')
  return `${word()}${pick(digit)}${word()}${pick(digit)}${word()}${pick(sign)}`
}
