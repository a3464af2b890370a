import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { officerWho } from '../delegations/arrange.ts'
import { accountForUpdate, saveAccount } from '../store/accounts.ts'
import { endSessions } from '../store/sessions.ts'
import { whyNotDisable } from './officer.ts'

/** Closes an officer's account at once and ends what it is signed in to. `identity.unlockAccount` opens it again. */
export const disableAccount = action({
  name: 'identity.disableAccount',
  roles: ['administrator'],
  input: Type.Object({
    accountId: Type.String({ format: 'uuid' }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  async run(ctx, actor, { accountId, reason }) {
    const by = officerWho(actor)
    const account = await accountForUpdate(ctx.db, accountId)
    if (account?.kind !== 'officer') throw new Refusal('identity.unknown-officer')
    refuse(whyNotDisable(account, by.accountId))
    await saveAccount(ctx.db, { ...account, status: 'disabled' })
    const ended = await endSessions(ctx.db, { accountId }, 'ended-by-administrator', ctx.now)
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.disabled',
      facts: { why: 'administrator', reason, sessionsEnded: ended.length },
    })
  },
})
