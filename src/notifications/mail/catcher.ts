import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/id.ts'
import type { SimulatorControl, SimulatorState } from '../../platform/operations/simulators.ts'
import { definePort } from '../../platform/ports.ts'

export type CaughtMail = {
  id: string
  at: Date
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  messageId: string
}

/** An SMTP server of this machine that delivers nothing and keeps everything, for trying the system out. */
export type MailCatcher = {
  port: number
  /** Newest first. */
  caught(): CaughtMail[]
  control: SimulatorControl
  close(): Promise<void>
}

export const mailCatcherPort = definePort<MailCatcher>('mail-catcher')

type Options = { folder: string; clock: Clock; port?: number; host?: string; slowMs?: number }

const MOST_KEPT = 500
const MOST_BYTES = 5 * 1024 * 1024

/** Starts the catcher; letters of earlier runs are read from the folder again. */
export async function startMailCatcher({
  folder,
  clock,
  port = 0,
  host = '127.0.0.1',
  slowMs = 4_000,
}: Options): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = await readKept(folder)
  let state: SimulatorState = 'normal'

  const keep = async (raw: Buffer, to: string[]): Promise<void> => {
    const id = newId()
    const at = clock.now()
    kept.unshift(await readMail(id, at, raw, to))
    await writeFile(join(folder, `${id}.eml`), Buffer.concat([Buffer.from(envelope(at, to)), raw]), { mode: 0o600 })
    for (const old of kept.splice(MOST_KEPT)) await rm(join(folder, `${old.id}.eml`), { force: true })
  }

  const server = new SMTPServer({
    banner: 'Mot Cua mail catcher',
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: MOST_BYTES,
    logger: false,
    closeTimeout: 300,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
    onConnect: (_session, done) => done(state === 'down' ? reply(421, 'service not available, closing channel') : null),
    onRcptTo: (_address, _session, done) => done(state === 'wrong' ? reply(550, '5.1.1 mailbox unavailable') : null),
    onData: callbackify(async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
      const parts: Buffer[] = []
      for await (const part of stream as AsyncIterable<Buffer>) parts.push(part)
      if (stream.sizeExceeded) throw reply(552, '5.3.4 message too big')
      if (state === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs))
      await keep(
        Buffer.concat(parts),
        session.envelope.rcptTo.map(({ address }) => address),
      )
    }),
  })
  // A client that hangs up in the middle is its own affair.
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    caught: () => [...kept],
    control: {
      name: 'mail',
      states: ['normal', 'slow', 'wrong', 'down'],
      state: () => state,
      set: (next) => void (state = next),
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** Whom the letter was really for and when it came, ahead of the letter's own headers. */
function envelope(at: Date, to: string[]): string {
  return `X-Caught-At: ${at.toISOString()}\r\nX-Caught-For: ${to.join(', ')}\r\n`
}

async function readKept(folder: string): Promise<CaughtMail[]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, MOST_KEPT)
  const mails = names.map(async (name) => {
    const raw = await readFile(join(folder, name))
    const head = raw.subarray(0, 4_096).toString()
    const at = new Date(/^X-Caught-At: (\S+)\r$/m.exec(head)?.[1] ?? Number.NaN)
    const to = /^X-Caught-For: (.*)\r$/m.exec(head)?.[1]?.split(', ') ?? []
    return Number.isNaN(at.getTime()) ? undefined : readMail(name.replace(/\.eml$/, ''), at, raw, to)
  })
  return (await Promise.all(mails)).filter((mail) => mail !== undefined)
}

async function readMail(id: string, at: Date, raw: Buffer, to: string[]): Promise<CaughtMail> {
  const mail = await PostalMime.parse(raw)
  const from = mail.from?.name ? `${mail.from.name} <${mail.from.address ?? ''}>` : (mail.from?.address ?? '')
  return {
    id,
    at,
    from,
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
  }
}
