import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { whyNotSignIn } from './account.ts'
import { SIGN_IN, advanceSession, countWrongTry, heldSession, rulesAt, type SignInOutcome } from './sign-in-steps.ts'
import { totpOf, useTotpStep } from './store/second-factors.ts'
import { openSecret } from './token.ts'
import { totpStep } from './totp.ts'

const proveTotpAction = action({
  name: 'identity.proveTotp',
  roles: ['system'],
  input: Type.Object({ sessionId: Type.String(), code: Type.String({ maxLength: 20 }) }),
  async run(ctx, _actor, { sessionId, code }): Promise<SignInOutcome> {
    const { session, account } = await heldSession(ctx, sessionId)
    const stored = await totpOf(ctx.db, account.id)
    const reason =
      session.stage === 'second-factor'
        ? whyNotSignIn(account, ctx.now, rulesAt(ctx.now))
        : { code: 'platform.conflict' }
    if (reason) {
      ctx.journal({ subject: `account:${account.id}`, what: 'identity.sign-in-refused', facts: { code: reason.code } })
      return { ok: false, reason }
    }
    const step = stored?.confirmedAt
      ? totpStep(openSecret(ctx.settings.secret, account.id, stored.secretBox), code, ctx.now)
      : undefined
    if (step === undefined || !(await useTotpStep(ctx.db, account.id, step, ctx.now))) {
      return { ok: false, reason: await countWrongTry(ctx, account, 'identity.wrong-code', session) }
    }
    ctx.journal({
      subject: `account:${account.id}`,
      what: 'identity.second-factor-proven',
      facts: { session: session.id, factor: 'totp' },
    })
    return advanceSession(ctx, session, account, 'totp')
  },
})

/** The second step with a code from an authenticator application. A code counts once. */
export function proveTotp(app: App, sessionId: string, code: string): Promise<SignInOutcome> {
  return runAction(app, proveTotpAction, SIGN_IN, { sessionId, code })
}
