import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { whyNotSignIn } from './account.ts'
import { verifyPassword } from './password.ts'
import {
  SIGN_IN,
  beginSession,
  countWrongTry,
  rulesAt,
  wrongPassword,
  type Device,
  type SignInOutcome,
} from './sign-in-steps.ts'
import { accountBySignInName, accountForUpdate, saveAccount } from './store/accounts.ts'

const recordPassword = action({
  name: 'identity.recordPassword',
  roles: ['system'],
  input: Type.Object({
    accountId: Type.Union([Type.String(), Type.Null()]),
    isRight: Type.Boolean(),
    /** The hash that was compared: one changed in between counts as wrong. */
    comparedWith: Type.Union([Type.String(), Type.Null()]),
    device: Type.String(),
    address: Type.String(),
  }),
  async run(ctx, _actor, { accountId, isRight, comparedWith, device, address }): Promise<SignInOutcome> {
    const account = accountId === null ? undefined : await accountForUpdate(ctx.db, accountId)
    if (!account) {
      ctx.journal({ subject: 'sign-in:officers', what: 'identity.unknown-name', facts: { device, address } })
      return { ok: false, reason: wrongPassword(ctx.now) }
    }
    const reason = whyNotSignIn(account, ctx.now, rulesAt(ctx.now))
    if (!isRight || account.passwordHash !== comparedWith) {
      if (reason === undefined)
        return { ok: false, reason: await countWrongTry(ctx, account, 'identity.wrong-password', { device, address }) }
      ctx.journal({ subject: `account:${account.id}`, what: 'identity.wrong-password', facts: { device, address } })
      return { ok: false, reason: wrongPassword(ctx.now) }
    }
    if (reason) {
      if (account.status === 'active' && reason.code === 'identity.account-disabled') {
        await saveAccount(ctx.db, { ...account, status: 'disabled' })
        ctx.journal({ subject: `account:${account.id}`, what: 'identity.disabled', facts: { why: 'idle' } })
      }
      ctx.journal({
        subject: `account:${account.id}`,
        what: 'identity.sign-in-refused',
        facts: { code: reason.code, device, address },
      })
      return { ok: false, reason }
    }
    const { token, session } = await beginSession(ctx, account, { device, address })
    ctx.journal({
      subject: `account:${account.id}`,
      what: 'identity.password-given',
      facts: { session: session.id, device, address },
    })
    return { ok: true, token, stage: session.stage }
  },
})

/**
 * The first step of an officer's sign-in. The answer for an unknown name, a wrong password and a locked account with
 * a wrong password is the same and takes the same time.
 */
export async function signInWithPassword(
  app: App,
  { name, password, ...device }: Device & { name: string; password: string },
): Promise<SignInOutcome> {
  const account = await accountBySignInName(app.db, name)
  const comparedWith = account?.passwordHash ?? null
  const isRight = await verifyPassword(comparedWith, password)
  return runAction(app, recordPassword, SIGN_IN, { accountId: account?.id ?? null, isRight, comparedWith, ...device })
}
