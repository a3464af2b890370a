import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock, type Clock } from '../platform/clock.ts'
import type { Command, CommandIo } from '../platform/command.ts'
import type { Settings } from '../platform/settings.ts'
import { refusalSentence as fill } from '../platform/refusal.ts'
import { formatSize } from '../documents/index.ts'
import {
  authoritiesOnline,
  LARGEST_FILE,
  type RevocationSource,
  trustInFolder,
  validationReport,
  verifyAside,
} from '../signing/index.ts'
import { reportLines } from './report-lines.ts'
import { verifyCommandWords as words } from './verify-command.texts.ts'

const HELP = `motcua verify <file.pdf>… [--json] [--keys <folder>] [--online]

Who signed each PDF, for whom, when, and what was changed since, page by page. Needs no database: believes the authorities
in the key folder (the demonstration's own, and every certificate in its folder "trust").

  --json   prints a validation report for each file, in the structure of ETSI TS 119 102-2
  --keys   the key folder, else that of the settings
  --online asks the authorities, at the addresses in their certificates, whether a certificate has been taken back since (OCSP, then
           lists); whoever has not answered after 4 seconds is left out. Without it nobody is asked: what the file itself brings counts

Exit code: 0 all valid, 1 some altered, broken, unsigned or not to be believed, 2 wrong arguments.
`

type Known = Pick<Settings, 'keyFolder' | 'mode' | 'revocation'>
type Outside = { clock: Clock; authorities(asked: { clock: Clock; allowPrivate: boolean }): RevocationSource }

const OUTSIDE: Outside = { clock: systemClock, authorities: authoritiesOnline }

/** The settings are read when the command runs. */
export function verifyCommand(settings: () => Known, { clock, authorities } = OUTSIDE): Command {
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
      const { keyFolder, mode, revocation } = settings()
      const trust = await trustInFolder(asked.keys ?? keyFolder, mode)
      const online = asked.online ? authorities({ clock, allowPrivate: revocation.allowPrivate }) : undefined
      let code = 0
      for (const path of asked.paths) {
        const bytes = await read(path, io)
        if (!bytes) return 2
        const now = clock.now()
        const report = await verifyAside(bytes, trust, now, online)
        const inWords = () => [...(asked.paths.length > 1 ? [path] : []), ...reportLines(report)].join('\n')
        io.out(asked.json ? JSON.stringify({ file: path, ...validationReport(report, now) }, null, 2) : inWords())
        if (report.verdict !== 'valid') code = 1
      }
      return code
    },
  }
}

type Asked = { paths: string[]; json: boolean; keys: string | undefined; online: boolean }

function readArguments(argv: string[]): Asked | string {
  try {
    const off = { type: 'boolean', default: false } as const
    const options = { json: off, online: off, keys: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    const { json, online, keys } = values
    return positionals.length === 0 ? words.usage : { paths: positionals, json, keys, online }
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
  else if (size > LARGEST_FILE) io.err(fill(words.tooLarge, { path, limit: formatSize(LARGEST_FILE) }))
  else return readFile(path)
  return undefined
}
