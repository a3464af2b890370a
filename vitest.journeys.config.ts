import { defineConfig } from 'vitest/config'

/** The journeys: the whole system started as people start it, used through a real browser. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    // One set of windows for all files: people sign in once.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    globalSetup: ['test/journeys/support/system.ts'],
  },
})
