import { join } from 'node:path'
import { installQueues } from './platform/jobs/queue.ts'
import type { Job } from './platform/jobs.ts'
import { startEmbeddedPostgres } from './platform/postgres/embedded.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { oneAtATime } from './platform/postgres/one-at-a-time.ts'
import { prepareEmbeddedDatabase, prepareGivenDatabase } from './platform/postgres/prepare.ts'
import type { Settings } from './platform/settings.ts'

export type OpenDatabase = {
  applicationUrl: string
  ownerUrl: string
  applied: string[]
  /** Starts the embedded server again whenever it dies; nothing to do for a given one. */
  keepRunning(onRestart: () => void): void
  /** Stops the embedded server if this process started it. */
  close(): Promise<void>
}

const DATABASE = 'motcua'

/** The database with its tables up to date: the given server, or the embedded one started now. */
export async function openDatabase(settings: Settings, jobs: Job<never>[]): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = settings
  if (databaseUrl !== null) {
    const ownerUrl = databaseOwnerUrl ?? databaseUrl
    const applied = await oneAtATime(ownerUrl, async () => {
      await prepareGivenDatabase(ownerUrl)
      return bringUpToDate(ownerUrl, jobs)
    })
    return {
      applicationUrl: databaseUrl,
      ownerUrl,
      applied,
      keepRunning: () => undefined,
      close: async () => undefined,
    }
  }
  const { server, ...database } = await startEmbedded(settings, jobs)
  return { ...database, keepRunning: server.keepRunning, close: server.stop }
}

/** For commands: the same, but a server that was already running is left running. */
export async function borrowDatabase(settings: Settings, jobs: Job<never>[]): Promise<OpenDatabase> {
  if (settings.databaseUrl !== null) return openDatabase(settings, jobs)
  const { server, ...database } = await startEmbedded(settings, jobs)
  return { ...database, keepRunning: () => undefined, close: server.wasRunning ? async () => undefined : server.stop }
}

async function startEmbedded(settings: Settings, jobs: Job<never>[]) {
  const folder = join(settings.dataFolder, 'postgres')
  const server = await startEmbeddedPostgres({ folder, port: settings.embeddedDatabasePort, durable: true })
  const ownerUrl = server.url('motcua_owner', DATABASE)
  const applied = await oneAtATime(server.url('postgres', 'postgres'), async () => {
    await prepareEmbeddedDatabase(server, DATABASE)
    return bringUpToDate(ownerUrl, jobs)
  })
  return { server, applicationUrl: server.url('motcua_app', DATABASE), ownerUrl, applied }
}

async function bringUpToDate(ownerUrl: string, jobs: Job<never>[]): Promise<string[]> {
  const { applied } = await migrate(ownerUrl)
  await installQueues(ownerUrl, jobs)
  return applied
}
