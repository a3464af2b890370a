import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clamdScanner } from './clamd.ts'
import { noScanner } from './none.ts'

// The EICAR test text, in two halves so that no scanner minds this file.
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`
const MOST = 1_000_000

/** Speaks clamd's protocol: NUL-ended commands, INSTREAM with counted chunks, a size limit. */
function clamdServer(socket: Socket): void {
  let pending = Buffer.alloc(0)
  let content = Buffer.alloc(0)
  let isStreaming = false
  socket.on('error', () => undefined)
  socket.on('data', (data) => {
    pending = Buffer.concat([pending, data])
    if (!isStreaming) {
      const end = pending.indexOf(0)
      if (end < 0) return
      const command = pending.toString('latin1', 0, end)
      pending = pending.subarray(end + 1)
      if (command === 'zPING') return void socket.end('PONG\0')
      if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0')
      isStreaming = true
    }
    while (pending.length >= 4) {
      const length = pending.readUInt32BE(0)
      if (length === 0)
        return void socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      if (pending.length < 4 + length) return
      content = Buffer.concat([content, pending.subarray(4, 4 + length)])
      pending = pending.subarray(4 + length)
      if (content.length > MOST) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  })
}

let server: Server
let port: number
const listen = (serve: (socket: Socket) => void) =>
  new Promise<Server>((ready) => {
    const made = createServer(serve).listen(0, '127.0.0.1', () => ready(made))
  })
const portOf = (of: Server) => (of.address() as AddressInfo).port
beforeAll(async () => {
  server = await listen(clamdServer)
  port = portOf(server)
})
afterAll(() => void server.close())

const clamd = () => clamdScanner({ host: '127.0.0.1', port, timeout: 500 })
const chunks = (size: number) =>
  Readable.from(Array.from({ length: Math.ceil(size / 65_536) }, () => Buffer.alloc(Math.min(size, 65_536), 'a')))

describe('clamd over its own protocol', () => {
  it('answers a ping, and says what is clean', async () => {
    expect(await clamd().ping()).toBe(true)
    expect(await clamd().scan(chunks(500_000))).toEqual({ verdict: 'clean' })
    expect(await clamd().scan(Readable.from([Buffer.from('')]))).toEqual({ verdict: 'clean' })
  })

  it('finds a virus that lies across two chunks', async () => {
    const halves = [Buffer.from(`%PDF ${EICAR.slice(0, 30)}`), Buffer.from(EICAR.slice(30))]
    expect(await clamd().scan(Readable.from(halves))).toEqual({ verdict: 'infected', found: 'Eicar-Test-Signature' })
  })

  it('never says clean when the scanner did not', async () => {
    expect(await clamd().scan(chunks(5_000_000))).toMatchObject({ verdict: 'not-scanned' })
    for (const serve of [
      (socket: Socket) => void socket.end(),
      (socket: Socket) => void socket.resume(),
      (socket: Socket) => void socket.end('stream: OK perhaps\0'),
    ]) {
      const odd = await listen(serve)
      expect(
        await clamdScanner({ host: '127.0.0.1', port: portOf(odd), timeout: 200 }).scan(chunks(1000)),
      ).toMatchObject({ verdict: 'not-scanned' })
      odd.close()
    }
    const away = clamdScanner({ host: '127.0.0.1', port: 1, timeout: 200 })
    expect(await away.scan(chunks(1000))).toMatchObject({ verdict: 'not-scanned' })
    expect(await away.ping()).toBe(false)
  })
})

it('an installation without a scanner says so', async () => {
  const content = chunks(1000)
  expect(await noScanner.scan(content)).toMatchObject({ verdict: 'not-scanned' })
  expect(content.destroyed).toBe(true)
  expect(await noScanner.ping()).toBe(false)
})
