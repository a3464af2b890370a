import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { delegationById, saveRevocation, whyNotRevoke } from '../../organisation/index.ts'
import { officerWho, whyNotArrange } from './arrange.ts'

/** Ends a delegation before its day, at once, with the reason. Whoever handed something on may always take it back. */
export const revokeDelegation = action({
  name: 'identity.revokeDelegation',
  roles: ['administrator', 'intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({
    delegationId: Type.String({ format: 'uuid' }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  async run(ctx, actor, { delegationId, reason }) {
    const by = officerWho(actor)
    const delegation = await delegationById(ctx.db, delegationId)
    const isOwn = delegation?.fromAccountId === by.accountId
    if (!delegation || (!isOwn && whyNotArrange(by, delegation))) throw new Refusal('platform.not-found')
    refuse(whyNotRevoke(delegation, vietnamDate(ctx.now)))
    const revoked = { id: delegationId, revokedAt: ctx.now, revokedByName: by.fullName, revokeReason: reason }
    if (!(await saveRevocation(ctx.db, revoked))) throw new Refusal('platform.conflict')
    for (const accountId of [delegation.fromAccountId, delegation.toAccountId]) {
      ctx.journal({
        subject: `account:${accountId}`,
        what: 'identity.delegation-revoked',
        facts: { delegation: delegationId, reason },
      })
    }
  },
})
