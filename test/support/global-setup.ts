import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts'
import { TEMPLATE_DATABASE, buildTemplate } from './template.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Settings of the software token; named in the environment of the whole process, as its library reads them there. */
    softTokenConf: string
    database: { port: number; provinceFolder: string; urls: Record<'postgres' | 'motcua_owner' | 'motcua_app', string> }
  }
}

/** One PostgreSQL server for all tests of a run; every world is a clone of its template database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder('motcua-test-')
  const server = await startEmbeddedPostgres({ folder, port: await freePort(), durable: false })
  await buildTemplate(server)
  process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf')
  project.provide('softTokenConf', process.env.SOFTHSM2_CONF)
  project.provide('database', {
    port: server.port,
    provinceFolder: join(folder, 'province'),
    urls: {
      postgres: server.url('postgres', TEMPLATE_DATABASE),
      motcua_owner: server.url('motcua_owner', TEMPLATE_DATABASE),
      motcua_app: server.url('motcua_app', TEMPLATE_DATABASE),
    },
  })
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
