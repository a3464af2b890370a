import { refusalText, type Outcome, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { TOKEN_OUTCOME } from './addresses.ts'
import type { TokenOrder } from './open-pass.ts'

/** Where the page goes on: signed, or signed and waiting for a service (the code of which is put behind it). */
type Ways = { done: (order: TokenOrder['order']) => string; waits: string }

/** Answers a page's script with the work for the program that signs with a USB token, or with the words why there is none. */
export function sendTokenOrder(
  request: WebRequest,
  reply: WebReply,
  outcome: Outcome<TokenOrder>,
  { done, waits }: Ways,
): WebReply {
  reply.header('cache-control', 'no-store')
  if (!outcome.ok) return reply.send({ words: refusalText(request, outcome.refusal) })
  const { passId, service, order, expiresAt } = outcome.result
  const { clock } = request.server.app
  const seconds = Math.ceil((expiresAt.getTime() - clock.now().getTime()) / 1000)
  return reply.send({ service, order, seconds, outcome: `${TOKEN_OUTCOME}/${passId}`, done: done(order), waits })
}
