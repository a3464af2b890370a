import fastifyStatic from '@fastify/static'
import type { Web } from './web.ts'

const YEAR_MS = 365 * 86_400_000

/** Serves built style sheets, fonts and scripts; their names change with their content, so browsers keep them. */
export async function serveAssets(web: Web, folder: string): Promise<void> {
  await web.register(fastifyStatic, {
    root: folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: YEAR_MS,
    preCompressed: true,
    index: false,
  })
}

const TEXT_SIZES = new Set(['lon', 'rat-lon'])

/** `?chu=lon` on any page: keeps the choice in a cookie and comes back to the page without it. */
export function keepTextSize(web: Web): void {
  web.addHook('onRequest', async (request, reply) => {
    const { chu } = request.query as { chu?: unknown }
    if (typeof chu !== 'string' || request.method !== 'GET') return
    const address = new URL(request.url, 'http://here')
    address.searchParams.delete('chu')
    if (TEXT_SIZES.has(chu))
      reply.setCookie('chu', chu, { path: '/', maxAge: YEAR_MS / 1000, sameSite: 'lax', httpOnly: true })
    else reply.clearCookie('chu', { path: '/' })
    return reply.redirect(`${address.pathname}${address.search}`, 303)
  })
}
