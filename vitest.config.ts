import { setFlagsFromString } from 'node:v8'
import { defineConfig } from 'vitest/config'

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
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default'],
  },
})
