import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '../platform/clock.ts'
import type { Command, CommandIo } from '../platform/command.ts'
import { formatDateTime } from '../platform/dates.ts'
import type { Settings } from '../platform/settings.ts'
import { refusalSentence as fill } from '../platform/refusal.ts'
import {
  reasonText,
  trustInFolder,
  verdictText,
  verifyAside,
  type SignatureReport,
  type VerificationReport,
} from '../signing/index.ts'
import { LARGEST_VERIFIED } from './verify-document.ts'
import { verifyCommandWords as words } from './verify.texts.ts'

const HELP = `motcua verify <file.pdf> [--json] [--keys <folder>]

Who signed a PDF, when, and whether anything was changed since. Needs no database: believes the authorities in the key
folder (the demonstration's own, and every certificate in its folder "trust").

  --json   prints the whole report
  --keys   the key folder, else that of the settings

Exit code: 0 valid, 1 altered, broken, unsigned or not to be believed, 2 wrong arguments.
`

/** The settings are read when the command runs. */
export function verifyCommand(settings: () => Pick<Settings, 'keyFolder' | 'mode'>): Command {
  return {
    name: 'verify',
    summary: words.summary,
    help: HELP,
    async run(argv, io) {
      const asked = readArguments(argv)
      if (typeof asked === 'string') {
        io.err(`${asked}\n\n${HELP}`)
        return 2
      }
      const bytes = await read(asked.path, io)
      if (!bytes) return 2
      const { keyFolder, mode } = settings()
      const report = await verifyAside(bytes, await trustInFolder(asked.keys ?? keyFolder, mode), systemClock.now())
      io.out(asked.json ? JSON.stringify(report, null, 2) : inWords(report))
      return report.verdict === 'valid' ? 0 : 1
    },
  }
}

type Asked = { path: string; json: boolean; keys: string | undefined }

function readArguments(argv: string[]): Asked | string {
  try {
    const options = { json: { type: 'boolean', default: false }, keys: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    const [path, ...more] = positionals
    return path === undefined || more.length > 0 ? words.usage : { path, json: values.json, keys: values.keys }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function read(path: string, io: CommandIo): Promise<Buffer | undefined> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) io.err(fill(words.cannotRead, { path }))
  else if (size > LARGEST_VERIFIED) io.err(words.tooLarge)
  else return readFile(path)
  return undefined
}

function inWords({ verdict, reasons, signatures, sha256 }: VerificationReport): string {
  return [
    verdictText[verdict],
    ...reasons.map((reason) => `  ${reasonText[reason]}`),
    ...signatures.map(signatureLine),
    `SHA-256 ${sha256}`,
  ].join('\n')
}

function signatureLine({ signer, integrity, trusted, signedAt }: SignatureReport, index: number): string {
  const verdict = words[integrity] + (integrity === 'intact' && !trusted ? words.untrusted : '')
  const organisation =
    signer.organisation === '' || signer.organisation === signer.commonName ? '' : `, ${signer.organisation}`
  const at = signedAt ? fill(words.at, { at: formatDateTime(signedAt) }) : ''
  return fill(words.signedBy, { index: index + 1, signer: signer.commonName, organisation, verdict, at })
}
