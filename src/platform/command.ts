/** Where a command writes: answers to `out`, words about them to `err`. */
export type CommandIo = { out(text: string): void; err(text: string): void }

/** A command of `motcua`; resolves to the exit code of the process. */
export type Command<Context = undefined> = {
  name: string
  /** One line for the list. */
  summary: string
  /** Shown by `--help`. */
  help: string
  run(argv: string[], io: CommandIo, context: Context): Promise<number>
}
