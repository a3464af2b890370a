import { work } from './app.tsx'
import { readSettings } from './config.ts'
import { openApp, type OpenApp } from './context.ts'
import { borrowDatabase, type OpenDatabase } from './database.ts'
import { refusals } from './refusals.ts'
import { seatPorts } from './seat-ports.ts'

/** Runs a command on the installation of this folder, whether or not the system runs beside it. */
export async function withApp<Result>(run: (app: OpenApp, database: OpenDatabase) => Promise<Result>): Promise<Result> {
  const settings = readSettings(process.env)
  const database = await borrowDatabase(settings, work.jobs)
  try {
    const app = await openApp({ settings, databaseUrl: database.applicationUrl, work, refusals })
    await seatPorts(app)
    return await run(app, database).finally(() => app.close())
  } finally {
    await database.close()
  }
}
