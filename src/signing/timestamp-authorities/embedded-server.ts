import { randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../platform/clock.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { issueTimestamp, readTimestampQuery, rejectTimestamp } from '../crypto/timestamp.ts'

/** How the authority behaves: real ones go down, get slow, or answer nonsense, and the caller must live with it. */
export type TimestampBehaviour =
  | { mode: 'normal' }
  | { mode: 'down' }
  | { mode: 'slow'; delayMs: number }
  | { mode: 'wrong'; how: 'other-imprint' | 'other-nonce' | 'rejection' | 'garbage' }

export type EmbeddedTimestampServer = {
  url: string
  behaviour(): TimestampBehaviour
  behave(behaviour: TimestampBehaviour): void
  issued(): number
  close(): Promise<void>
}

/** Bytes; a query is under 100. */
const MAX_QUERY = 4096
/** RFC 3161 2.4.2: badAlg, badDataFormat. */
const BAD_ALGORITHM = 0
const BAD_DATA = 5

/** A time-stamp authority (RFC 3161 over HTTP) of this machine. Stops nothing on close but new connections. */
export async function startTimestampServer(options: {
  chain: Certificate[]
  privateKey: KeyObject
  clock: Clock
  host?: string
  port?: number
}): Promise<EmbeddedTimestampServer> {
  let behaviour: TimestampBehaviour = { mode: 'normal' }
  let issued = 0

  const answer = async (body: Buffer): Promise<Buffer> => {
    let query
    try {
      query = readTimestampQuery(body)
    } catch {
      return rejectTimestamp(BAD_DATA)
    }
    if (query.hash !== 'sha256' || query.imprint.length !== 32) return rejectTimestamp(BAD_ALGORITHM)
    if (behaviour.mode === 'slow') await delay(behaviour.delayMs)
    if (behaviour.mode === 'wrong') {
      if (behaviour.how === 'rejection') return rejectTimestamp(BAD_DATA)
      if (behaviour.how === 'garbage') return randomBytes(200)
      if (behaviour.how === 'other-imprint') query = { ...query, imprint: randomBytes(32) }
      else query = { ...query, nonce: Buffer.concat([Buffer.from([1]), randomBytes(7)]) }
    }
    issued += 1
    return issueTimestamp({
      query,
      serial: serialNumber(),
      chain: options.chain,
      sign: (attributesDer) => Promise.resolve(sign('sha256', attributesDer, options.privateKey)),
      now: options.clock.now(),
    })
  }

  const server = createServer((request, response) => {
    if (behaviour.mode === 'down') return void request.socket.destroy()
    serve(request, response, answer).catch(() => response.destroy())
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { address, port } = server.address() as AddressInfo
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}/`,
    behaviour: () => behaviour,
    behave: (next) => void (behaviour = next),
    issued: () => issued,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (body: Buffer) => Promise<Buffer>,
): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/timestamp-query') {
    response.writeHead(request.method === 'POST' ? 415 : 405).end()
    return
  }
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MAX_QUERY) return void response.writeHead(413, { connection: 'close' }).end()
    parts.push(part)
  }
  const reply = await answer(Buffer.concat(parts))
  response.writeHead(200, { 'content-type': 'application/timestamp-reply', 'content-length': reply.length }).end(reply)
}

/** Unique without a counter to lose: 16 random bytes, positive. */
function serialNumber(): Buffer {
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return serial
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
