import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls, getCACertificates, type TLSSocket } from 'node:tls'
import { BoxRefused, type BoxAddress } from './box-address.ts'

/** A line to a box on which one speaks and then the other. */
export type BoxLine = {
  /** What the box answers; throws `BoxRefused` with its words when it says no. */
  say(line: string, ends?: Buffer): Promise<Buffer>
  hangUp(): void
}

export const LINE = Buffer.from('\r\n')
const ANSWER_WITHIN_MS = 20_000

/** Greeted; whoever answers has shown a certificate for this very host, unless the box is on this machine. */
export async function lineTo(box: BoxAddress, authorityFile: string | null): Promise<BoxLine> {
  const { host, port, secured } = box
  if (secured === 'none') return greeted(connectPlain({ host, port }))
  const ca = authorityFile === null ? undefined : [...getCACertificates(), await readFile(authorityFile, 'utf8')]
  const who = { host, ...(isIP(host) ? {} : { servername: host }), ...(ca ? { ca } : {}) }
  if (secured === 'tls') return greeted(connectTls({ ...who, port }), true)
  const plain = connectPlain({ host, port })
  const before = talk(plain)
  try {
    await before.answer(LINE)
    const ready = await before.say('STLS').catch((cause: unknown) => {
      throw cause instanceof BoxRefused ? new BoxRefused('no-tls', cause.said) : cause
    })
    // Whatever else came unencrypted with the answer was put there by somebody in between (RFC 3207, section 6).
    if (ready.indexOf(LINE) !== ready.length - LINE.length) throw new BoxRefused('no-tls', 'more than one answer')
    before.leave()
    const socket = connectTls({ ...who, socket: plain })
    const line = talk(socket)
    await shownCertificate(socket)
    return line
  } catch (error) {
    plain.destroy()
    throw error
  }
}

async function greeted(socket: Socket, isSecret = false): Promise<BoxLine> {
  const line = talk(socket)
  try {
    if (isSecret) await shownCertificate(socket as TLSSocket)
    await line.answer(LINE)
    return line
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** The system's own check of chain, days and host (`rejectUnauthorized`); nothing is said before it. */
const shownCertificate = (socket: TLSSocket) => once(socket, 'secureConnect')

/** The server speaks only when asked: what it says is over when its last bytes are the end. */
function talk(socket: Socket) {
  let held: Buffer[] = []
  let failure: Error | undefined
  let look = () => {}
  const hear = (bytes: Buffer) => {
    held.push(bytes)
    look()
  }
  const fail = (error: Error) => {
    failure ??= error
    look()
  }
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy(new BoxRefused('silent', '')))
  socket.on('data', hear)
  socket.on('error', fail)
  socket.on('close', () => fail(new BoxRefused('silent', '')))
  const answer = (ends: Buffer) =>
    new Promise<Buffer>((resolve, reject) => {
      look = () => {
        const tail = Buffer.concat(held.slice(-3))
        const isRefusal = held[0]?.subarray(0, 4).toString() === '-ERR' && tail.subarray(-2).equals(LINE)
        if (isRefusal) {
          const said = Buffer.concat(held).toString('utf8').trim()
          held = []
          reject(new BoxRefused('refused', said.slice(0, 200)))
        } else if (held.length > 0 && tail.subarray(-ends.length).equals(ends)) {
          const all = Buffer.concat(held)
          held = []
          resolve(all)
        } else if (failure) reject(failure)
      }
      look()
    })
  return {
    answer,
    say(line: string, ends = LINE): Promise<Buffer> {
      socket.write(`${line}\r\n`)
      return answer(ends)
    },
    /** The line goes on in another's hands. */
    leave() {
      socket.off('data', hear)
      socket.setTimeout(0)
    },
    hangUp: () => void socket.destroy(),
  }
}
