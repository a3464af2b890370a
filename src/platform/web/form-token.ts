import Tokens from '@fastify/csrf'
import { API_BASE } from './api.ts'
import { Refusal } from '../refusal.ts'
import type { Web, WebReply, WebRequest } from './web.ts'

/**
 * Each secret has a cookie named after itself: two tabs opened at once in a fresh browser each bring one, and under one name
 * the second would void the form in the first.
 */
const COOKIE = '__Host-motcua-form-'
const NAME_LENGTH = 6
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

const tokens = new Tokens({ userInfo: false })
const given = new WeakMap<WebReply, string>()

/** The token every form carries against forged requests, one a page; sets its cookie on first use. */
export function tokenOf(reply: WebReply): string {
  const token = given.get(reply) ?? tokens.create(secretsOf(reply.request)[0] ?? newSecret(reply))
  given.set(reply, token)
  return token
}

function newSecret(reply: WebReply): string {
  const secret = tokens.secretSync()
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: true } as const
  reply.setCookie(`${COOKIE}${secret.slice(0, NAME_LENGTH)}`, secret, options)
  return secret
}

function secretsOf({ cookies }: WebRequest): string[] {
  return Object.entries(cookies).flatMap(([name, value]) => (name.startsWith(COOKIE) && value ? [value] : []))
}

/** Refuses what asks for a change without the token of one of our pages: `platform.form-expired`. */
export function demandFormTokens(web: Web): void {
  web.addHook('preValidation', async (request) => {
    if (!needsFormToken(request)) return
    const token = sentToken(request)
    if (token === undefined || !secretsOf(request).some((secret) => tokens.verify(secret, token)))
      throw new Refusal('platform.form-expired')
  })
}

function sentToken({ body, query, headers }: WebRequest): string | undefined {
  const sent = (body as { _csrf?: unknown } | undefined)?._csrf ?? (query as { _csrf?: unknown })._csrf
  const token = sent ?? headers['x-form-token']
  return typeof token === 'string' ? token : undefined
}

/** Every change asked for with a cookie needs the form token; a bearer token cannot be sent by another site. */
function needsFormToken(request: WebRequest): boolean {
  if (SAFE_METHODS.has(request.method)) return false
  return !(
    request.url.startsWith(API_BASE) &&
    (request.headers.authorization !== undefined || request.cookies['__Host-motcua'] === undefined)
  )
}
