import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { App } from '../../../platform/app.ts'
import type { Command, CommandIo } from '../../../platform/command.ts'
import { Refusal, refusalSentence as fill } from '../../../platform/refusal.ts'
import { trustPort } from '../../trust.ts'
import { triesInFile } from '../tries-file.ts'
import type { CscAccount } from './client.ts'
import { CSC } from './csc.ts'
import { triedWords as words } from './try-csc.texts.ts'
import { tryCsc } from './try-csc.ts'

const HELP = `motcua signatures try-csc [--url <address> --client <id> --secret-file <file>] [--key <id>]
                           [--pin-file <file>] [--pdf <file> --out <file>]

Goes through a service with the API of the Cloud Signature Consortium as everyday signing does: does it answer, does it take our
account, which keys does it name, what does their certificate say, how do they open. With a PIN it signs three samples and looks
whether each signature fits the certificate; with --pdf it signs that file, checks it and writes it to --out.

  --url, --client, --secret-file   another account than that of the settings (CSC_URL, CSC_CLIENT_ID, CSC_CLIENT_SECRET)
  --key                            the key, else the first the service names
  --pin-file                       holds the PIN (and, behind a space, the one-time password); "-" reads it from standard input

Wrong PINs count, as everywhere. Exit code: 0 all went well, 1 something did not, 2 wrong arguments.
`

/** A sub-command of `motcua signatures`. */
export const tryCscCommand: Command<App> = {
  name: 'try-csc',
  summary: words.summary,
  help: HELP,
  async run(argv, io, app) {
    const asked = readArguments(argv)
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`)
      return 2
    }
    const account = await accountOf(app, asked, io)
    const pin = await lineIn(asked['pin-file'], io)
    const pdf = await bytesIn(asked.pdf, io)
    if (!account || pin === UNREADABLE || pdf === UNREADABLE) return 2
    const tries = triesInFile(join(app.settings.keyFolder, `${CSC}.tries.json`))
    const trial = { account, clock: app.clock, tries, trust: app.ports.get(trustPort), key: asked.key, pin, pdf }
    try {
      for await (const { told, signed } of tryCsc(trial)) {
        io.out(`✓ ${told}`)
        if (!signed || asked.out === undefined) continue
        await writeFile(asked.out, signed)
        io.out(`  ${fill(words.saved, { path: asked.out })}`)
      }
      io.out(words.good)
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const cause = typeof error.facts.cause === 'string' ? ` (${error.facts.cause})` : ''
      io.err(`✗ ${fill(app.refusals[error.code]?.title ?? error.code, error.facts)}${cause}`)
      return 1
    }
  },
}

const OPTIONS = {
  url: { type: 'string' },
  client: { type: 'string' },
  'secret-file': { type: 'string' },
  key: { type: 'string' },
  'pin-file': { type: 'string' },
  pdf: { type: 'string' },
  out: { type: 'string' },
} as const

type Asked = { [Name in keyof typeof OPTIONS]?: string | undefined }

function readArguments(argv: string[]): Asked | string {
  try {
    return parseArgs({ args: argv, options: OPTIONS }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function accountOf(app: App, asked: Asked, io: CommandIo): Promise<CscAccount | undefined> {
  const { url, client, 'secret-file': secretFile } = asked
  const secret = await lineIn(secretFile, io)
  if (secret === UNREADABLE) return undefined
  if (url && client && secret !== undefined) {
    return { url: url.replace(/\/+$/, ''), clientId: client, clientSecret: secret }
  }
  const known = app.settings.remoteSigning.csc
  if (!known || url || client) io.err(words.noAccount)
  return url || client ? undefined : (known ?? undefined)
}

const UNREADABLE = Symbol('a file that cannot be read')

async function bytesIn(path: string | undefined, io: CommandIo): Promise<Buffer | undefined | typeof UNREADABLE> {
  if (path === undefined) return undefined
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path)
  } catch {
    io.err(fill(words.cannotRead, { path }))
    return UNREADABLE
  }
}

/** Secrets come in files: arguments stand in the list of processes. */
async function lineIn(path: string | undefined, io: CommandIo): Promise<string | undefined | typeof UNREADABLE> {
  const bytes = await bytesIn(path, io)
  return Buffer.isBuffer(bytes) ? (bytes.toString('utf8').split('\n')[0]?.trim() ?? '') : bytes
}
