import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { whyNotSignIn } from './account.ts'
import { SIGN_IN, rulesAt, startSession } from './sign-in-steps.ts'
import { accountForUpdate, saveAccount } from './store/accounts.ts'

export const SESSION_COOKIE = '__Host-motcua'

const openSessionAction = action({
  name: 'identity.openSession',
  roles: ['system'],
  input: Type.Object({ accountId: Type.String(), device: Type.String(), address: Type.String() }),
  async run(ctx, _actor, { accountId, ...device }) {
    const account = await accountForUpdate(ctx.db, accountId)
    if (!account) throw new Refusal('platform.not-found')
    refuse(whyNotSignIn(account, ctx.now, rulesAt(ctx.now)))
    const factor = account.kind === 'citizen' ? 'identity-provider' : null
    const { token, session } = await startSession(ctx, account, 'open', factor, device)
    await saveAccount(ctx.db, { ...account, failedTries: 0, lockedUntil: null, lastSignInAt: ctx.now })
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.signed-in',
      facts: { session: session.id, secondFactor: factor, ...device },
    })
    return { token, sessionId: session.id }
  },
})

type Options = { device?: string; address?: string }

/**
 * Opens a session without asking for anything: for citizens whose identity provider has asked, and for tests.
 * No door may call it with an account that somebody named.
 */
export async function openSession(
  app: App,
  accountId: string,
  { device = '', address = '' }: Options = {},
): Promise<{ token: string; sessionId: string; cookie: string }> {
  const { token, sessionId } = await runAction(app, openSessionAction, SIGN_IN, { accountId, device, address })
  return { token, sessionId, cookie: `${SESSION_COOKIE}=${token}` }
}
