import type { App } from '../app.ts'
import type { Command, CommandIo } from '../command.ts'
import { fill, findingText, verifyTexts } from './verify-texts.ts'
import { journalTokenCheckPort, verifyJournal, type JournalVerification } from './verify.ts'

const HELP = `motcua journal verify [--json]

Checks every line of the journal, every seal and every time-stamp, and says where something was changed, removed,
reordered or inserted. The system may be running.

  --json   prints {"isIntact", "lines", "subjects", "seals", "unsealed", "unstamped", "lastSealHash", "findings": […]}

Exit code: 0 intact, 1 tampered with, 2 wrong arguments.
`

/** `journal verify`, and what modules above ask the journal besides: each by its name as the first word. */
export const journalCommand = (more: readonly Command<App>[] = []): Command<App> => ({
  name: 'journal',
  summary: 'Verify that no line of the journal was changed, and what is stored against it',
  help: helpWith(more),
  async run(argv, io, app) {
    const [verb, ...flags] = argv
    const other = more.find(({ name }) => name === verb)
    if (other) return other.run(flags, io, app)
    if (argv.includes('--help')) {
      io.out(helpWith(more))
      return 0
    }
    if (verb !== 'verify' || flags.some((flag) => flag !== '--json')) {
      io.err(helpWith(more))
      return 2
    }
    const verification = await verifyJournal(app.db, { checkToken: app.ports.get(journalTokenCheckPort) })
    if (flags.includes('--json')) io.out(JSON.stringify(verification))
    else print(verification, io)
    return verification.isIntact ? 0 : 1
  },
})

function helpWith(more: readonly Command<App>[]): string {
  return [HELP, ...more.map(({ help }) => help)].join('\n')
}

function print(verification: JournalVerification, { out }: CommandIo): void {
  const count = verification.findings.length + verification.more
  for (const finding of verification.findings) out(findingText(finding))
  out(fill(verification.isIntact ? verifyTexts.intact : verifyTexts.tampered, { ...verification, count }))
  if (verification.unsealed + verification.unstamped > 0) out(fill(verifyTexts.unsealed, verification))
  if (verification.lastSealHash) out(fill(verifyTexts.lastSeal, verification))
}
