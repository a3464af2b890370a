import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Web } from './web.ts'

/** How long answers under way may go on after the system was told to stop, in milliseconds. */
const LAST_ANSWERS_MS = 5_000

/**
 * Makes closing come to an end whatever browsers hold open. Connections that carried nothing yet (browsers open some ahead of
 * need) are cut at once: Node.js counts them as busy and would wait for ever. Requests under way get a moment, then they are
 * cut too.
 */
export function closeInTime(web: Web, lastAnswersMs = LAST_ANSWERS_MS): void {
  const server = web.server as Server
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', (request) => silent.delete(request.socket))
  let isClosing = false
  web.addHook('onSend', async (_, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  web.addHook('preClose', async () => {
    isClosing = true
    for (const socket of silent) socket.destroy()
    setTimeout(() => server.closeAllConnections(), lastAnswersMs).unref()
  })
}
