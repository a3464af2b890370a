import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { App } from '../app.ts'
import type { Command, CommandIo } from '../command.ts'
import { findingText } from '../journal/verify-texts.ts'
import { journalTokenCheckPort, verifyJournal } from '../journal/verify.ts'
import { createProgress } from '../progress.ts'
import { Refusal, refusalSentence, type RefusalTexts } from '../refusal.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'
import { backupRefusals, backupTexts as texts, fill } from './texts.ts'

/** What both commands need beside the app: the login that owns the tables. */
export type BackupContext = { app: App; ownerUrl: string }

const BACKUP_HELP = `motcua backup <dir> [--with-keys] [--json]

Copies the database, as it stands at one instant, and the stored files into <dir>. The system may be running. Earlier
sets in <dir> stay; files already there are not copied again. Signing keys and secrets are kept apart and left out.

  --with-keys  puts the key folder and secrets.json in as well: then guard <dir> like the keys themselves
  --json       prints {"set", "manifestSha256", "tables", "rows", "files", "filesCopied", "damagedFiles"}

Exit code: 0 everything copied, 1 refused or a stored file is damaged, 2 wrong arguments.
`

const RESTORE_HELP = `motcua restore <dir> [--set <name>] [--with-keys] [--json]

Brings a backup back into an empty database of the same version (motcua migrate), all of it or nothing, then verifies
the journal. Stop the system first.

  --set        one of the folders in <dir>/sets; the newest otherwise
  --with-keys  puts keys and secrets back, where there are none
  --json       prints {"set", "takenAt", "tables", "rows", "files", "keys", "journal"}

Exit code: 0 restored and intact, 1 refused or the journal does not hold, 2 wrong arguments.
`

export const backupCommand: Command<BackupContext> = {
  name: 'backup',
  summary: 'Copy the database and the stored files',
  help: BACKUP_HELP,
  async run(argv, io, { app, ownerUrl }) {
    const asked = read(argv)
    if (!asked) return usage(io, BACKUP_HELP)
    const { folder, withKeys, json } = asked
    return answering(io, async () => {
      const { fileFolder } = app.settings
      const keys = withKeys ? keysOf(app) : null
      const report = await told(io, texts.backingUp, () =>
        backUp({ ownerUrl, fileFolder, folder, now: app.clock.now(), keys }),
      )
      if (json) io.out(JSON.stringify(report))
      else {
        io.out(fill(texts.done, report))
        io.out(fill(texts.manifest, report))
        if (!withKeys) io.out(texts.noKeys)
      }
      for (const sha256 of report.damagedFiles) io.err(fill(texts.damagedFile, { sha256 }))
      return report.damagedFiles.length === 0 ? 0 : 1
    })
  },
}

export const restoreCommand: Command<BackupContext> = {
  name: 'restore',
  summary: 'Bring a backup back into an empty database',
  help: RESTORE_HELP,
  async run(argv, io, { app, ownerUrl }) {
    const asked = read(argv)
    if (!asked) return usage(io, RESTORE_HELP)
    const { folder, set, withKeys, json } = asked
    return answering(io, async () => {
      const keys = withKeys ? keysOf(app) : null
      const order = { ownerUrl, files: app.files, folder, keys, ...(set === undefined ? {} : { set }) }
      const report = await told(io, texts.restoring, () => restore(order))
      const journal = await told(io, texts.verifying, () =>
        verifyJournal(app.db, { checkToken: app.ports.get(journalTokenCheckPort) }),
      )
      const isSameEnd = journal.lines === report.journal.lines && journal.lastSealHash === report.journal.lastSealHash
      io.out(json ? JSON.stringify({ ...report, journal }) : fill(texts.restored, report))
      for (const finding of journal.findings) io.err(findingText(finding))
      if (!isSameEnd) io.err(texts.journalDiffers)
      return journal.isIntact && isSameEnd ? 0 : 1
    })
  },
}

type Asked = { folder: string; set: string | undefined; withKeys: boolean; json: boolean }

function read(argv: string[]): Asked | undefined {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { set: { type: 'string' }, 'with-keys': flag, json: flag },
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) return undefined
    return { folder, set: values.set, withKeys: values['with-keys'], json: values.json }
  } catch {
    return undefined
  }
}

function usage(io: CommandIo, help: string): number {
  io.err(help)
  return 2
}

async function answering(io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const known: RefusalTexts = backupRefusals
    io.err(refusalSentence(known[error.code]?.title ?? error.code, error.facts))
    return 1
  }
}

function told<T>(io: CommandIo, words: string, work: () => Promise<T>): Promise<T> {
  return createProgress((text) => io.err(text))(words, work)
}

function keysOf({ settings }: App): { folder: string; secrets: string } {
  return { folder: settings.keyFolder, secrets: join(settings.dataFolder, 'secrets.json') }
}
