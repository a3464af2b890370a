import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** A letter waiting in a box; `uid` stays the same from one look to the next. */
export type Waiting = { no: number; uid: string; bytes: number }

/** A box that is open; letters are gone from it only when it is closed properly. */
export type OpenBox = {
  waiting(): Promise<Waiting[]>
  read(no: number): Promise<Buffer>
  remove(no: number): Promise<void>
  close(): Promise<void>
}

const PORTS = { 'pop3s:': 995, 'pop3:': 110 } as const
const ANSWER_WITHIN_MS = 20_000
const END = Buffer.from('\r\n.\r\n')
const LINE = Buffer.from('\r\n')

/** Opens a box at `pop3s://user:password@host` (RFC 1939, over TLS RFC 8314); plain `pop3://` is for this machine alone. */
export async function openBox(address: string): Promise<OpenBox> {
  const { protocol, hostname: host, port: given, username, password } = new URL(address)
  const isSecret = protocol === 'pop3s:'
  const port = Number(given) || PORTS[isSecret ? 'pop3s:' : 'pop3:']
  const socket = isSecret ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
  const answer = answersOf(socket)
  const say = (line: string, ends = LINE): Promise<Buffer> => {
    socket.write(`${line}\r\n`)
    return answer(ends)
  }
  try {
    await answer(LINE)
    await say(`USER ${decodeURIComponent(username)}`)
    await say(`PASS ${decodeURIComponent(password)}`)
  } catch (error) {
    socket.destroy()
    throw error
  }
  return {
    async waiting() {
      const sizes = new Map(pairsIn(await say('LIST', END)))
      return pairsIn(await say('UIDL', END)).map(([no, uid]) => ({ no: Number(no), uid, bytes: Number(sizes.get(no)) }))
    },
    read: async (no) => contentOf(await say(`RETR ${no}`, END)),
    remove: async (no) => void (await say(`DELE ${no}`)),
    async close() {
      await say('QUIT').catch(() => undefined)
      socket.destroy()
    },
  }
}

/** The server speaks only when asked: what it says is over when its last bytes are the end. */
function answersOf(socket: Socket): (ends: Buffer) => Promise<Buffer> {
  let held: Buffer[] = []
  let failure: Error | undefined
  let look = () => {}
  const fail = (error: Error) => {
    failure ??= error
    look()
  }
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy(new Error('the box did not answer')))
  socket.on('data', (bytes: Buffer) => {
    held.push(bytes)
    look()
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the box hung up')))
  return (ends) =>
    new Promise((resolve, reject) => {
      look = () => {
        const tail = Buffer.concat(held.slice(-3))
        const isRefusal = held[0]?.subarray(0, 4).toString() === '-ERR' && tail.subarray(-2).equals(LINE)
        if (isRefusal) {
          const said = Buffer.concat(held).toString('utf8').trim()
          held = []
          reject(new Error(`the box refused: ${said.slice(0, 200)}`))
        } else if (held.length > 0 && tail.subarray(-ends.length).equals(ends)) {
          const all = Buffer.concat(held)
          held = []
          resolve(all)
        } else if (failure) reject(failure)
      }
      look()
    })
}

/** `1 abc` line by line, after the first line and before the dot. */
function pairsIn(listing: Buffer): [string, string][] {
  const lines = listing.toString('utf8').split('\r\n').slice(1, -2)
  return lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? ''])
}

/** Without the first line and the end; a dot that began a line was doubled on its way. */
function contentOf(answer: Buffer): Buffer {
  const text = answer.subarray(answer.indexOf(LINE) + LINE.length, -3).toString('latin1')
  return Buffer.from(text.replaceAll('\r\n..', '\r\n.').replace(/^\.\./, '.'), 'latin1')
}
