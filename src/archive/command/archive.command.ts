import type { App } from '../../platform/app.ts'
import type { Command, CommandIo } from '../../platform/command.ts'
import { Refusal, refusalSentence, refusalWords } from '../../platform/refusal.ts'
import { archiveRefusals } from '../texts.ts'
import { openBag } from './bag-files.ts'
import { checkBag } from './check-bag.ts'
import { listDue, makeBatch, takeReceipt, writeAgain } from './hand-over.ts'
import { HELP, readArguments, type Asked } from './read-arguments.ts'
import { archiveCommandWords as words } from './texts.ts'

/** What needs the installation is run on it; checking a package needs nothing but the package. */
export function archiveCommand(withApp: (run: (app: App) => Promise<number>) => Promise<number>): Command {
  return {
    name: 'archive',
    summary: words.summary,
    help: HELP,
    async run(argv, io) {
      const asked = readArguments(argv)
      if (typeof asked === 'string') {
        const isHelp = asked === HELP
        if (isHelp) io.out(HELP)
        else io.err(`${asked}\n\n${HELP}`)
        return isHelp ? 0 : 2
      }
      if (asked.verb === 'verify') return verify(asked.path, asked.json, io)
      return withApp((app) => onInstallation(app, asked, io))
    },
  }
}

async function onInstallation(app: App, asked: Exclude<Asked, { verb: 'verify' }>, io: CommandIo): Promise<number> {
  try {
    switch (asked.verb) {
      case 'due':
        return await listDue(app, asked, io)
      case 'make':
        return await makeBatch(app, asked, io)
      case 'write':
        return await writeAgain(app, asked, io)
      case 'receipt':
        return await takeReceipt(app, asked, io)
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(refusalWords({ ...app.refusals, ...archiveRefusals }, error))
    return 1
  }
}

/** Tells which file is wrong, and how. */
export async function verify(path: string, json: boolean, io: CommandIo): Promise<number> {
  const bag = await openBag(path)
  if (!bag) {
    io.err(words.noBag(path))
    return 2
  }
  const report = await checkBag(bag)
  const { code = words.noCode, papers, files, faults } = report
  const lines = faults.map(({ file, code: fault, facts = {} }) => {
    return { file, fault, words: refusalSentence(words.faults[fault], facts) }
  })
  if (json) io.out(JSON.stringify({ ...report, whole: faults.length === 0, faults: lines }, null, 2))
  else if (faults.length === 0) io.out(words.whole(code, papers, files))
  else io.out([words.faulty(code, faults.length), ...lines.map((line) => `  ${line.file}: ${line.words}`)].join('\n'))
  return faults.length === 0 ? 0 : 1
}
