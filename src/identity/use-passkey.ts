import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import { whyNotSignIn } from './account.ts'
import { OFFICERS, asSignIn } from './enrol-totp.ts'
import {
  checkPasskey,
  creationOptions,
  readNewPasskey,
  requestOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from './passkeys.ts'
import {
  SIGN_IN,
  advanceSession,
  checkOwn,
  countWrongTry,
  heldSession,
  rulesAt,
  type SignInOutcome,
} from './sign-in-steps.ts'
import { insertPasskey, notePasskeyUse, passkeysOf } from './store/second-factors.ts'
import { saveChallenge, takeChallenge } from './store/sessions.ts'

type Question = { create: PublicKeyCredentialCreationOptionsJSON } | { get: PublicKeyCredentialRequestOptionsJSON }

const askPasskeyAction = action({
  name: 'identity.askPasskey',
  roles: OFFICERS,
  input: Type.Object({ sessionId: Type.String() }),
  unjournalled: 'A question put to a device; the answer is journalled.',
  async run(ctx, actor, { sessionId }): Promise<Question> {
    const { session, account } = await heldSession(ctx, sessionId)
    checkOwn(actor, account.id)
    const passkeys = await passkeysOf(ctx.db, account.id)
    const question: Question =
      session.stage === 'second-factor'
        ? { get: await requestOptions(ctx.settings, passkeys) }
        : { create: await creationOptions(ctx.settings, account, passkeys) }
    await saveChallenge(ctx.db, session, 'get' in question ? question.get.challenge : question.create.challenge)
    return question
  },
})

const addPasskeyAction = action({
  name: 'identity.addPasskey',
  roles: OFFICERS,
  input: Type.Object({
    sessionId: Type.String(),
    answer: Type.String({ maxLength: 20_000 }),
    name: Type.String({ maxLength: 100 }),
  }),
  async run(ctx, actor, { sessionId, answer, name }): Promise<SignInOutcome> {
    const { session, account } = await heldSession(ctx, sessionId)
    checkOwn(actor, account.id)
    if (session.stage !== 'enrolment' && session.stage !== 'open') throw new Refusal('platform.conflict')
    const challenge = await takeChallenge(ctx.db, session)
    const made = challenge ? await readNewPasskey(ctx.settings, answer, challenge) : undefined
    const passkey = made && {
      ...made,
      accountId: account.id,
      name: name || session.device.slice(0, 100),
      addedAt: ctx.now,
      lastUsedAt: null,
    }
    if (!passkey || !(await insertPasskey(ctx.db, passkey))) {
      ctx.journal({ subject: `account:${account.id}`, what: 'identity.passkey-refused' })
      return { ok: false, reason: { code: 'identity.passkey-refused' } }
    }
    ctx.journal({
      subject: `account:${account.id}`,
      what: 'identity.second-factor-added',
      facts: { factor: 'passkey' },
    })
    return advanceSession(ctx, session, account, session.secondFactor ?? 'passkey')
  },
})

const provePasskeyAction = action({
  name: 'identity.provePasskey',
  roles: ['system'],
  input: Type.Object({ sessionId: Type.String(), answer: Type.String({ maxLength: 20_000 }) }),
  async run(ctx, _actor, { sessionId, answer }): Promise<SignInOutcome> {
    const { session, account } = await heldSession(ctx, sessionId)
    const reason =
      session.stage === 'second-factor'
        ? whyNotSignIn(account, ctx.now, rulesAt(ctx.now))
        : { code: 'platform.conflict' }
    if (reason) {
      ctx.journal({ subject: `account:${account.id}`, what: 'identity.sign-in-refused', facts: { code: reason.code } })
      return { ok: false, reason }
    }
    const challenge = await takeChallenge(ctx.db, session)
    const used = challenge
      ? await checkPasskey(ctx.settings, answer, challenge, await passkeysOf(ctx.db, account.id))
      : undefined
    if (!used) return { ok: false, reason: await countWrongTry(ctx, account, 'identity.wrong-code', session) }
    await notePasskeyUse(ctx.db, account.id, used.id, used.counter, ctx.now)
    ctx.journal({
      subject: `account:${account.id}`,
      what: 'identity.second-factor-proven',
      facts: { session: session.id, factor: 'passkey' },
    })
    return advanceSession(ctx, session, account, 'passkey')
  },
})

/** What the browser must ask the device: to prove a passkey while signing in, else to make one. */
export function askPasskey(app: App, actor: Actor, sessionId: string): Promise<Question> {
  return runAction(app, askPasskeyAction, asSignIn(actor), { sessionId })
}

export function addPasskey(
  app: App,
  actor: Actor,
  sessionId: string,
  answer: string,
  name = '',
): Promise<SignInOutcome> {
  return runAction(app, addPasskeyAction, asSignIn(actor), { sessionId, answer, name })
}

export function provePasskey(app: App, sessionId: string, answer: string): Promise<SignInOutcome> {
  return runAction(app, provePasskeyAction, SIGN_IN, { sessionId, answer })
}
