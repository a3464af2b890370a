import type { App } from '../platform/app.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/id.ts'
import {
  dropHeldBefore,
  endedAccountOf,
  heldByBrowser,
  insertHeldSubmission,
  type HeldRow,
} from './store/held-submissions.ts'
import { newToken, openSecret, sealSecret, tokenHash } from './token.ts'

const KEPT_HOURS = 2
/** Larger than any form of ours; a form this large is kept in the page alone. */
const MOST_BYTES = 200_000

export type TypedFields = [name: string, value: string][]

/** nội dung giữ lại: what a form carried that came after its session had ended. */
export type HeldSubmission = { id: string; path: string; fields: TypedFields; heldAt: Date }

type Browser = { sessionToken: string | undefined; browserToken: string | undefined }

/**
 * Keeps what was typed for whoever the ended session belonged to, and gives the token the browser must show to get it back.
 * Undefined where nobody can be told to be its owner: signed out, or no session shown. No record of a person changes and the
 * content is not acted upon, so no action.
 */
export async function holdSubmission(
  app: App,
  { sessionToken, browserToken }: Browser,
  { path, fields }: Pick<HeldSubmission, 'path' | 'fields'>,
): Promise<string | undefined> {
  const content = JSON.stringify(fields)
  if (sessionToken === undefined || content.length > MOST_BYTES) return undefined
  const now = app.clock.now()
  const accountId = await endedAccountOf(app.db, tokenHash(sessionToken), oldest(now))
  if (accountId === undefined) return undefined
  const token = browserToken ?? newToken()
  const id = newId()
  await insertHeldSubmission(app.db, {
    id,
    accountId,
    browserHash: tokenHash(token),
    path,
    content: sealSecret(app.settings.secret, id, content),
    heldAt: now,
  })
  return token
}

/** What this browser holds for the person signed in now, the newest first. */
export async function heldSubmissions(
  app: App,
  actor: Actor,
  browserToken: string | undefined,
): Promise<HeldSubmission[]> {
  if (browserToken === undefined || (actor.kind !== 'citizen' && actor.kind !== 'officer')) return []
  const held = await heldByBrowser(app.db, {
    browserHash: tokenHash(browserToken),
    accountId: actor.accountId,
    since: oldest(app.clock.now()),
  })
  return held.map((row) => opened(app.settings.secret, row))
}

function opened(secret: string, { id, path, content, heldAt }: HeldRow): HeldSubmission {
  return { id, path, heldAt, fields: JSON.parse(openSecret(secret, id, content)) as TypedFields }
}

export async function dropStaleHeld(app: App): Promise<void> {
  await dropHeldBefore(app.db, oldest(app.clock.now()))
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - KEPT_HOURS * 3_600_000)
}
