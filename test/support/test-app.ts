import { rm } from 'node:fs/promises'
import { openApp, type OpenApp } from '../../src/context.ts'
import { installQueues, type Work } from '../../src/platform/jobs/queue.ts'
import type { RefusalTexts } from '../../src/platform/refusal.ts'
import { platformRefusals } from '../../src/platform/texts.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { copySecrets, provinceTemplate } from './province-template.ts'
import { FakeClock } from './fake-clock.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { testSettings } from './test-settings.ts'

export type TestApp = { app: OpenApp; clock: FakeClock; database: TestDatabase; folder: string; close(): Promise<void> }

export type TestAppOptions = {
  work?: Work
  refusals?: RefusalTexts
  /** With units, calendar, procedures and people already in it. */
  province?: boolean
}

/** An app on a database of its own with the tables made and nothing loaded; for tests of one module. */
export async function openTestApp({
  work = { jobs: [], reactions: [] },
  refusals = {},
  province = false,
}: TestAppOptions = {}): Promise<TestApp> {
  const template = province ? await provinceTemplate() : undefined
  const database = await cloneDatabase(template?.database)
  const folder = await temporaryFolder('motcua-app-')
  if (template) await copySecrets(template.folder, folder)
  if (work.jobs.length > 0) await installQueues(database.url('motcua_owner'), work.jobs)
  const clock = new FakeClock()
  const app = await openApp({
    settings: testSettings(folder),
    databaseUrl: database.url('motcua_app'),
    work,
    refusals: { ...platformRefusals, ...refusals },
    clock,
  })
  return {
    app,
    clock,
    database,
    folder,
    async close() {
      await app.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
