import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const MAX_MESSAGE = 64 * 1024
const TEXT = 1
const CLOSE = 8

export type Conversation = {
  /** The one text the page sends; undefined when it leaves without a word. */
  message: Promise<string | undefined>
  /** Answers with one text and closes. */
  answer(text: string): void
}

/** Agrees to speak WebSocket (RFC 6455) as far as the protocol needs it: one short text each way. */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex): Conversation {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key'] ?? ''}${MAGIC}`)
    .digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  return {
    message: firstText(socket),
    answer(text) {
      socket.write(frame(TEXT, Buffer.from(text)))
      socket.end(frame(CLOSE, Buffer.from([0x03, 0xe8])))
    },
  }
}

function firstText(socket: Duplex): Promise<string | undefined> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(undefined))
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const found = readFrame(received)
      if (found === 'more' && received.length < MAX_MESSAGE) return
      if (found === 'more' || found.code !== TEXT) socket.destroy()
      else resolve(found.text)
    })
  })
}

/** A browser masks what it sends (5.3) and does not split so short a text. */
function readFrame(bytes: Buffer): 'more' | { code: number; text: string } {
  if (bytes.length < 2) return 'more'
  const short = bytes.readUInt8(1) & 0x7f
  const wide = short === 126
  const maskAt = wide ? 4 : 2
  if (bytes.length < maskAt + 4) return 'more'
  const length = wide ? bytes.readUInt16BE(2) : short
  const from = maskAt + 4
  if (short === 127 || bytes.length < from + length) return 'more'
  const content = Buffer.from(bytes.subarray(from, from + length))
  content.forEach((value, index) => (content[index] = value ^ (bytes[maskAt + (index % 4)] ?? 0)))
  return { code: bytes.readUInt8(0) & 0x0f, text: content.toString('utf8') }
}

function frame(code: number, content: Buffer): Buffer {
  const head = content.length < 126 ? Buffer.from([0x80 | code, content.length]) : Buffer.alloc(4)
  if (content.length >= 126) {
    head.writeUInt8(0x80 | code, 0)
    head.writeUInt8(126, 1)
    head.writeUInt16BE(content.length, 2)
  }
  return Buffer.concat([head, content])
}
