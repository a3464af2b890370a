import { parseArgs } from 'node:util'
import { loadProvince } from './load.ts'
import type { Command } from './platform/command.ts'
import { createProgress } from './platform/progress.ts'
import { startTexts } from './start.texts.ts'
import { withApp } from './with-app.ts'

/** Brings the tables up to date; `start` does it too. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the tables up to date',
  help: 'motcua migrate [--json]\n\nApplies the migrations the database has not seen, all or none.',
  run: async (argv, io) => {
    const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' } } })
    return withApp(async (_app, { applied }) => {
      io.out(values.json ? JSON.stringify({ applied }) : applied.length > 0 ? applied.join('\n') : startTexts.upToDate)
      return 0
    })
  },
}

/** Loads the province's data; `start` does it too. */
export const loadCommand: Command = {
  name: 'load',
  summary: 'load units, calendar and procedures',
  help: 'motcua load [--json]\n\nLoads the data under data/ again: nothing changes unless the data did. Prints the difference.',
  run: async (argv, io) => {
    const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' } } })
    return withApp(async (app) => {
      const { lines, report } = await loadProvince(app, createProgress(io.err))
      io.out(values.json ? JSON.stringify(report) : lines.join('\n'))
      return 0
    })
  },
}
