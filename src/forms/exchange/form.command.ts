import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Command, CommandIo } from '../../platform/command.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal, refusalSentence } from '../../platform/refusal.ts'
import { formCommandTexts as words } from '../command.texts.ts'
import { exportFormFile, importFormFile } from './carry-form.ts'

const SYSTEM = { kind: 'system', name: 'form command' } as const

/** `motcua form export|import`: forms carried between systems as files. */
export const formCommand: Command<App> = {
  name: 'form',
  summary: words.summary,
  help: words.help,
  async run([what, ...argv], io, app) {
    try {
      if (what === 'export') return await exported(argv, io, app)
      if (what === 'import') return await imported(argv, io, app)
    } catch (error) {
      if (isNoFile(error)) {
        io.err(words.noFile(error.path ?? ''))
        return 1
      }
      if (!(error instanceof Refusal)) throw error
      io.err(refusalSentence(app.refusals[error.code]?.title ?? error.code, error.facts))
      return 1
    }
    io.err(words.help)
    return 2
  },
}

function isNoFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function exported(args: string[], io: CommandIo, app: App): Promise<number> {
  const options = { version: { type: 'string' }, out: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [code = ''] = positionals
  const version = values.version === undefined ? {} : { version: Number(values.version) }
  const { file } = await runQuery(app, exportFormFile, SYSTEM, { code, ...version })
  if (values.out === undefined) io.out(file.trimEnd())
  else await writeFile(values.out, file)
  return 0
}

async function imported(args: string[], io: CommandIo, app: App): Promise<number> {
  const options = { code: { type: 'string' }, version: { type: 'string' }, from: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const file = await readFile(positionals[0] ?? '', 'utf8')
  const validFrom = values.from ?? vietnamDate(app.clock.now())
  const version = values.version === undefined ? {} : { version: Number(values.version) }
  const code = values.code === undefined ? {} : { code: values.code }
  const made = await runAction(app, importFormFile, SYSTEM, { file, validFrom, ...code, ...version })
  io.out(words.published(made.code, made.version, validFrom))
  for (const { component, what } of made.notes) io.err(words.lost(component, what))
  return 0
}
