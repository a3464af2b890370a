import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { browserOptions } from '../../../src/ui/testing.ts'
import { PORT_NAMES, freePorts, startSystem } from '../../support/system.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    system: { address: string; folder: string; environment: Record<string, string>; browser: string; restart: string }
  }
}

/**
 * Starts the whole system once for all journeys, as people do, and one browser. `JOURNEYS_FOLDER` keeps the data folder, so
 * that the next run starts in seconds.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = process.env.JOURNEYS_FOLDER
  const folder = kept ?? (await temporaryFolder('motcua-journeys-'))
  const ports = await freePorts(PORT_NAMES.length)
  let system = await startSystem(folder, ports)
  console.log(`started in ${Math.round(system.readyAfterMs)} ms at ${system.address}`)
  const { args = [], ...program } = browserOptions({ showsPdf: project.name === 'screens' })
  const browser = await chromium.launchServer({
    ...program,
    args: [...args, '--disable-component-update', '--disable-sync', '--lang=vi'],
    env: { ...process.env, LANGUAGE: 'vi' },
  })

  // Journeys run in another process than the one that holds the system: they ask here for a stop, or a kill, and a start.
  const control = createServer(({ url }, response) => {
    const restart = async () => {
      const exitCode = await (url === '/?kill' ? system.kill() : system.stop())
      const downAnswer = await fetch(system.address).then(
        () => 'answers',
        () => 'down',
      )
      system = await startSystem(folder, ports)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ exitCode, downAnswer, readyAfterMs: Math.round(system.readyAfterMs) }))
    }
    restart().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  control.listen(0, '127.0.0.1')
  await once(control, 'listening')
  const { port } = control.address() as { port: number }

  project.provide('system', {
    address: system.address,
    folder,
    environment: stringsOf(system.environment),
    browser: browser.wsEndpoint(),
    restart: `http://127.0.0.1:${port}/`,
  })
  return async () => {
    await browser.close()
    control.close()
    control.closeAllConnections()
    await system.stop()
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
