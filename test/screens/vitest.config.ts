import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Pictures of the main pages, from a whole system with a few dossiers in it. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    name: 'screens',
    include: ['test/screens/*.screens.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 180_000,
    globalSetup: ['test/journeys/support/system.ts'],
  },
})
