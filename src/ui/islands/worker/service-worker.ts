import { forgetEverything } from '../offline/kept-parts.ts'
import { sendKept } from '../offline/send-kept.ts'
import { noPage, unsentPage } from './pages.ts'
import { keep, keepAll, keptPage, SHELL } from './shelf.ts'

type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Extendable & { clientId: string; request: Request; respondWith(answer: Promise<Response>): void }
type Told = Extendable & { data: { keep?: string[] } }
type Rule = { condition: { requestMethod: string; requestMode?: string }; source: 'network' }
/** Browsers that know no rules send these through the worker, which lets them pass. */
type Installing = Extendable & { addRoutes?(rules: Rule[]): Promise<void> }
type Syncing = Extendable & { tag: string }

/** What of the worker's own scope is used here; the browser's types know windows only. */
const worker = globalThis as unknown as {
  addEventListener<Happening extends Event>(name: string, then: (happening: Happening) => void): void
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    get(id: string): Promise<{ postMessage(told: object, handedOver: []): void } | undefined>
  }
}

worker.addEventListener<Installing>('install', (event) => {
  // What a page sends while it is left does not outlive it on the way through a worker.
  const rules: Rule[] = [
    { condition: { requestMethod: 'POST', requestMode: 'cors' }, source: 'network' },
    { condition: { requestMethod: 'PATCH' }, source: 'network' },
  ]
  const routed = Promise.resolve(event.addRoutes?.(rules)).catch(() => undefined)
  event.waitUntil(routed.then(() => worker.skipWaiting()))
})
worker.addEventListener<Extendable>('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener<Told>('message', (event) => {
  if (event.data.keep) event.waitUntil(keepAll(event.data.keep))
})
// The browser may wake the worker when the line is back and the page is closed; the tag names whose parts to send.
worker.addEventListener<Syncing>('sync', (event) => event.waitUntil(sendKept(event.tag)))
worker.addEventListener<Fetching>('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode !== 'navigate') return
  else if (request.method === 'GET') event.respondWith(page(request))
  else if (request.method === 'POST') event.respondWith(posted(event, pathname))
})

/** Their names change with their content: once here, never asked for again. */
async function asset(request: Request): Promise<Response> {
  const here = await caches.match(request)
  if (here) return here
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(SHELL)).put(request, answer.clone())
  return answer
}

/** The server's page whenever there is a line; without one the page as last seen, with its time. */
async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request)
    await keep(request.url, answer.clone())
    return answer
  } catch {
    return (await keptPage(request.url)) ?? noPage()
  }
}

/**
 * A form that found no line is given back with everything in it. One with files stays where it is, its files chosen: an answer
 * without content leaves the page, which is told why.
 */
async function posted({ request, clientId }: Fetching, pathname: string): Promise<Response> {
  const isPlain = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  const copy = isPlain ? request.clone() : undefined
  try {
    const answer = await fetch(request)
    // Signed out: nothing private stays on a machine that others may use.
    if (pathname === '/dang-xuat' && (answer.ok || answer.type === 'opaqueredirect')) await forgetEverything()
    return answer
  } catch {
    if (copy) return unsentPage(request.url, new URLSearchParams(await copy.text()))
    const page = await worker.clients.get(clientId)
    page?.postMessage({ unsent: true }, [])
    return page ? new Response(null, { status: 204 }) : noPage()
  }
}
