import { readSettings } from '../../src/config.ts'
import type { Settings } from '../../src/platform/settings.ts'

/** Settings of a test: everything in its own folder, quiet, no limits in the way. */
export function testSettings(folder: string, more: Record<string, string> = {}): Settings {
  return readSettings({
    MODE: 'test',
    DATA_FOLDER: folder,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '1000000',
    DATABASE_POOL: '8',
    ...more,
  })
}
