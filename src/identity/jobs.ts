import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { defineJob } from '../platform/jobs.ts'
import { endOverSessions } from './end-session.ts'
import { dropStaleHeld } from './held-submission.ts'
import { dropStaleSignIns } from './sign-in-citizen.ts'
import { rulesAt } from './sign-in-steps.ts'
import { sendText } from './text-messages/send-text.ts'
import { accountsIdleSince, saveAccount } from './store/accounts.ts'

const disableIdleAction = action({
  name: 'identity.disableIdle',
  roles: ['system'],
  input: Type.Object({}),
  async run(ctx) {
    const before = new Date(ctx.now.getTime() - rulesAt(ctx.now).idleAccountDays * 86_400_000)
    const idle = await accountsIdleSince(ctx.db, before)
    for (const account of idle) {
      await saveAccount(ctx.db, { ...account, status: 'disabled' })
      ctx.journal({ subject: `account:${account.id}`, what: 'identity.disabled', facts: { why: 'idle' } })
    }
    ctx.journal({ subject: 'identity:accounts', what: 'identity.idle-reviewed', facts: { disabled: idle.length } })
    return { disabled: idle.length }
  },
})

/** Disables officers' accounts nobody used for the number of days in the rules. */
export function disableIdleAccounts(app: App): Promise<{ disabled: number }> {
  return runAction(app, disableIdleAction, { kind: 'system', name: 'accounts' }, {})
}

export const identityJobs = [
  sendText,
  defineJob<object>('identity.end-over-sessions', { schedule: '*/5 * * * *' }, async (app) => {
    await endOverSessions(app)
    await dropStaleSignIns(app)
    await dropStaleHeld(app)
  }),
  defineJob<object>(
    'identity.disable-idle',
    { schedule: '30 1 * * *' },
    async (app) => void (await disableIdleAccounts(app)),
  ),
]
