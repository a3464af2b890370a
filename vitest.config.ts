import { setFlagsFromString } from 'node:v8'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

// Tests make much and keep little: room for young objects saves a tenth of the work.
setFlagsFromString('--max-semi-space-size=64')

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // The table of permissions is of the code alone; actions that tests define would be in it.
    exclude: ['test/journeys/**', 'test/permissions.test.ts', 'node_modules/**'],
    pool: 'threads',
    isolate: false,
    // Two cores are busy with three: tests wait for the database and the browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default'],
  },
})
