import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, { LogController } from 'fastify'
import { ANONYMOUS } from '../actor.ts'
import type { App } from '../app.ts'
import { newId } from '../id.ts'
import { Refusal } from '../refusal.ts'
import { webTexts } from '../texts.ts'
import { API_BASE } from './api.ts'
import { answerErrors, type ErrorPage } from './errors.ts'
import { speakLanguages } from './choices.ts'
import { closeInTime } from './closing.ts'
import { demandFormTokens } from './form-token.ts'
import type { Shells } from './site.ts'
import type { Web, WebReply, WebRequest } from './web.ts'

type ServerParts = { app: App; shells: Shells; errorPage: ErrorPage; version: string; formActions: string[] }

/** An HTTP server with everything that guards it, and no doors yet. */
export async function createWeb({ app, shells, errorPage, version, formActions }: ServerParts): Promise<Web> {
  const web: Web = fastify({
    loggerInstance: app.log,
    // The framework's own lines would carry addresses with what people typed; ours carry the route.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: app.settings.mode === 'production' ? 'loopback, uniquelocal' : false,
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: 'idle',
  }) as unknown as Web
  closeInTime(web)
  web.decorate('app', app)
  web.decorate('shells', shells)
  web.decorateRequest('actor')
  web.decorateRequest('language', 'vi')
  web.decorateRequest('ownChoices')
  web.addHook('onRequest', async (request) => {
    request.actor = ANONYMOUS
  })
  web.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    request.log.info(
      { id: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  answerErrors(web, errorPage)
  await guard(web, app, formActions)
  await describeApi(web, app, version)
  return web
}

async function guard(web: Web, app: App, formActions: string[]): Promise<void> {
  const isSecure = app.settings.publicAddress.startsWith('https:')
  await web.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'object-src': ["'none'"],
        'frame-src': ["'self'"],
        'frame-ancestors': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'", ...formActions],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
  await web.register(rateLimit, {
    max: app.settings.rateLimitPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/assets/') || request.url.startsWith('/he-thong/'),
    errorResponseBuilder: () => new Refusal('platform.too-many'),
  })
  await web.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await web.register(cookie, { secret: app.settings.secret })
  speakLanguages(web)
  await web.register(formbody, { bodyLimit: 2 * 1024 * 1024 })
  await web.register(multipart, { limits: { fileSize: app.settings.uploadLimits.fileBytes, files: 20, fields: 200 } })
  demandFormTokens(web)
}

async function describeApi(web: Web, app: App, version: string): Promise<void> {
  await web.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Một Cửa',
        version,
        description: webTexts.apiDescription,
        license: { name: 'Apache-2.0' },
      },
      servers: [{ url: app.settings.publicAddress }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
  })
  web.get(`${API_BASE}/openapi.json`, { schema: { hide: true } }, async (_: WebRequest, reply: WebReply) =>
    reply.send(web.swagger()),
  )
}
