import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePorts } from '../test/support/system.ts'
import { testSettings } from '../test/support/test-settings.ts'
import { borrowDatabase, openDatabase } from './database.ts'

test('commands started together beside a running system all get their database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-together-'))
  const [port = 0] = await freePorts(1)
  const settings = testSettings(folder, { DATABASE_PORT: String(port) })
  const system = await openDatabase(settings, [])
  try {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => borrowDatabase(settings, [])))
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'fulfilled'))
  } finally {
    await system.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
