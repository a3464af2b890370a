import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stop as stopBuilder } from 'esbuild'
import { openWeb, work } from './app.tsx'
import { isCatalogueBehind } from './catalogue/index.ts'
import { SETTINGS_HELP, readSettings } from './config.ts'
import { openApp, type OpenApp } from './context.ts'
import { openDatabase, type OpenDatabase } from './database.ts'
import { certifyDemo } from './certify-demo.ts'
import { startEmbeddedServices, type EmbeddedServices } from './embedded-services.ts'
import { startTexts, welcome } from './start.texts.ts'
import { loadProvince } from './load.ts'
import { refusals } from './refusals.ts'
import type { Command, CommandIo } from './platform/command.ts'
import { createProgress, type Progress } from './platform/progress.ts'
import { PROJECT_ROOT } from './platform/root.ts'
import { seatPorts } from './seat-ports.ts'
import type { Settings } from './platform/settings.ts'
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
    const opening = openEverything(settings, progress, running)
    try {
      const welcomeText = await Promise.race([opening, stopped])
      if (welcomeText !== undefined) {
        io.out(welcomeText)
        await stopped
      }
      io.err(startTexts.stopping)
      return 0
    } catch (error) {
      throw explainPort(error)
    } finally {
      opening.catch(() => undefined)
      await stopAll(running, io)
    }
  },
}

/** In order of need: database, ports, servers of this machine, data, doors. Resolves to the words of welcome. */
async function openEverything(settings: Settings, progress: Progress, running: Running): Promise<string> {
  await mkdir(settings.dataFolder, { recursive: true })
  const database = await progress(startTexts.database, () => openDatabase(settings, work.jobs))
  running.database = database
  const app = await openApp({ settings, databaseUrl: database.applicationUrl, work, refusals })
  running.app = app
  database.keepRunning(() => app.log.warn('the embedded database was started again'))
  const pki = await progress(startTexts.keys, () => seatPorts(app))
  const services = await progress(startTexts.services, () => startEmbeddedServices(app, pki))
  running.services = services
  if (await isCatalogueBehind(app)) await loadApart()
  const { people } = await loadProvince(app, progress)
  const pins =
    people && (await progress(startTexts.certificates, () => certifyDemo(app, pki, people, services.remoteSigning)))
  if (pins) services.tokenProgram?.offer(pins)
  if (people) await services.startIdentityProvider(people)
  const folder = join(PROJECT_ROOT, 'dist', 'assets')
  const manifest = await buildAssets(folder)
  // Its process would stay for as long as this one.
  await stopBuilder()
  const web = await openWeb(app, { folder, manifest })
  running.web = web
  await app.jobs.start()
  await web.listen({ host: settings.host, port: settings.port })
  return welcome(settings, people, pins)
}

/**
 * Loads in a process of its own: reading thousands of procedures leaves a heap behind that the server would carry for ever.
 * Tells its progress on the same terminal.
 */
async function loadApart(): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'load'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  const [code] = (await once(child, 'exit')) as [number | null]
  process.off('exit', end)
  if (code !== 0) throw new Error(startTexts.notLoaded)
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
function stopSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    // The terminal and the parent both send it: the second within a moment is the same Ctrl-C.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined))
    if (process.channel) process.once('disconnect', () => resolve(undefined))
  })
}

function explainPort(error: unknown): unknown {
  const { code, port } = error as { code?: string; port?: number }
  if (code !== 'EADDRINUSE') return error
  return new Error(startTexts.portTaken(port))
}
