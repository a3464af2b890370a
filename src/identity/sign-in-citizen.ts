import { Type } from 'typebox'
import { action, runAction, type ActionContext } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { whyNotSignIn, type Account } from './account.ts'
import type { Citizen } from './citizen.ts'
import { identityProviderPort, type IdentityClaims } from './identity-provider/port.ts'
import { whyNotWithLevel } from './identity-level.ts'
import { recordRepresentative } from './organisations/record-representative.ts'
import { rememberCitizen } from './remember-citizen.ts'
import { SIGN_IN, rulesAt, startSession, type Device } from './sign-in-steps.ts'
import { accountForUpdate, accountOfCitizen, insertAccount, saveAccount } from './store/accounts.ts'
import { dropCitizenSignInsBefore, insertCitizenSignIn, takeCitizenSignIn } from './store/citizens.ts'
import { newToken, tokenHash } from './token.ts'

export const RETURN_PATH = '/dang-nhap/tro-ve'

/** Begins a citizen's sign-in: where to send the browser, and the token its cookie must bring back. */
export async function beginCitizenSignIn(app: App, returnTo: string): Promise<{ address: string; token: string }> {
  const provider = app.ports.get(identityProviderPort)
  const { address, ...attempt } = await provider.begin(`${app.settings.publicAddress}${RETURN_PATH}`)
  const token = newToken()
  // No record of a person changes, so no action: a row about a browser that may never come back.
  await insertCitizenSignIn(app.db, tokenHash(token), { ...attempt, returnTo, startedAt: app.clock.now() })
  return { address, token }
}

const Nullable = Type.Union([Type.Null(), Type.String()])

export const recordCitizenSignIn = action({
  name: 'identity.recordCitizenSignIn',
  roles: ['system'],
  input: Type.Object({
    claims: Type.Object({
      personalId: Type.String(),
      fullName: Type.String(),
      bornOn: Nullable,
      sex: Type.Union([Type.Null(), Type.Literal('male'), Type.Literal('female')]),
      address: Nullable,
      phone: Nullable,
      email: Nullable,
      organisation: Type.Optional(Type.Object({ businessCode: Type.String(), name: Type.String() })),
    }),
    device: Type.String(),
    address: Type.String(),
  }),
  async run(ctx, _actor, { claims: { organisation, ...claims }, ...device }) {
    const citizen = await rememberCitizen(ctx, { ...claims, source: 'identity-provider' })
    if (organisation) await recordRepresentative(ctx, citizen, organisation)
    const account = await openCitizenAccount(ctx, citizen)
    refuse(whyNotSignIn(account, ctx.now, rulesAt(ctx.now)))
    await saveAccount(ctx.db, { ...account, fullName: citizen.fullName, lastSignInAt: ctx.now })
    const { token, session } = await startSession(ctx, account, 'open', 'identity-provider', device)
    const facts = { session: session.id, secondFactor: 'identity-provider', ...device }
    ctx.journal({ subject: `account:${account.id}`, what: 'identity.signed-in', facts })
    return { token }
  },
})

/** The account of a person, made at their first sign-in, or when they first file with somebody's help. */
export async function openCitizenAccount(ctx: ActionContext, citizen: Citizen): Promise<Account> {
  const known = await accountOfCitizen(ctx.db, citizen.id)
  const held = known && (await accountForUpdate(ctx.db, known.id))
  if (held) return held
  const account: Account = {
    id: newId(),
    kind: 'citizen',
    signInName: null,
    fullName: citizen.fullName,
    citizenId: citizen.id,
    email: null,
    phone: null,
    status: 'active',
    passwordHash: null,
    passwordSetAt: null,
    mustChangePassword: false,
    failedTries: 0,
    lockedUntil: null,
    activeSince: ctx.now,
    lastSignInAt: null,
    origin: 'identity-provider',
    version: 1,
  }
  await insertAccount(ctx.db, account, ctx.now)
  ctx.journal({ subject: `account:${account.id}`, what: 'identity.account-opened', facts: { kind: 'citizen' } })
  return account
}

const recordFailedSignIn = action({
  name: 'identity.recordFailedCitizenSignIn',
  roles: ['system'],
  input: Type.Object({ code: Type.String(), reason: Type.String(), device: Type.String(), address: Type.String() }),
  async run(ctx, _actor, facts) {
    ctx.journal({ subject: 'sign-in:citizens', what: 'identity.sign-in-refused', facts })
  },
})

/**
 * Ends a citizen's sign-in with what the provider sent back. The first sign-in makes the account.
 * Refuses `identity.sign-in-stale`, `identity.provider-refused`, `identity.provider-away`, `identity.account-disabled`,
 * `identity.level-too-low`, `identity.organisation-account`.
 */
export async function completeCitizenSignIn(
  app: App,
  { token, callback, ...device }: Device & { token: string; callback: URL },
): Promise<{ token: string; returnTo: string }> {
  const now = app.clock.now()
  const oldest = new Date(now.getTime() - rulesAt(now).unfinishedMinutes * 60_000)
  const attempt = await takeCitizenSignIn(app.db, tokenHash(token), oldest)
  try {
    if (!attempt) throw new Refusal('identity.sign-in-stale')
    const claims: IdentityClaims = await app.ports.get(identityProviderPort).complete(callback, attempt)
    const { level, ...person } = claims
    // Accounts of organisations have one level alone.
    if (!claims.organisation) refuse(whyNotWithLevel(level, vietnamDate(now)))
    const session = await runAction(app, recordCitizenSignIn, SIGN_IN, { claims: person, ...device })
    return { token: session.token, returnTo: attempt.returnTo }
  } catch (error) {
    if (error instanceof Refusal) {
      await runAction(app, recordFailedSignIn, SIGN_IN, {
        code: error.code,
        reason: String(error.facts.reason ?? ''),
        ...device,
      })
    }
    throw error
  }
}

/** Forgets sign-ins that were begun and never came back. */
export async function dropStaleSignIns(app: App): Promise<void> {
  const now = app.clock.now()
  await dropCitizenSignInsBefore(app.db, new Date(now.getTime() - rulesAt(now).unfinishedMinutes * 60_000))
}
