import { ANONYMOUS, type Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate, type LegalDate } from '../platform/dates.ts'
import type { Choices } from '../platform/web/choices.ts'
import { delegatedGrants } from './delegations/stand-ins.ts'
import { endOver } from './end-session.ts'
import { SEEN_EVERY_MS, whyOver, type Session } from './session.ts'
import { rulesAt } from './sign-in-steps.ts'
import { accountByApiToken, noteSeen, sessionByToken, type Identified } from './store/sessions.ts'
import { tokenHash } from './token.ts'

/** Who sent a request. `session` is there also while a sign-in is half done; `actor` is nobody until it is open. */
export type Identity = {
  actor: Actor
  session: Session | null
  choices?: Partial<Choices>
  endedWhy?: 'idle' | 'expired'
}

const NOBODY: Identity = { actor: ANONYMOUS, session: null }

/** Finds the person behind a session cookie; ends a session that is over by the clock. */
export async function identifySession(app: App, token: string): Promise<Identity> {
  const now = app.clock.now()
  const today = vietnamDate(now)
  const found = await sessionByToken(app.db, tokenHash(token), today)
  if (!found || found.status !== 'active') return NOBODY
  const why = whyOver(found, found.kind, now, rulesAt(now))
  if (why === 'idle' || why === 'expired') {
    await endOver(app, found, why)
    return { ...NOBODY, endedWhy: why }
  }
  if (now.getTime() - found.lastSeenAt.getTime() >= SEEN_EVERY_MS) await noteSeen(app.db, found, now)
  return {
    actor: found.stage === 'open' ? await actorOf(app, found.accountId, found, today) : ANONYMOUS,
    session: found,
    choices: found.choices,
  }
}

/** Finds the account behind an API token. */
export async function identifyToken(app: App, token: string): Promise<Identity> {
  const now = app.clock.now()
  const today = vietnamDate(now)
  const found = await accountByApiToken(app.db, tokenHash(token), now, today)
  return found
    ? { actor: await actorOf(app, found.accountId, found, today), session: null, choices: found.choices }
    : NOBODY
}

/** An officer comes with their own roles first, then with those they hold in others' places today. */
async function actorOf(
  { db }: App,
  accountId: string,
  { kind, fullName, citizenId, personalId, grants }: Identified,
  today: LegalDate,
): Promise<Actor> {
  if (kind === 'citizen') return { kind, accountId, fullName, citizenId: citizenId ?? '', personalId: personalId ?? '' }
  return { kind, accountId, fullName, grants: [...grants, ...(await delegatedGrants(db, accountId, today))] }
}
