import { defineConfig } from 'vitest/config'

/** The quick tests about the code itself; no database. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { include: ['test/{architecture,complaints,languages,permissions,texts}.test.ts'], pool: 'threads', isolate: false, testTimeout: 60_000 },
})
