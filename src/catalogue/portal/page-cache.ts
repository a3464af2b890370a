import type { App } from '../../platform/app.ts'

/** A page as it was made, without the frame around it. */
export type MadePage = { title: string; html: string }

/** Names of units and processes may change under a page: nothing is kept longer. */
const KEEP_MS = 60_000
/** About 10 MB of pages. */
const MOST = 200

type Kept = MadePage & { at: number }
const caches = new WeakMap<App, Map<string, Kept>>()

/** Public pages that are the same for everybody: made once, kept a minute, the least used leave first. */
export async function keptPage(
  app: App,
  key: string,
  make: () => Promise<MadePage | undefined>,
): Promise<MadePage | undefined> {
  const cache = caches.get(app) ?? new Map<string, Kept>()
  caches.set(app, cache)
  const at = app.clock.now().getTime()
  const known = cache.get(key)
  cache.delete(key)
  if (known && at >= known.at && at - known.at < KEEP_MS) {
    cache.set(key, known)
    return known
  }
  const made = await make()
  if (!made) return undefined
  cache.set(key, { ...made, at })
  const oldest = cache.size > MOST ? cache.keys().next().value : undefined
  if (oldest !== undefined) cache.delete(oldest)
  return made
}
