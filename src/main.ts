import { SettingsError } from './config.ts'
import { commands } from './commands.ts'
import { commandTexts } from './commands.texts.ts'
import type { CommandIo } from './platform/command.ts'

const io: CommandIo = {
  out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
}

/** Runs one command line; resolves to the exit code. */
export async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(overview())
    return name === undefined ? 1 : 0
  }
  const load = commands[name]
  if (!load) {
    io.err(`${commandTexts.unknown} "${name}"\n\n${overview()}`)
    return 1
  }
  const command = await load()
  if (rest.includes('--help')) {
    io.out(command.help)
    return 0
  }
  try {
    return await command.run(rest, io, undefined)
  } catch (error) {
    io.err(error instanceof SettingsError ? error.message : wordsFor(error))
    return 1
  }
}

function overview(): string {
  const lines = Object.keys(commands).map((name) => `  motcua ${name.padEnd(12)} ${commandTexts[name] ?? ''}`)
  return `Một Cửa\n\n${lines.join('\n')}\n\nmotcua <lệnh> --help`
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message
}
