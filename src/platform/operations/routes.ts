import { holds } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Web, WebRequest } from '../web/web.ts'
import { checksPort } from './checks.ts'
import { createMetrics } from './metrics.ts'

/**
 * Liveness `/he-thong/song`, readiness `/he-thong/san-sang`, metrics `/he-thong/so-do`.
 * Call it on the server itself, not inside a plug-in of its own: it counts the requests of all doors.
 */
export async function operationsRoutes(web: Web): Promise<void> {
  const metrics = createMetrics(web.app)
  web.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.request({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
  })
  web.addHook('onClose', async () => metrics.close())

  web.get('/he-thong/song', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )

  web.get('/he-thong/san-sang', { schema: { hide: true } }, async (request, reply) => {
    const results = await web.app.ports.get(checksPort).results()
    const isReady = results.every((result) => result.isWell || !result.isNeeded)
    const isWhole = results.every((result) => result.isWell)
    const tellsMore = mayReadNumbers(request)
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: isReady ? (isWhole ? 'ready' : 'degraded') : 'not-ready',
        checks: results.map(({ name, isWell, isNeeded, checkedAt, milliseconds, lastFailure }) => ({
          name,
          isWell,
          isNeeded,
          ...(tellsMore ? { checkedAt, milliseconds, lastFailure } : {}),
        })),
      })
  })

  web.get('/he-thong/so-do', { schema: { hide: true } }, async (request, reply) => {
    if (!mayReadNumbers(request))
      throw new Refusal(request.actor.kind === 'anonymous' ? 'platform.not-signed-in' : 'platform.forbidden')
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  })
}

/** This machine itself, not through a proxy, or an administrator. */
function mayReadNumbers(request: WebRequest): boolean {
  const isForwarded = request.headers.forwarded !== undefined || request.headers['x-forwarded-for'] !== undefined
  const isLoopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  return (isLoopback && !isForwarded) || holds(request.actor, 'administrator')
}
