import type { ActionContext } from '../platform/action.ts'
import type { Actor, System } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal, type Reason } from '../platform/refusal.ts'
import { afterWrongTry, needsNewPassword, type Account } from './account.ts'
import { expiryOf, nextStage, type SecondFactor, type Session, type SessionStage } from './session.ts'
import { signInRulesOn, type SignInRules } from './sign-in-rules.ts'
import { accountForUpdate, grantsOf, saveAccount } from './store/accounts.ts'
import { hasSecondFactor } from './store/second-factors.ts'
import { insertSession, renewSession, sessionById } from './store/sessions.ts'
import { newToken, tokenHash } from './token.ts'

/** Signing in is done by the system for somebody whose identity is not settled yet. */
export const SIGN_IN: System = { kind: 'system', name: 'sign-in' }

export type Device = {
  /** What the browser says about itself. */ device: string
  /** Network address. */ address: string
}
/** A wrong try changes the count of tries, so it is an answer and not an error that would undo it. */
export type SignInOutcome = { ok: true; token: string; stage: SessionStage } | { ok: false; reason: Reason }

export const rulesAt = (now: Date): SignInRules => signInRulesOn(vietnamDate(now))

/** The one answer to every wrong name or password. */
export function wrongPassword(now: Date): Reason {
  const { wrongTries, lockHours } = rulesAt(now)
  return { code: 'identity.wrong-password', facts: { tries: wrongTries, hours: lockHours } }
}

/** The running session and its account, both held; refuses when the session ended in between. */
export async function heldSession(
  ctx: ActionContext,
  sessionId: string,
): Promise<{ session: Session; account: Account }> {
  const found = await sessionById(ctx.db, sessionId)
  // The account first, always: two sessions of one person never wait for each other in a ring.
  const account = found && (await accountForUpdate(ctx.db, found.accountId))
  const session = account && (await sessionById(ctx.db, sessionId))
  if (!session || session.endedAt) throw new Refusal('platform.not-signed-in')
  return { session, account }
}

/** Counts a wrong password or code, locks at the limit, writes the line. */
export async function countWrongTry(
  ctx: ActionContext,
  account: Account,
  what: string,
  { device, address }: Device,
): Promise<Reason> {
  const counted = afterWrongTry(account, ctx.now, rulesAt(ctx.now))
  await saveAccount(ctx.db, { ...account, ...counted })
  ctx.journal({ subject: `account:${account.id}`, what, facts: { failedTries: counted.failedTries, device, address } })
  if (counted.lockedUntil)
    ctx.journal({ subject: `account:${account.id}`, what: 'identity.locked', facts: { until: counted.lockedUntil } })
  return what === 'identity.wrong-password' ? wrongPassword(ctx.now) : { code: 'identity.wrong-code' }
}

/** Begins a session at the stage the account is at, the password being right. */
export async function beginSession(
  ctx: ActionContext,
  account: Account,
  device: Device,
): Promise<{ token: string; session: Session }> {
  const stage = nextStage({
    hasFactor: await hasSecondFactor(ctx.db, account.id),
    isProven: false,
    needsPassword: false,
  })
  return startSession(ctx, account, stage, null, device)
}

export async function startSession(
  ctx: ActionContext,
  account: Account,
  stage: SessionStage,
  secondFactor: SecondFactor | null,
  { device, address }: Device,
): Promise<{ token: string; session: Session }> {
  const token = newToken()
  const session: Session = {
    id: newId(),
    accountId: account.id,
    stage,
    challenge: null,
    secondFactor,
    openedAt: ctx.now,
    lastSeenAt: ctx.now,
    expiresAt: expiryOf(stage, ctx.now, rulesAt(ctx.now)),
    endedAt: null,
    endedWhy: null,
    device: device.slice(0, 300),
    address,
  }
  await insertSession(ctx.db, session, tokenHash(token))
  return { token, session }
}

/** Moves a session on after a step was proven, under a new token; the last step opens it. */
export async function advanceSession(
  ctx: ActionContext,
  session: Session,
  account: Account,
  secondFactor: SecondFactor | null,
): Promise<SignInOutcome> {
  const rules = rulesAt(ctx.now)
  const grants = await grantsOf(ctx.db, account.id, vietnamDate(ctx.now))
  const wasOpen = session.stage === 'open'
  const needsPassword = !wasOpen && needsNewPassword(account, grants, ctx.now, rules)
  const stage = nextStage({ hasFactor: true, isProven: true, needsPassword })
  const token = newToken()
  const expiresAt = wasOpen ? session.expiresAt : expiryOf(stage, ctx.now, rules)
  await renewSession(ctx.db, { ...session, stage, secondFactor, lastSeenAt: ctx.now, expiresAt }, tokenHash(token))
  if (stage === 'open' && !wasOpen) {
    await saveAccount(ctx.db, { ...account, failedTries: 0, lockedUntil: null, lastSignInAt: ctx.now })
    const facts = { session: session.id, secondFactor, device: session.device, address: session.address }
    ctx.journal({ subject: `account:${account.id}`, what: 'identity.signed-in', facts })
  }
  return { ok: true, token, stage }
}

/** A person works on their own account only; the sign-in on the one it is about. */
export function checkOwn(actor: Actor, accountId: string): void {
  if (actor.kind === 'system') return
  if (actor.kind === 'anonymous' || actor.accountId !== accountId) throw new Refusal('platform.not-found')
}
