import { once } from 'node:events'
import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * What the line does to requests: loses them before they arrive, loses the answer after the server has worked, or is slow.
 */
export type Fault = 'request-lost' | 'answer-lost' | 'slow'

const SLOW_MS = 800

export type WeakLine = {
  address: string
  /** Until it is mended, every request it is true of meets the fault. */
  fail(fault: Fault, of?: (request: IncomingMessage) => boolean): void
  mend(): void
  /** How many requests met a fault since it began. */
  hits(): number
  close(): Promise<void>
}

/** A line between a browser and the server that can be cut where one likes. */
export async function openWeakLine(target: string): Promise<WeakLine> {
  let fault: Fault | undefined
  let applies: (request: IncomingMessage) => boolean = () => true
  let hits = 0
  const own = () => `http://localhost:${(server.address() as AddressInfo).port}`
  /** The server is to think that it is asked at its own address. */
  const asThere = ({ headers }: IncomingMessage): IncomingHttpHeaders => ({
    ...headers,
    host: new URL(target).host,
    ...(headers.origin === undefined ? {} : { origin: headers.origin.replace(own(), target) }),
  })
  const server = createServer(async (request, answer) => {
    const meets = fault !== undefined && applies(request) ? fault : undefined
    if (meets) hits += 1
    if (meets === 'request-lost') {
      request.socket.destroy()
      return
    }
    const { method, url } = request
    const passed = ask(new URL(url ?? '/', target), { method, headers: asThere(request) })
    passed.on('error', () => request.socket.destroy())
    request.pipe(passed)
    const [answered] = (await once(passed, 'response').catch(() => [])) as [IncomingMessage?]
    if (!answered) return
    if (meets === 'slow') await pause(SLOW_MS)
    if (meets === 'answer-lost') {
      answered.resume()
      await once(answered, 'end')
      request.socket.destroy()
      return
    }
    // Addresses of the server lead over the line as well.
    const headers = answered.rawHeaders.map((told) => told.replace(target, own()))
    answer.writeHead(answered.statusCode ?? 500, headers)
    answered.pipe(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: own(),
    fail(kind, of = () => true) {
      fault = kind
      applies = of
      hits = 0
    },
    mend() {
      fault = undefined
    },
    hits: () => hits,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
