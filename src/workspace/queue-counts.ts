import { holds } from '../platform/actor.ts'
import { ask, type WebRequest } from '../platform/web/web.ts'
import { listQueue, type Queue } from '../dossiers/index.ts'
import { HANDLING_ROLES } from './nav.ts'

export type QueueCounts = Queue['counts']

const known = new WeakMap<WebRequest, QueueCounts>()

/** The queue page has the counts already: the frame around it need not ask again. */
export function rememberCounts(request: WebRequest, counts: QueueCounts): void {
  known.set(request, counts)
}

/** How much there is to do for the officer who asks; undefined for people without a queue. */
export async function countsFor(request: WebRequest): Promise<QueueCounts | undefined> {
  if (!HANDLING_ROLES.some((role) => holds(request.actor, role))) return undefined
  return known.get(request) ?? (await ask(request, listQueue, { limit: 1 })).counts
}
