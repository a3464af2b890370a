import type { FastifyError } from 'fastify'
import { Refusal, refusalWords } from '../refusal.ts'
import { speaking } from '../speaking.ts'
import { webTexts } from '../texts.ts'
import type { Web, WebReply, WebRequest } from './web.ts'

export type ErrorPage = (
  request: WebRequest,
  reply: WebReply,
  refusal: { code: string; status: number; title: string; facts: Record<string, unknown> },
) => Promise<WebReply>

/** The one place where a refusal becomes an answer: problem+json (RFC 9457) for programs, a page for people. */
export function answerErrors(web: Web, errorPage: ErrorPage): void {
  web.setErrorHandler((error: FastifyError, request, reply) =>
    // An error on the way to a door may have left the language of its request behind.
    speaking(request.language, () => answer(request, reply, asRefusal(error, request), errorPage)),
  )
  web.setNotFoundHandler((request, reply) =>
    speaking(request.language, () => answer(request, reply, new Refusal('platform.not-found'), errorPage)),
  )
}

async function answer(request: WebRequest, reply: WebReply, refusal: Refusal, errorPage: ErrorPage): Promise<WebReply> {
  const { refusals } = request.server.app
  const status = refusals[refusal.code]?.status ?? 409
  const title = refusalWords(refusals, refusal)
  if (status === 429 || status === 503) reply.header('retry-after', '60')
  if (request.url.startsWith('/api/') || prefersJson(request)) {
    return reply
      .code(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          // A fact may be called `code` too: it must not hide which refusal this is.
          ...refusal.facts,
          type: `urn:motcua:${refusal.code}`,
          title,
          status,
          code: refusal.code,
          requestId: request.id,
        }),
      )
  }
  if (refusal.code === 'platform.not-signed-in') {
    if (request.method === 'GET')
      return reply.redirect(`${signInDoor(request.url)}?ve=${encodeURIComponent(request.url)}`, 303)
  }
  return errorPage(request, reply, { code: refusal.code, status, title, facts: refusal.facts })
}

/** Where whoever wants this address signs in: officers and citizens have doors of their own. */
export function signInDoor(url: string): string {
  return isWorkspace(url) ? '/can-bo/dang-nhap' : '/dang-nhap'
}

const WORKSPACE_PATHS = [
  '/can-bo',
  '/viec',
  '/lam',
  '/quay',
  '/giup-nguoi-dan',
  '/duyet',
  '/ky',
  '/van-thu',
  '/quan-tri',
  '/quy-trinh',
  '/bieu-mau',
  '/giam-sat',
  '/tra-ket-qua',
  '/lich-lam-viec',
  '/so-theo-doi',
  '/so-sao-y',
  '/y-kien',
  '/lien-thong',
  '/ban-giao',
  '/quyet-dinh-chung',
  '/phoi',
  '/kho',
  '/so-hoa',
  '/ban-so-hoa',
  '/luu-tru',
  '/ky-so',
  '/chu-ky-cua-toi',
  '/chung-thu-so-cua-toi',
]

/** Pages of officers: whoever opens one signed out is led to their door, and reads it in Vietnamese. */
export function isWorkspace(url: string): boolean {
  return WORKSPACE_PATHS.some((path) => url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`))
}

function prefersJson(request: WebRequest): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}

const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
])
const AWAY_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|connection error/i

/** Known outside failures become refusals; everything else is a bug, logged with its stack and told without it. */
function asRefusal(error: FastifyError, request: WebRequest): Refusal {
  if (error instanceof Refusal) return error
  const { code, message } = error
  if (AWAY_CODES.has(code) || AWAY_MESSAGES.test(message)) {
    request.log.error({ reason: code ?? message }, 'database away')
    return new Refusal('platform.database-away')
  }
  if (code === '53100' || code === 'ENOSPC') return new Refusal('platform.disk-full')
  if (code === '40001' || code === '40P01') return new Refusal('platform.conflict')
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('platform.too-large')
  if (error.statusCode === 429) return new Refusal('platform.too-many')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal('platform.invalid-input', {
      errors: [{ path: '/', message: webTexts.unreadable }],
    })
  }
  request.log.error({ err: error }, 'request failed')
  return new Refusal('platform.internal')
}
