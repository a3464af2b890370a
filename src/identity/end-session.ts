import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import { ROLES, holds, type Actor, type System } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { whyOver, type Session } from './session.ts'
import { rulesAt } from './sign-in-steps.ts'
import { accountForUpdate, saveAccount } from './store/accounts.ts'
import { removePasskey, removeTotp, passkeysOf } from './store/second-factors.ts'
import { endSessions, openSessionsOf, sessionsOver } from './store/sessions.ts'

const CLOCK: System = { kind: 'system', name: 'sessions' }

/** Ends one session of an account or all of them: one's own, or anybody's for an administrator. */
export const endSession = action({
  name: 'identity.endSession',
  roles: ROLES,
  input: Type.Object({
    accountId: Type.String({ format: 'uuid' }),
    /** Without it: all. */
    sessionId: Type.Optional(Type.String({ format: 'uuid' })),
    /** The one left running when ending all others. */
    exceptId: Type.Optional(Type.String({ format: 'uuid' })),
  }),
  async run(ctx, actor, { accountId, sessionId, exceptId }) {
    const isOwn = actor.kind !== 'anonymous' && actor.kind !== 'system' && actor.accountId === accountId
    if (!isOwn && !holds(actor, 'administrator')) throw new Refusal('platform.not-found')
    const why = isOwn ? 'ended-by-person' : 'ended-by-administrator'
    const which = { accountId, ...(sessionId ? { id: sessionId } : {}), ...(exceptId ? { except: exceptId } : {}) }
    const ended = await endSessions(ctx.db, which, why, ctx.now)
    ctx.journal({ subject: `account:${accountId}`, what: 'identity.session-ended', facts: { why, sessions: ended } })
    return { ended: ended.length }
  },
})

/** Where an account is signed in now; an administrator's look at others is journalled. */
export const listSessions = query({
  name: 'identity.listSessions',
  roles: ROLES,
  input: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
  async run(app, actor, { accountId }): Promise<Session[]> {
    if (!isOwnAccount(actor, accountId) && !holds(actor, 'administrator')) throw new Refusal('platform.not-found')
    const now = app.clock.now()
    const kind = isOwnAccount(actor, accountId) && actor.kind === 'citizen' ? 'citizen' : 'officer'
    return (await openSessionsOf(app.db, accountId)).filter(
      (session) => whyOver(session, kind, now, rulesAt(now)) === undefined,
    )
  },
  reads: (actor, { accountId }) => (isOwnAccount(actor, accountId) ? [] : [`account:${accountId}`]),
})

function isOwnAccount(actor: Actor, accountId: string): boolean {
  return (actor.kind === 'citizen' || actor.kind === 'officer') && actor.accountId === accountId
}

/** Lets somebody in again: after the lock, or after the account stood idle. */
export const unlockAccount = action({
  name: 'identity.unlockAccount',
  roles: ['administrator'],
  input: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
  async run(ctx, _actor, { accountId }) {
    const account = await accountForUpdate(ctx.db, accountId)
    if (!account) throw new Refusal('platform.not-found')
    await saveAccount(ctx.db, { ...account, failedTries: 0, lockedUntil: null, status: 'active', activeSince: ctx.now })
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.unlocked',
      facts: { was: account.status, failedTries: account.failedTries },
    })
  },
})

/** For a lost telephone: the person enrols a new second factor at the next sign-in. */
export const resetSecondFactors = action({
  name: 'identity.resetSecondFactors',
  roles: ['administrator'],
  input: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
  async run(ctx, _actor, { accountId }) {
    const account = await accountForUpdate(ctx.db, accountId)
    if (!account || account.kind !== 'officer') throw new Refusal('platform.not-found')
    const hadTotp = await removeTotp(ctx.db, accountId)
    const passkeys = await passkeysOf(ctx.db, accountId)
    for (const { id } of passkeys) await removePasskey(ctx.db, accountId, id)
    const ended = await endSessions(ctx.db, { accountId }, 'ended-by-administrator', ctx.now)
    const facts = { totp: hadTotp, passkeys: passkeys.length, sessionsEnded: ended.length }
    ctx.journal({ subject: `account:${accountId}`, what: 'identity.second-factors-reset', facts })
  },
})

const endOverAction = action({
  name: 'identity.endOverSession',
  roles: ['system'],
  input: Type.Object({
    accountId: Type.String(),
    sessionId: Type.String(),
    why: Type.Union([Type.Literal('idle'), Type.Literal('expired'), Type.Literal('signed-out')]),
  }),
  async run(ctx, _actor, { accountId, sessionId, why }) {
    const ended = await endSessions(ctx.db, { accountId, id: sessionId }, why, ctx.now)
    ctx.journal({ subject: `account:${accountId}`, what: 'identity.session-ended', facts: { why, sessions: ended } })
  },
})

/** Ends a session that the clock ended. */
export async function endOver(
  app: App,
  session: Pick<Session, 'id' | 'accountId'>,
  why: 'idle' | 'expired',
): Promise<void> {
  await runAction(app, endOverAction, CLOCK, { accountId: session.accountId, sessionId: session.id, why })
}

/** Signs out; needs no role, so that nobody is ever kept in. */
export async function signOut(app: App, session: Pick<Session, 'id' | 'accountId'>): Promise<void> {
  await runAction(app, endOverAction, CLOCK, { accountId: session.accountId, sessionId: session.id, why: 'signed-out' })
}

/** Ends every session that is over by the clock; people who close the browser never come back to be told. */
export async function endOverSessions(app: App): Promise<number> {
  const now = app.clock.now()
  const rules = rulesAt(now)
  const since = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const over = await sessionsOver(app.db, now, since(rules.officerIdleMinutes), since(rules.citizenIdleMinutes))
  for (const session of over) {
    const why = whyOver(session, session.kind, now, rules)
    if (why === 'idle' || why === 'expired') await endOver(app, session, why)
  }
  return over.length
}
