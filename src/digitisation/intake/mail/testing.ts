import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A mail server's boxes as clients fetch from them (RFC 1939): letters go when the client says goodbye, not before. */
export async function startBoxes(letters: Map<string, Buffer>, login: { user: string; password: string }) {
  const server = createServer((socket) => serve(socket, letters, login))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    address: `pop3://${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

function serve(
  socket: Socket,
  letters: Map<string, Buffer>,
  { user, password }: { user: string; password: string },
): void {
  const here = [...letters]
  const gone = new Set<string>()
  let named = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const listing = (of: (at: number) => string) => {
    say('+OK')
    here.forEach(([uid], at) => gone.has(uid) || say(`${at + 1} ${of(at)}`))
    say('.')
  }
  const commands: Record<string, (argument: string) => void> = {
    USER: (name) => {
      named = name
      say('+OK')
    },
    PASS: (given) => say(named === user && given === password ? '+OK' : '-ERR [AUTH] wrong name or password'),
    LIST: () => listing((at) => String(here[at]?.[1].length ?? 0)),
    UIDL: () => listing((at) => here[at]?.[0] ?? ''),
    RETR: (no) => {
      say('+OK')
      socket.write(
        (here[Number(no) - 1]?.[1] ?? Buffer.alloc(0)).toString('latin1').replaceAll('\r\n.', '\r\n..'),
        'latin1',
      )
      socket.write('\r\n.\r\n')
    },
    DELE: (no) => {
      gone.add(here[Number(no) - 1]?.[0] ?? '')
      say('+OK')
    },
    QUIT: () => {
      for (const uid of gone) letters.delete(uid)
      say('+OK')
      socket.end()
    },
  }
  let held = ''
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    held += bytes.toString('utf8')
    for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
      const [, command = '', argument = ''] = /^(\S*) ?(.*)$/.exec(held.slice(0, end)) ?? []
      held = held.slice(end + 2)
      const run = commands[command]
      if (run) run(argument)
      else say('-ERR unknown')
    }
  })
  say('+OK ready')
}
