import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openWeb, work } from './app.ts'
import { SETTINGS_HELP, readSettings } from './config.ts'
import { openApp, type OpenApp } from './context.ts'
import { openDatabase, type OpenDatabase } from './database.ts'
import { startEmbeddedServices, type EmbeddedServices } from './embedded-services.ts'
import { welcome } from './start.texts.ts'
import { loadProvince } from './load.ts'
import { refusals } from './refusals.ts'
import type { Command, CommandIo } from './platform/command.ts'
import { createProgress } from './platform/progress.ts'
import { PROJECT_ROOT } from './platform/root.ts'
import { buildAssets } from './ui/build-assets.ts'

/** Starts everything, prints where it is and who can sign in, and stays until told to stop. */
export const startCommand: Command = {
  name: 'start',
  summary: 'start the system',
  help: `motcua start

Settings are environment variables:
${SETTINGS_HELP.map(([name, meaning, fallback]) => `  ${name.padEnd(24)}${meaning}${fallback ? ` (${fallback})` : ''}`).join('\n')}`,
  async run(argv, io) {
    parseArgs({ args: argv, options: {} })
    const settings = readSettings(process.env)
    const stopped = stopSignal()
    const progress = createProgress((text) => io.err(text))
    const running: Running = {}
    try {
      await mkdir(settings.dataFolder, { recursive: true })
      const database = await progress('Khởi động kho dữ liệu', () => openDatabase(settings, work.jobs))
      running.database = database
      const app = await openApp({ settings, databaseUrl: database.applicationUrl, work, refusals })
      running.app = app
      database.keepRunning(() => app.log.warn('the embedded database was started again'))
      running.services = await progress('Tạo khoá, chứng thư và khởi động các dịch vụ đi kèm', () => startEmbeddedServices(app))
      const { people } = await loadProvince(app, progress)
      if (people) await running.services.certify(people)
      const assets = await buildAssets(join(PROJECT_ROOT, 'dist', 'assets'))
      const web = await openWeb(app, assets)
      running.web = web
      await app.jobs.start()
      await web.listen({ host: settings.host, port: settings.port })
      io.out(welcome(settings, people, running.services))
      await stopped
      io.err('Đang dừng…')
      return 0
    } catch (error) {
      throw explainPort(error)
    } finally {
      await stopAll(running, io)
    }
  },
}

type Running = {
  database?: OpenDatabase
  app?: OpenApp
  services?: EmbeddedServices
  web?: { close(): Promise<unknown> }
}

/** Front door first, database last; each gets its chance even when the one before fails. */
async function stopAll({ web, services, app, database }: Running, io: CommandIo): Promise<void> {
  for (const part of [web, app, services, database]) {
    await part?.close().catch((error: unknown) => io.err(String(error)))
  }
}

/** Ctrl-C, a polite kill, or the end of the process that started this one. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    if (process.channel) process.once('disconnect', () => resolve())
  })
}

function explainPort(error: unknown): unknown {
  const { code, port } = error as { code?: string; port?: number }
  if (code !== 'EADDRINUSE') return error
  return new Error(`Cổng ${port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc đặt cổng khác (PORT, IDENTITY_PORT, TIMESTAMP_PORT, MAIL_CATCHER_PORT).`)
}
