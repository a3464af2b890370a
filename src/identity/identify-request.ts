import { ANONYMOUS } from '../platform/actor.ts'
import type { Web, WebReply, WebRequest } from '../platform/web/web.ts'
import { identifySession, identifyToken, type Identity } from './identify.ts'
import { SESSION_COOKIE } from './open-session.ts'
import type { Session } from './session.ts'
import type { Device } from './sign-in-steps.ts'

const identities = new WeakMap<WebRequest, Identity>()

/** Finds out who sent each request: a bearer token first, then the session cookie. */
export function identifyRequest(web: Web): void {
  web.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/assets/')) return
    const bearer = /^Bearer (mc_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
    const cookie = request.cookies[SESSION_COOKIE]
    if (bearer === undefined && cookie === undefined) return
    // A request that shows a token means to be that account, right or wrong, and nobody else.
    const identity = bearer ? await identifyToken(web.app, bearer) : await identifySession(web.app, cookie ?? '')
    identities.set(request, identity)
    request.actor = identity.actor
    request.ownChoices = identity.choices
  })
}

/** The session behind a request, also one whose sign-in is half done. */
export function sessionOf(request: WebRequest): Session | null {
  return identities.get(request)?.session ?? null
}

/** True when the browser still shows a session that is over. */
export function lostSession(request: WebRequest): boolean {
  return request.cookies[SESSION_COOKIE] !== undefined && sessionOf(request) === null
}

export function deviceOf(request: WebRequest): Device {
  return { device: (request.headers['user-agent'] ?? '').slice(0, 300), address: request.ip }
}

const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

export function setSessionCookie(reply: WebReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, COOKIE)
}

export function clearSessionCookie(request: WebRequest, reply: WebReply): void {
  reply.clearCookie(SESSION_COOKIE, COOKIE)
  request.actor = ANONYMOUS
}
