import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import { issueCertificate, newKeyPair } from '../../../signing/crypto/issue-certificate.ts'

const DAY = 86_400_000
type Login = { user: string; password: string }
type Certified = { key: string; cert: string }
/** `meddling` slips a second answer in behind that to STLS, as somebody on the line could. */
type Secured = { how: 'tls' | 'stls' | 'meddling'; certified: Certified }

/** An authority of our own with a file of it, and certificates for this machine's address: one good, one of yesterday. */
export async function mailAuthority() {
  const now = Date.now()
  const keys = await newKeyPair('p-256')
  const issue = (name: string, more: object, publicKey = keys.publicKey, days = 1) =>
    issueCertificate({
      subject: [['commonName', name]],
      publicKey,
      notBefore: new Date(now - 2 * DAY),
      notAfter: new Date(now + days * DAY),
      keyUsage: ['digitalSignature'],
      issuerKey: keys.privateKey,
      ...more,
    })
  const authority = issue('Cơ quan', { keyUsage: ['keyCertSign', 'cRLSign'], authority: { pathLength: 0 } })
  const certified = async (days: number): Promise<Certified> => {
    const own = await newKeyPair('p-256')
    const server = { extendedKeyUsage: '1.3.6.1.5.5.7.3.1', isLoopback: true, issuer: authority }
    const key = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    return { key, cert: issue('127.0.0.1', server, own.publicKey, days).x509.toString() }
  }
  const folder = await mkdtemp(join(tmpdir(), 'motcua-mail-'))
  const authorityFile = join(folder, 'authority.pem')
  await writeFile(authorityFile, authority.x509.toString())
  const [good, old] = await Promise.all([certified(1), certified(-1)])
  return { authorityFile, good, old, remove: () => rm(folder, { recursive: true }) }
}

/** A mail server's boxes as clients fetch from them (RFC 1939): letters go when the client says goodbye, not before. */
export async function startBoxes(letters: Map<string, Buffer>, login: Login, secured?: Secured) {
  const greet = (socket: Socket) => {
    serve(socket, letters, login, secured)
    socket.write('+OK ready\r\n')
  }
  const server = secured?.how === 'tls' ? createTlsServer(secured.certified, greet) : createServer(greet)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const scheme = secured === undefined ? 'pop3' : secured.how === 'tls' ? 'pop3s' : 'pop3+stls'
  const who = `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}`
  return {
    address: `${scheme}://${who}@127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

/** The name and the password are taken over a secret line alone, where there is one. */
function serve(socket: Socket, letters: Map<string, Buffer>, login: Login, secured: Secured | undefined): void {
  const { user, password } = login
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
    STLS: () => {
      if (secured === undefined || socket instanceof TLSSocket) return void say('-ERR no TLS here')
      socket.removeAllListeners('data')
      socket.write(secured.how === 'meddling' ? '+OK begin\r\n+OK logged in\r\n' : '+OK begin\r\n')
      const secret = new TLSSocket(socket, { isServer: true, ...secured.certified })
      serve(secret, letters, login, secured)
    },
    USER: (name) => {
      named = name
      say('+OK')
    },
    PASS: (given) => say(named === user && given === password ? '+OK' : '-ERR [AUTH] wrong name or password'),
    LIST: () => listing((at) => String(here[at]?.[1].length ?? 0)),
    UIDL: () => listing((at) => here[at]?.[0] ?? ''),
    RETR: (no) => {
      say('+OK')
      const letter = (here[Number(no) - 1]?.[1] ?? Buffer.alloc(0)).toString('latin1').replaceAll('\r\n.', '\r\n..')
      socket.write(`${letter}${letter.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1')
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
}
