import { Type } from 'typebox'
import { action, runAction, type Permission } from '../platform/action.ts'
import { ROLES, type Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import { SIGN_IN, advanceSession, checkOwn, countWrongTry, heldSession, type SignInOutcome } from './sign-in-steps.ts'
import { offerTotp, totpOf, useTotpStep } from './store/second-factors.ts'
import { openSecret, sealSecret } from './token.ts'
import { newTotpSecret, totpAddress, totpStep } from './totp.ts'

/** Officers on their own account, and the sign-in for somebody who is half way in. */
export const OFFICERS: readonly Permission[] = [...ROLES.filter((role) => role !== 'citizen'), 'system']

export type TotpOffer = { secret: string; address: string }

const offerTotpAction = action({
  name: 'identity.offerTotp',
  roles: OFFICERS,
  input: Type.Object({ sessionId: Type.String() }),
  unjournalled: 'An offered secret is worth nothing until the code proves it; the confirmation is journalled.',
  async run(ctx, actor, { sessionId }): Promise<TotpOffer> {
    const { session, account } = await heldSession(ctx, sessionId)
    checkOwn(actor, account.id)
    if (session.stage !== 'enrolment' && session.stage !== 'open') throw new Refusal('platform.conflict')
    const stored = await totpOf(ctx.db, account.id)
    if (stored?.confirmedAt) throw new Refusal('identity.totp-there')
    const secret = stored ? openSecret(ctx.settings.secret, account.id, stored.secretBox) : newTotpSecret()
    if (!stored) await offerTotp(ctx.db, account.id, sealSecret(ctx.settings.secret, account.id, secret), ctx.now)
    return { secret, address: totpAddress(secret, account.signInName ?? account.fullName) }
  },
})

const confirmTotpAction = action({
  name: 'identity.confirmTotp',
  roles: OFFICERS,
  input: Type.Object({ sessionId: Type.String(), code: Type.String({ maxLength: 20 }) }),
  async run(ctx, actor, { sessionId, code }): Promise<SignInOutcome> {
    const { session, account } = await heldSession(ctx, sessionId)
    checkOwn(actor, account.id)
    const stored = await totpOf(ctx.db, account.id)
    if (!stored || stored.confirmedAt || (session.stage !== 'enrolment' && session.stage !== 'open'))
      throw new Refusal('platform.conflict')
    const step = totpStep(openSecret(ctx.settings.secret, account.id, stored.secretBox), code, ctx.now)
    if (step === undefined || !(await useTotpStep(ctx.db, account.id, step, ctx.now))) {
      return { ok: false, reason: await countWrongTry(ctx, account, 'identity.wrong-code', session) }
    }
    ctx.journal({ subject: `account:${account.id}`, what: 'identity.second-factor-added', facts: { factor: 'totp' } })
    return advanceSession(ctx, session, account, session.secondFactor ?? 'totp')
  },
})

/** The secret to put into an authenticator application; the same until it is confirmed. */
export function beginTotp(app: App, actor: Actor, sessionId: string): Promise<TotpOffer> {
  return runAction(app, offerTotpAction, asSignIn(actor), { sessionId })
}

export function confirmTotp(app: App, actor: Actor, sessionId: string, code: string): Promise<SignInOutcome> {
  return runAction(app, confirmTotpAction, asSignIn(actor), { sessionId, code })
}

/** Somebody half way in is nobody yet: the sign-in acts for them. */
export function asSignIn(actor: Actor): Actor {
  return actor.kind === 'anonymous' ? SIGN_IN : actor
}
