import type { WebReply, WebRequest } from '../platform/web/web.ts'
import { heldSubmissions, holdSubmission, type HeldSubmission, type TypedFields } from './held-submission.ts'
import { SESSION_COOKIE } from './open-session.ts'

/** Where what was typed waits after signing in again. */
export const HELD_PATH = '/gui-tiep'

const HELD_COOKIE = '__Host-motcua-giu'
const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

/** Keeps the form of a request that came after its session had ended; false when it cannot be told whose it is. */
export async function keepTyped(request: WebRequest, reply: WebReply, fields: TypedFields): Promise<boolean> {
  const browser = { sessionToken: request.cookies[SESSION_COOKIE], browserToken: request.cookies[HELD_COOKIE] }
  const token = await holdSubmission(request.server.app, browser, { path: request.url, fields })
  if (token === undefined) return false
  reply.setCookie(HELD_COOKIE, token, COOKIE)
  return true
}

export function heldFor({ server, actor, cookies }: WebRequest): Promise<HeldSubmission[]> {
  return heldSubmissions(server.app, actor, cookies[HELD_COOKIE])
}
