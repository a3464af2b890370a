import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { ScanReport, VirusScanner } from '../virus-scanner.ts'

type Address = { host: string; port: number; /** Milliseconds without a word from the scanner. */ timeout?: number }

const LONGEST_REPLY = 4096

/** ClamAV's daemon over TCP: `INSTREAM` sends chunks, each with its length in four bytes, ended by a length of zero. */
export function clamdScanner({ host, port, timeout = 30_000 }: Address): VirusScanner {
  const converse = async (speak: (socket: Socket) => Promise<void>): Promise<string> => {
    const socket = connect({ host, port })
    socket.setTimeout(timeout, () => socket.destroy(new Error('the scanner did not answer in time')))
    try {
      const reply = replyOf(socket)
      // The scanner may answer and hang up while we still send, when a file is beyond its own limit.
      await Promise.all([
        speak(socket).catch((error: Error) => (socket.destroyed ? undefined : Promise.reject(error))),
        reply,
      ])
      return await reply
    } finally {
      socket.destroy()
    }
  }
  return {
    name: 'clamd',
    async scan(content) {
      try {
        return reportOf(await converse((socket) => sendContent(socket, content)))
      } catch (error) {
        return { verdict: 'not-scanned', reason: (error as Error).message }
      } finally {
        content.destroy()
      }
    },
    ping: () =>
      converse((socket) => send(socket, Buffer.from('zPING\0'))).then(
        (reply) => reply === 'PONG',
        () => false,
      ),
  }
}

async function sendContent(socket: Socket, content: Readable): Promise<void> {
  await send(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    await send(socket, Buffer.concat([length, chunk]))
  }
  await send(socket, Buffer.alloc(4))
}

function send(socket: Socket, data: Buffer): Promise<void> {
  return new Promise((sent, failed) => socket.write(data, (error) => (error ? failed(error) : sent())))
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((answered, failed) => {
    let reply = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      reply += text
      if (reply.includes('\0')) answered(reply.slice(0, reply.indexOf('\0')))
      else if (reply.length > LONGEST_REPLY) failed(new Error('the scanner talks too long'))
    })
    socket.once('error', failed)
    socket.once('close', () => failed(new Error('the scanner hung up')))
  })
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`. */
function reportOf(reply: string): ScanReport {
  if (reply === 'stream: OK') return { verdict: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1]
  return found === undefined ? { verdict: 'not-scanned', reason: reply } : { verdict: 'infected', found }
}
